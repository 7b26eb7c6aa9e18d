"""Links for people without an account: they look at a campaign and leave comments."""
