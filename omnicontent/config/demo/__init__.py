"""The demonstration: real media, two campaigns, everything running on one machine."""
