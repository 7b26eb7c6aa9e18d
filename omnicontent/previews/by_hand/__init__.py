"""For people who post by hand: texts to copy, everything in one file, a test of a mail."""
