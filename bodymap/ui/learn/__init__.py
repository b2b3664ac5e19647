"""The Learn pages: topics in plain words, their pictures, and where all of it comes from."""
