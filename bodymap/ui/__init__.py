"""The pages: they ask, draw and record, and decide nothing."""
