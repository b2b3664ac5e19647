"""Accidents happen to a real server and a real browser while somebody works: nothing is lost."""
