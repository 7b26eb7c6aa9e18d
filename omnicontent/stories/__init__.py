"""The master story in Wagtail, and how a page revision becomes a Story."""
