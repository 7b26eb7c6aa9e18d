"""REST for publishers: what is live, byte for byte."""
