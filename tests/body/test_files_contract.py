"""Sentences of `assets/body/README.md` on the folder as a whole, checked."""

import hashlib

from tests.body import asset_files as shipped


def test_22_the_manifest_names_every_file_with_hash_and_size() -> None:
    files = {
        path.name: {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
        }
        for path in shipped.FOLDER.iterdir()
        if path.name not in {"manifest.json", "README.md", "LICENSE.txt"}
    }
    assert shipped.manifest()["files"] == dict(sorted(files.items()))
    assert shipped.manifest()["body_version"] == "1"


def test_23_all_files_together_are_at_most_twelve_megabytes() -> None:
    assert sum(p.stat().st_size for p in shipped.FOLDER.iterdir()) <= 12_000_000
