"""People: add, find, open, edit; merge and part two, move records."""
