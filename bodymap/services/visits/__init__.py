"""Visits of one person, one after the other: last time beside this time."""
