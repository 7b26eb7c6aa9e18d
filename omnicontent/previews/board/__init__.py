"""The board: one campaign on all its channels at once, as they are delivered."""
