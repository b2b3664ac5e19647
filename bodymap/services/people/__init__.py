"""People: add, find, open, edit."""
