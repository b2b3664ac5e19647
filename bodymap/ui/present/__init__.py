"""The presentation: patterns on a large screen, revealed step by step."""
