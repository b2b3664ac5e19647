import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bodymap.body import Body, Manifest
from bodymap.errors import BodyFilesDamaged, BodyFilesMissing, UnknownBodyFile


@pytest.fixture
def folder(box_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(box_folder, tmp_path / "body"))


def rewrite(folder: Path, name: str, content: bytes) -> None:
    """Put other bytes into a file and into the manifest."""
    import hashlib  # noqa: PLC0415 - used here alone

    (folder / name).write_bytes(content)
    manifest = json.loads((folder / "manifest.json").read_text())
    digest = hashlib.sha256(content).hexdigest()
    manifest["files"][name] = {"sha256": digest, "bytes": len(content)}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def change(folder: Path, name: str, edit: Callable[[Any], None]) -> None:
    """Edit a JSON file, the manifest kept right."""
    content = json.loads((folder / name).read_text())
    edit(content)
    rewrite(folder, name, json.dumps(content).encode())


def test_the_manifest_lists_the_files_with_size_and_digest(box_folder: Path) -> None:
    manifest = Manifest.load(box_folder)

    on_disk = {p.name: p.stat().st_size for p in box_folder.iterdir() if p.name != "manifest.json"}
    assert {f.name: f.bytes for f in manifest.files.values()} == on_disk
    assert manifest.read("landmarks.json") == b"[]"
    assert manifest.path("cells.npz") == box_folder / "cells.npz"


@pytest.mark.parametrize(
    "name", ["manifest.json", "../secret", "/etc/passwd", "", "neutral.front.cells\0", "x" * 9999]
)
def test_only_listed_names_are_given_out(box_folder: Path, name: str) -> None:
    with pytest.raises(UnknownBodyFile):
        Manifest.load(box_folder).path(name)


def test_an_empty_folder_has_no_body(tmp_path: Path) -> None:
    with pytest.raises(BodyFilesMissing) as caught:
        Body.load(folder=tmp_path)

    assert caught.value.path == tmp_path / "manifest.json"


@pytest.mark.parametrize("name", ["cells.npz", "regions.json", "sites.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(BodyFilesMissing) as caught:
        Body.load(folder=folder)

    assert caught.value.path == folder / name


def test_a_missing_cell_map_is_named_when_it_is_needed(folder: Path) -> None:
    (folder / "neutral.front.cells").unlink()
    body = Body.load(folder=folder)

    with pytest.raises(BodyFilesMissing) as caught:
        body.hit("front", 1, 1)

    assert caught.value.path.name == "neutral.front.cells"


@pytest.mark.parametrize("name", ["cells.npz", "regions.json", "sites.json"])
def test_a_changed_file_is_noticed(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)

    with pytest.raises(BodyFilesDamaged, match="SHA-256") as caught:
        Body.load(folder=folder)

    assert caught.value.path == folder / name


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"body_version": "1", "cell_count": "many"}']
)
def test_a_manifest_that_is_none_is_damaged(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)

    with pytest.raises(BodyFilesDamaged):
        Body.load(folder=folder)


def test_a_manifest_that_is_a_folder_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").mkdir()

    with pytest.raises(BodyFilesDamaged, match="cannot be read"):
        Body.load(folder=tmp_path)


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        ("regions.json", lambda rows: rows[0].pop("label")),
        ("regions.json", lambda rows: rows[0].update(laterality="SIDEWAYS")),
        ("sites.json", lambda rows: rows.update(new={"laterality": "paired"})),
        ("sites.json", lambda rows: rows.update(new={"regions": ["x"], "laterality": "paired"})),
        ("sites.json", lambda rows: rows["tongue"].update(inside=3)),
        ("sites.json", lambda rows: rows["tongue"].update(inside={"SIDEWAYS": 3})),
        ("sites.json", lambda rows: rows["tongue"].update(inside={"MIDLINE": 3})),
        ("sites.json", lambda rows: rows["tongue"].update(inside={"MIDLINE": 65_000})),
    ],
)
def test_names_that_do_not_fit_are_damage(
    folder: Path, name: str, edit: Callable[[Any], None]
) -> None:
    change(folder, name, edit)

    with pytest.raises(BodyFilesDamaged) as caught:
        Body.load(folder=folder)

    assert caught.value.path == folder / name


@pytest.mark.parametrize(
    "content",
    [
        b"not packed",
        zlib.compress(b"\0" * 10),
        zlib.compress(b"\0" * 2 * 196 * 136 + b"more"),
        zlib.compress(b"\0" * 2 * 196 * 136)[:-3],
    ],
)
def test_a_cell_map_of_another_size_is_damage(folder: Path, content: bytes) -> None:
    rewrite(folder, "neutral.front.cells", content)

    with pytest.raises(BodyFilesDamaged):
        Body.load(folder=folder).hit("front", 1, 1)


@pytest.mark.parametrize("content", [b"PK nonsense", b""])
def test_an_archive_that_is_none_is_damage(folder: Path, content: bytes) -> None:
    rewrite(folder, "cells.npz", content)

    with pytest.raises(BodyFilesDamaged):
        Body.load(folder=folder)


@pytest.mark.parametrize("lost", ["region", "mirror", "area_neutral", "xyz_neutral"])
def test_an_archive_without_an_array_says_which(folder: Path, lost: str) -> None:
    with np.load(folder / "cells.npz") as file:
        arrays = {name: file[name] for name in file.files if name != lost}
    np.savez(folder / "cells.npz", **arrays)
    rewrite(folder, "cells.npz", (folder / "cells.npz").read_bytes())

    with pytest.raises(BodyFilesDamaged, match=lost):
        Body.load(folder=folder)


def test_an_array_of_another_length_is_damage(folder: Path) -> None:
    with np.load(folder / "cells.npz") as file:
        arrays = {name: file[name] for name in file.files}
    arrays["mirror"] = arrays["mirror"][:-1]
    np.savez(folder / "cells.npz", **arrays)
    rewrite(folder, "cells.npz", (folder / "cells.npz").read_bytes())

    with pytest.raises(BodyFilesDamaged, match="mirror"):
        Body.load(folder=folder)


def test_groups_of_views_that_are_not_shipped_are_not_missed(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["views"] = [view for view in manifest["views"] if view["group"] == "main"]
    (folder / "manifest.json").write_text(json.dumps(manifest))

    assert list(Body.load(folder=folder).views) == ["front", "back", "left", "right"]
