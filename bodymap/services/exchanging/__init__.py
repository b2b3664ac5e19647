"""Records out and in: what is chosen to leave, and what becomes of what comes."""
