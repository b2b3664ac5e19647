"""Looking up which trigger points could typically refer to a place, and why."""
