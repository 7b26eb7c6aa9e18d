"""Releases: build every variant, check them as one, switch all channels in one instant."""
