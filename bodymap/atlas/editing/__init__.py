"""Editing the atlas's YAML files: reading, checking, redrawing. Pages import it only to redraw."""
