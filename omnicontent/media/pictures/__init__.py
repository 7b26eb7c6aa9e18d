"""Pictures: one decode a source, a window of it for every recipe, one encode a file."""
