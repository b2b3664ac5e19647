"""Records out and in on the pages."""
