"""What editors see: each channel's payload inside a mock of its surface."""
