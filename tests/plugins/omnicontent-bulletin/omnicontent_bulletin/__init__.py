"""Bulletin, a channel of OmniContent."""
