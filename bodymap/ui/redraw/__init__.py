"""The maintainer's drawing page: redraw where a trigger point refers, and write it to its file."""
