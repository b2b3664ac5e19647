"""Keeping the installation in order: deleting and restoring, settings, sample records."""
