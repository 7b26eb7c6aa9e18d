"""Where editors mark what a picture must keep, and choose what a film shows."""
