"""Records as tables for statistics: a zip of CSV files with a codebook, out and in."""
