"""OmniContent: create once, publish everywhere, one message on every channel."""
