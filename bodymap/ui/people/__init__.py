"""Finding, choosing, merging and parting people on the pages."""
