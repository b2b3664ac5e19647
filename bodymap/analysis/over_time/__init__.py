"""One person over several visits: which findings are the same one, and what changed."""
