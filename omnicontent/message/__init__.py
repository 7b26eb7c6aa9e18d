"""Pure facts: the typed pieces of a message, how a locale says them, how a text is searched."""
