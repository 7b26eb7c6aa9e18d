"""Which part of a picture a rendition shows, and what is told of it."""
