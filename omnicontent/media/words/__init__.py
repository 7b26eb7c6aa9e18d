"""Words in pictures: fonts, rows, grounds, and whether they can be read."""
