"""Brings a reader to the top where the page at hand shows something else."""
