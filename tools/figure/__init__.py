"""The body figure, made from the mesh."""
