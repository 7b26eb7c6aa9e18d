"""Pure media: pictures and films made from a source by a recipe, without Django."""
