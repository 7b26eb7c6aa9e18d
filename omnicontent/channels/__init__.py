"""The channel contract: what a story is, what a surface allows, what a channel must do."""
