"""One drawing in many published codings, each with its scheme and version.

The crosswalks from regions to codes are ours (`bodymap.analysis.coding.crosswalks`). A code is
marked where the drawing takes at least a tenth of its place, or where most of a separate area of
it lies. What is touched but not marked is listed, and so is what a scheme has no code for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.coding import crosswalks
from bodymap.analysis.coding.code_areas import NO_CODE, Code, CodeAreas
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, CodedPlace, CodedSide, Coding
from bodymap.body import Figure, SurfaceArea
from bodymap.body.area import of_cells
from bodymap.errors import AtlasOfOtherBody

MARKED_SHARE: Final = 0.10
"""A code is marked if the drawing covers at least this part of its place; our own choice."""

_ROUNDING: Final = 1e-9
Scheme = tuple[CodeAreas, str, str]
"""Areas of the codes, name and version."""

_KNOWN: "WeakKeyDictionary[Atlas, Mapping[str, Scheme]]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Coded:
    """A drawing in one scheme.

    Attributes:
        scheme: Name of the scheme.
        version: Its version, as far as it has one.
        crosswalk: Version of the assignment of regions to codes, which is ours.
        marked: Codes that count as marked, in the order of the scheme.
        touched: Codes of which a smaller part is drawn.
        shares: Part of the place of each code that is drawn, 0 to 1; only those touched.
        outside: Ids of drawn regions, and of places inside the body, that the scheme has no code
            for.
    """

    scheme: str
    version: str
    crosswalk: str
    marked: tuple[Code, ...]
    touched: tuple[Code, ...]
    shares: Mapping[Code, float]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawingCodings:
    """A drawing in every scheme that is known.

    Attributes:
        choir: CHOIR body map, 74 segments.
        michigan: Michigan body map, 35 areas.
        wpi: Widespread pain index, 19 areas.
        mypain: MyPAIN, 15 sites without sides.
        snomed_ct: SNOMED CT body structures of sites; only those whose code was confirmed.
    """

    choir: Coded
    michigan: Coded
    wpi: Coded
    mypain: Coded
    snomed_ct: Coded


def codings(area: SurfaceArea, atlas: Atlas) -> DrawingCodings:
    """Code a drawing.

    Args:
        area: The drawing.
        atlas: The schemes.

    Raises:
        AtlasOfOtherBody: The area's body numbers its cells differently from the atlas.
    """
    if area.body.version != atlas.body_version:
        raise AtlasOfOtherBody(atlas_version=atlas.body_version, body_version=area.body.version)
    pieces = separate_areas(area)
    return DrawingCodings(
        **{chart: coded_in(chart, area, pieces, atlas) for chart in schemes(atlas, area.body)}
    )


def coded_in(chart: str, area: SurfaceArea, pieces: tuple[SurfaceArea, ...], atlas: Atlas) -> Coded:
    """Code a drawing in one scheme.

    Args:
        chart: The scheme, by its name in `DrawingCodings`.
        area: The drawing.
        pieces: Its separate areas.
        atlas: The schemes.
    """
    coded = _coded(area, pieces, *schemes(atlas, area.body)[chart])
    return _with_everywhere(coded, atlas) if chart == "mypain" else coded


def _coded(
    area: SurfaceArea,
    pieces: tuple[SurfaceArea, ...],
    areas: CodeAreas,
    scheme: str,
    version: str,
) -> Coded:
    body, weights = area.body, cell_weights(area.body)
    drawn = areas.sums(area.cells, weights[area.cells])
    whole = areas.totals(body)
    covered = areas.sums(area.cells, body.area_cm2[area.cells])
    share = np.divide(covered, whole, out=np.zeros_like(covered), where=whole > 0)
    marked = set(np.flatnonzero(share >= MARKED_SHARE - _ROUNDING).tolist())
    for piece in pieces:
        marked.update(_where_most_lies(piece, areas, weights))
    numbers = [n for n in range(len(areas.codes)) if drawn[n] > 0]
    return Coded(
        scheme=scheme,
        version=version,
        crosswalk=crosswalks.VERSION,
        marked=tuple(areas.codes[n] for n in sorted(marked)),
        touched=tuple(areas.codes[n] for n in numbers if n not in marked),
        shares={areas.codes[n]: float(share[n]) for n in numbers},
        outside=_outside(area, areas),
    )


def _where_most_lies(piece: SurfaceArea, areas: CodeAreas, weights: np.ndarray) -> list[int]:
    """Codes that hold most of a separate area; none if most of it has no code."""
    weight = weights[piece.cells]
    held = areas.sums(piece.cells, weight)
    without = float(weight[areas.rows[0, piece.cells] == NO_CODE].sum())
    most = float(held.max(initial=0.0))
    if most <= without:
        return []
    return np.flatnonzero(held >= most - _ROUNDING).tolist()


def _outside(area: SurfaceArea, areas: CodeAreas) -> tuple[str, ...]:
    cells = area.cells[(areas.rows[0, area.cells] == NO_CODE)]
    without = of_cells(area.body, cells)
    weighty = [r for r, part in without.by_region().items() if part.share > 0]
    return (*weighty, *without.inside_sites)


def _with_everywhere(mypain: Coded, atlas: Atlas) -> Coded:
    """MyPAIN with its last site, which is marked where all others are."""
    place = next(c for c in atlas.codings.mypain.codes if c.label == crosswalks.EVERYWHERE)
    if len(mypain.marked) < len(atlas.codings.mypain.codes) - 1:
        return mypain
    return replace(mypain, marked=(*mypain.marked, code_of_place(place)))


def schemes(atlas: Atlas, body: Figure) -> Mapping[str, Scheme]:
    """Every scheme laid over the figure, by its name in `DrawingCodings`; made once."""
    if atlas not in _KNOWN:
        _KNOWN[atlas] = dict(_made(atlas, body))
    return _KNOWN[atlas]


def _made(atlas: Atlas, body: Figure) -> Iterator[tuple[str, Scheme]]:
    """Each scheme laid over the figure, with its name and version."""
    choir = atlas.codings.choir
    segments = [(f"{code.structure} {code.view}", code_of_place(code)) for code in choir.codes]
    areas = CodeAreas.of(body, segments, crosswalks.CHOIR)
    yield "choir", (areas, choir.scheme, choir.version)
    plain: tuple[tuple[str, Coding, Mapping[str, str]], ...] = (
        ("michigan", atlas.codings.michigan, crosswalks.MICHIGAN),
        ("wpi", atlas.codings.wpi, crosswalks.WPI),
        ("mypain", atlas.codings.mypain, crosswalks.MYPAIN),
    )
    for name, coding, crosswalk in plain:
        places = [(place.label, code_of_place(place)) for place in coding.codes]
        yield name, (CodeAreas.of(body, places, crosswalk), coding.scheme, coding.version)
    yield "snomed_ct", _snomed(atlas, body)


def code_of_place(place: CodedPlace) -> Code:
    """The code of a place, without what only its chart needs."""
    return Code(place.code, place.label, place.laterality)


def _snomed(atlas: Atlas, body: Figure) -> Scheme:
    """Sites whose SNOMED CT code was confirmed, each with the side that goes with the code."""
    codes: list[tuple[str, Code]] = []
    crosswalk: dict[str, str] = {}
    versions: dict[str, None] = {}
    for site in atlas.sites.values():
        known = site.codes.snomed_ct
        if known is None:
            continue
        places = body.sites[site.id]
        crosswalk[site.id] = " ".join(places.regions or (site.id,))
        versions[atlas.sources[known.source].title] = None
        sides = (CodedSide.RIGHT, CodedSide.LEFT)
        codes += [
            (site.id, Code(known.code, known.display, side, known.match))
            for side in ((CodedSide.MIDLINE,) if places.laterality == "midline" else sides)
        ]
    return CodeAreas.of(body, codes, crosswalk), "SNOMED CT body structure", "; ".join(versions)
