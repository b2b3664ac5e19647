"""Archives: records as a zip of JSON lines with a manifest, out and in; see docs/archive.md."""
