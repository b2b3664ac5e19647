"""The questions for safety on every page, and what a yes asks for."""
