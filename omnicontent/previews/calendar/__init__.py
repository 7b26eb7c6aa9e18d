"""The calendar of campaigns: what runs when, and what gets in each other's way."""
