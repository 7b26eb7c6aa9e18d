"""Days, hours and calendar words in a text, as people type them, held against a period."""
