"""The words around prices and percentages, a module a language."""
