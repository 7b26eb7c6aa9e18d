"""The kinds of facts: how each is said, found again in a text, and held against what it says."""
