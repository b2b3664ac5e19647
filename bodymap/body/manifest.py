"""The manifest: which files make up the figure, and reading them with their checks."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from bodymap.errors import BodyFilesDamaged, BodyFilesMissing, UnknownBodyFile

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """One file of the figure.

    Attributes:
        name: File name without a folder.
        sha256: Hexadecimal digest of its bytes.
        bytes: Its size.
    """

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """What the manifest says about one view.

    Attributes:
        id: View id, such as `front`.
        group: `main`, `head`, `hand`, `foot` or `pelvic_floor`.
        figure: Figure it shows, or None if one drawing serves all figures.
        width: View units, which are pixels of its cell map.
        height: As `width`.
        cells: Name of its cell map file.
        relief: Name of its shading picture, or None.
        paths: Name of the file with its outlines, or None.
        mirror_of: Id of the view whose mirror picture it is, or None.
    """

    id: str
    group: str
    figure: str | None
    width: int
    height: int
    cells: str
    relief: str | None
    paths: str | None
    mirror_of: str | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The figure's folder as its manifest describes it.

    Attributes:
        folder: Where the files lie.
        body_version: Version of the numbering of cells and of the frames of views.
        cell_count: All cells: surface, pelvic-floor charts, places inside.
        mesh_cells: Cells of the body surface; they come first.
        figures: Ids of the figures.
        figure_height_cm: Stature of each figure.
        views: Every view of every figure.
        files: The files there are, by name: the only names given out.
    """

    folder: Path
    body_version: str
    cell_count: int
    mesh_cells: int
    figures: tuple[str, ...]
    figure_height_cm: Mapping[str, float]
    views: tuple[ViewEntry, ...]
    files: Mapping[str, ShippedFile]

    @classmethod
    def load(cls, folder: Path) -> "Manifest":
        """Read `manifest.json` in a folder.

        Raises:
            BodyFilesMissing: There is no manifest.
            BodyFilesDamaged: It is not what a manifest has to be.
        """
        path = folder / MANIFEST
        try:
            content = json.loads(_read(path))
            return cls(
                folder=folder,
                body_version=str(content["body_version"]),
                cell_count=int(content["cell_count"]),
                mesh_cells=int(content["mesh_cells"]),
                figures=tuple(content["figures"]),
                figure_height_cm=MappingProxyType(dict(content["figure_height_cm"])),
                views=tuple(_view(entry) for entry in content["views"]),
                files=MappingProxyType(
                    {
                        name: ShippedFile(name, str(entry["sha256"]), int(entry["bytes"]))
                        for name, entry in content["files"].items()
                    }
                ),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BodyFilesDamaged(path, f"{type(error).__name__}: {error}") from error

    def path(self, name: str) -> Path:
        """Path of a listed file.

        Raises:
            UnknownBodyFile: The manifest does not list that name, whatever lies in the folder.
        """
        if name not in self.files:
            raise UnknownBodyFile(name)
        return self.folder / name

    def read(self, name: str) -> bytes:
        """Bytes of a listed file, checked against its size and digest.

        Raises:
            UnknownBodyFile: As `path`.
            BodyFilesMissing: It is listed but not there.
            BodyFilesDamaged: It is not the file that was shipped.
        """
        path = self.path(name)
        content = _read(path)
        if hashlib.sha256(content).hexdigest() != self.files[name].sha256:
            raise BodyFilesDamaged(path, "its SHA-256 is not the one in the manifest")
        return content

    def read_json(self, name: str) -> Any:
        """Content of a listed JSON file; errors as `read`."""
        try:
            return json.loads(self.read(name))
        except ValueError as error:
            raise BodyFilesDamaged(self.path(name), f"it is not JSON ({error})") from error

    def read_compressed(self, name: str, size: int) -> bytes:
        """Bytes of a listed zlib file that unpacks to exactly `size` bytes; errors as `read`."""
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(self.read(name), size + 1)
        except zlib.error as error:
            raise BodyFilesDamaged(self.path(name), f"it cannot be unpacked ({error})") from error
        if len(content) != size or not unpacker.eof:
            raise BodyFilesDamaged(self.path(name), f"it does not unpack to {size} bytes")
        return content


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BodyFilesMissing(path) from None
    except OSError as error:
        raise BodyFilesDamaged(path, f"it cannot be read ({error.strerror})") from error


def _view(entry: Mapping[str, Any]) -> ViewEntry:
    return ViewEntry(
        id=str(entry["id"]),
        group=str(entry["group"]),
        figure=entry.get("figure"),
        width=int(entry["width"]),
        height=int(entry["height"]),
        cells=str(entry["cells"]),
        relief=entry.get("relief"),
        paths=entry.get("paths"),
        mirror_of=entry.get("mirror_of"),
    )
