"""Comparing drawings: extent, change over time, agreement of two hands."""
