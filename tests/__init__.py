"""A package, so that no other one of this name can stand in for it."""
