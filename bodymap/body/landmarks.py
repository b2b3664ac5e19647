"""Landmarks: places on the body that a finger can find."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bodymap.body.manifest import Manifest
from bodymap.errors import BodyFilesDamaged

FILE = "landmarks.json"


@dataclass(frozen=True, slots=True)
class Landmark:
    """One place that a finger can find, the same cell on every figure.

    Attributes:
        id: Slug, such as `acromion`.
        label: Name as a therapist says it, to follow "the" or to stand alone, such as `C7`.
        plain_label: Name as a patient says it.
        paired: Whether there is one on each side.
        cells: Its cell: `{"left": n, "right": n}`, or `{"midline": n}`.
        part: Part of the body: `head`, `neck`, `trunk`, `shoulder`, `arm`, `hand`, `hip`, `leg` or
            `foot`.
    """

    id: str
    label: str
    plain_label: str
    paired: bool
    cells: Mapping[str, int]
    part: str


def read_landmarks(manifest: Manifest) -> Mapping[str, Landmark]:
    """Landmarks by id, in the order of the file.

    Raises:
        BodyFilesMissing: The file is not there.
        BodyFilesDamaged: A row lacks a field, or names what is not a cell of the surface.
    """
    try:
        landmarks = {row["id"]: _landmark(row) for row in manifest.read_json(FILE)}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise BodyFilesDamaged(manifest.path(FILE), problem) from error
    for landmark in landmarks.values():
        if not all(0 <= cell < manifest.mesh_cells for cell in landmark.cells.values()):
            problem = f"landmark {landmark.id!r} is not on a cell of the surface"
            raise BodyFilesDamaged(manifest.path(FILE), problem)
    return MappingProxyType(landmarks)


def _landmark(row: Mapping[str, Any]) -> Landmark:
    names = ("left", "right") if row["paired"] else ("midline",)
    return Landmark(
        id=row["id"],
        label=row["label"],
        plain_label=row["plain_label"],
        paired=row["paired"],
        cells=MappingProxyType({name: int(row["cells"][name]) for name in names}),
        part=row["part"],
    )
