"""The muscle layer: from lines in anatomical coordinates to cells of the body surface."""
