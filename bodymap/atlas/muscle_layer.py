"""The muscle layer: where muscles lie, on the cells of the body, read from its compiled form.

Shapes are stored for the patient's right; the left is its mirror. Cells are the same on all
figures, so a muscle is at the same place on each of them, in every view.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bodymap import files
from bodymap.atlas.base import Certainty
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Figure, Laterality, Patch, SurfaceArea
from bodymap.body.area import of_cells, of_regions
from bodymap.errors import AtlasOfOtherBody, UnreadableAtlas

FILE: Final = "muscle_layer.npz"
EDGE_STEP_CM: Final = 0.02
"""Step of the stored distances from the edges; they fill a signed byte."""
SHARE_STEPS: Final = 255
"""Steps of the stored share between the sides; they fill a byte."""


@dataclass(frozen=True, eq=False)
class MusclePiece:
    """A piece of a muscle on the patient's right.

    Attributes:
        muscle: Id of the muscle.
        depth: How near the skin it lies.
        over: Rank among superficial pieces; the higher one is seen.
        fibres: Number of strips that its fibres divide it into.
        patch: Its cells and how far they are from its edges.
    """

    muscle: str
    depth: Depth
    over: int
    fibres: int
    patch: Patch

    def on(self, laterality: Laterality, body: Figure) -> Patch:
        """The piece of the patient's right or left muscle."""
        if laterality is not Laterality.LEFT:
            return self.patch
        mirrored = body.cell_table.mirror[self.patch.cells]
        return Patch(mirrored, self.patch.edges_cm, self.patch.share)


@dataclass(frozen=True, eq=False)
class MuscleLayer:
    """All pieces of all muscles, in the order in which they are drawn.

    Attributes:
        pieces: Superficial ones from below to the top, then deep ones, then sheets.
        charts: Id of a muscle and base id of a region of the pelvic-floor charts that shows it.
        statement: What the drawing is.
        sources: Ids of what the attachments were taken from; they hold for all shapes.
        certainty: Of all shapes.
        body_version: Version of the figure that the cells belong to.
    """

    pieces: tuple[MusclePiece, ...]
    charts: tuple[tuple[str, str], ...]
    statement: str
    sources: tuple[str, ...]
    certainty: Certainty
    body_version: str

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Read the compiled layer; about 10 ms, nothing is written.

        Args:
            path: The array file; the shipped one when left out.

        Raises:
            UnreadableAtlas: It is missing or damaged.
        """
        path = path or files.assets("atlas", "compiled", FILE)
        try:
            with path.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
                return cls.from_arrays({name: stored[name] for name in stored.files})
        except FileNotFoundError as error:
            raise UnreadableAtlas(path, "no such file") from error
        except (OSError, KeyError, ValueError, EOFError, BadZipFile) as error:
            raise UnreadableAtlas(path, "it is not a valid array file") from error

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[Any]]) -> Self:
        """The layer that `to_arrays` stored.

        Raises:
            KeyError: An array is missing.
            ValueError: An array does not hold what it should.
        """
        starts = arrays["starts"].tolist()
        edges = arrays["edges"].astype(np.float32) * np.float32(EDGE_STEP_CM)
        share = arrays["share"].astype(np.float32) / np.float32(SHARE_STEPS)
        rows = zip(
            arrays["muscles"].tolist(),
            arrays["depths"].tolist(),
            arrays["over"].tolist(),
            arrays["fibres"].tolist(),
            starts[:-1],
            starts[1:],
            strict=True,
        )
        pieces = tuple(
            MusclePiece(
                muscle,
                Depth(depth),
                over,
                fibres,
                Patch(arrays["cells"][start:end], edges[start:end], share[start:end]),
            )
            for muscle, depth, over, fibres, start, end in rows
        )
        return cls(
            pieces,
            tuple((muscle, region) for muscle, region in arrays["charts"].tolist()),
            str(arrays["statement"]),
            tuple(arrays["sources"].tolist()),
            Certainty(str(arrays["certainty"])),
            str(arrays["body_version"]),
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Everything as plain arrays, to be stored."""
        patches = [piece.patch for piece in self.pieces]
        ends = np.cumsum([0, *(patch.cells.size for patch in patches)])
        edges = np.concatenate([patch.edges_cm for patch in patches]) / EDGE_STEP_CM
        share = np.concatenate([patch.share for patch in patches]) * SHARE_STEPS
        return {
            "muscles": np.array([piece.muscle for piece in self.pieces]),
            "depths": np.array([piece.depth.value for piece in self.pieces]),
            "over": np.array([piece.over for piece in self.pieces], np.int8),
            "fibres": np.array([piece.fibres for piece in self.pieces], np.uint8),
            "starts": ends.astype(np.uint32),
            "cells": np.concatenate([patch.cells for patch in patches]).astype(np.uint16),
            "edges": np.clip(np.rint(edges), -127, 127).astype(np.int8),
            "share": np.clip(np.rint(share), 0, SHARE_STEPS).astype(np.uint8),
            "charts": np.array(self.charts),
            "statement": np.array(self.statement),
            "sources": np.array(self.sources),
            "certainty": np.array(self.certainty.value),
            "body_version": np.array(self.body_version),
        }

    def checked(self, body: Figure) -> Figure:
        """The body, if the layer belongs to it.

        Raises:
            AtlasOfOtherBody: Its cells are numbered differently.
        """
        if body.version != self.body_version:
            raise AtlasOfOtherBody(atlas_version=self.body_version, body_version=body.version)
        return body

    @cached_property
    def muscles(self) -> frozenset[str]:
        """Ids of all muscles that are drawn."""
        return frozenset(p.muscle for p in self.pieces) | {muscle for muscle, _ in self.charts}

    def area(self, muscle: str, laterality: Laterality, body: Figure) -> SurfaceArea:
        """Cells of a muscle on one side, or on both; also those that others lie over.

        Raises:
            AtlasOfOtherBody: The layer does not belong to this body.
        """
        self.checked(body)
        right = [piece.patch.inside for piece in self.pieces if piece.muscle == muscle]
        whole = np.concatenate(right) if right else np.zeros(0, np.uint16)
        mine = whole[body.cell_table.sign[whole] < 0]
        area = of_cells(body, mine) | self._on_charts(muscle, body)
        if laterality is Laterality.RIGHT:
            return area
        return area.mirrored() if laterality is Laterality.LEFT else area | area.mirrored()

    def _on_charts(self, muscle: str, body: Figure) -> SurfaceArea:
        bases = [region for of, region in self.charts if of == muscle]
        return of_regions(body, chart_regions(bases, Laterality.RIGHT, body))

    def lying_in(self, place: SurfaceArea) -> Iterator[tuple[str, Laterality, float]]:
        """Muscles that lie in a place, with their side and the share of the place they take."""
        for laterality in (Laterality.RIGHT, Laterality.LEFT):
            for muscle in dict.fromkeys(piece.muscle for piece in self.pieces):
                shared = self.area(muscle, laterality, place.body) & place
                if shared:
                    yield muscle, laterality, shared.cm2 / max(place.cm2, 1e-9)


def chart_regions(bases: Iterable[str], laterality: Laterality, body: Figure) -> tuple[str, ...]:
    """Region ids of bases on one side; one on the midline belongs to both."""
    sided = [(base, f"{base}.{laterality.value.lower()}") for base in bases]
    return tuple(region if region in body.regions else base for base, region in sided)
