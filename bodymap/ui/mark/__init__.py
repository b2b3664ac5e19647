"""Parts of the Mark page: where it hurts, in a person's own drawing and words."""
