"""Answers in the codes of other charts: the places of the codes, and a drawing's codes as said."""

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.coding import crosswalks
from bodymap.analysis.coding.codings import (
    Coded,
    DrawingCodings,
    code_of_place,
    coded_in,
    codings,
    schemes,
)
from bodymap.atlas import Atlas, CodedPlace
from bodymap.atlas.codings import ChoirSegment, WpiArea
from bodymap.body import Body, SurfaceArea
from bodymap.errors import BodyError, InvalidRecord, Problem
from bodymap.records import CodedPlaces, PainMark
from bodymap.records.base import shortened

Pains = Sequence[tuple[PainMark, SurfaceArea]]
"""Pains of a drawing, each with its whole area."""


@dataclass(frozen=True)
class Numbering:
    """One way in which the places of a chart are numbered.

    Attributes:
        chart: Name of the chart in `DrawingCodings`.
        title: What it is called on a page.
        number: The code of a place in this numbering.
    """

    chart: str
    title: str
    number: Callable[[CodedPlace], str]

    def places(self, atlas: Atlas) -> Mapping[str, CodedPlace]:
        """The places of the chart by their code, in the chart's order."""
        return {self.number(place): place for place in getattr(atlas.codings, self.chart).codes}


def _own(place: CodedPlace) -> str:
    return place.code


def _in_redcap(place: CodedPlace) -> str:
    assert isinstance(place, ChoirSegment | WpiArea)  # noqa: S101 - a table below says so
    return place.redcap_key


def _on_older_female_maps(place: CodedPlace) -> str:
    assert isinstance(place, ChoirSegment)  # noqa: S101 - a table below says so
    return place.older_female_code


NUMBERINGS: Final[dict[str, Numbering]] = {
    "choir": Numbering("choir", "CHOIR body map", _own),
    "choir_older_female": Numbering(
        "choir", "CHOIR body map, older female numbers", _on_older_female_maps
    ),
    "choir_redcap": Numbering("choir", "CHOIR body map, keys of REDCap", _in_redcap),
    "michigan": Numbering("michigan", "Michigan Body Map", _own),
    "wpi": Numbering("wpi", "Widespread pain index", _own),
    "wpi_redcap": Numbering("wpi", "Widespread pain index, keys of REDCap", _in_redcap),
    "mypain": Numbering("mypain", "MyPAIN", _own),
}
"""Every numbering in which answers are understood, by the name that records keep."""


def coded_places(numbering: str, codes: Iterable[str], atlas: Atlas, body: Body) -> CodedPlaces:
    """An answer with the cells of its codes.

    Args:
        numbering: One of `NUMBERINGS`.
        codes: What was said; kept in the order of the chart.
        atlas: The charts.
        body: Any figure.

    Raises:
        InvalidRecord: the chart has no such numbering or code, or a code is said twice.
    """
    known, said = NUMBERINGS.get(numbering), [*codes]
    if known is None:
        reason = f"known are {', '.join(NUMBERINGS)}"
        problem = Problem(field="numbering", reason=reason, value=shortened(numbering))
        raise InvalidRecord("CodedPlaces", problems=(problem,))
    places = known.places(atlas)
    problems = tuple(
        Problem(field="codes", reason=f"{known.title} has no such code", value=shortened(code))
        for code in said
        if code not in places
    )
    if problems:
        raise InvalidRecord("CodedPlaces", problems=problems)
    order = {code: place for place, code in enumerate(places)}
    area = _area([places[code] for code in said], known.chart, atlas, body)
    return CodedPlaces.checked(
        {
            "numbering": numbering,
            "version": getattr(atlas.codings, known.chart).version,
            "codes": tuple(sorted(said, key=order.__getitem__)),
            "crosswalk": crosswalks.VERSION,
            "body_version": body.version,
            "cells": base64.b64encode(area.to_bytes()).decode(),
        }
    )


def holds(answer: CodedPlaces, atlas: Atlas, body: Body) -> bool:
    """Whether an answer names known codes, and has the cells that follow from them.

    Cells of another version of the assignment stay as they were derived.
    """
    try:
        made = coded_places(answer.numbering, answer.codes, atlas, body)
        area = answer.area(body)
        return answer.crosswalk != made.crosswalk or area == made.area(body)
    except (InvalidRecord, BodyError):
        return False


def codings_of(pains: Pains, atlas: Atlas, body: Body) -> DrawingCodings:
    """A drawing in every scheme; where a pain was answered in a scheme, as the codes said.

    Args:
        pains: Each pain with its whole area.
        atlas: The schemes.
        body: Any figure.

    Raises:
        BodyError, AtlasOfOtherBody: as `codings`.
    """
    charts = {
        NUMBERINGS[answer.numbering].chart
        for mark, _ in pains
        for answer in mark.coded
        if answer.numbering in NUMBERINGS
    }
    derived = codings(_together((area for _, area in pains), body), atlas)
    return replace(derived, **{chart: coded_on(chart, pains, atlas, body) for chart in charts})


def coded_on(chart: str, pains: Pains, atlas: Atlas, body: Body) -> Coded:
    """A drawing in one scheme: what was said there, and what the other pains cover.

    Args:
        chart: The scheme, by its name in `DrawingCodings`.
        pains: Each pain with its whole area.
        atlas: The schemes.
        body: Any figure.
    """
    rest, codes, is_answered = [], set(), False
    for mark, area in pains:
        answers = [
            (NUMBERINGS[each.numbering], each)
            for each in mark.coded
            if each.numbering in NUMBERINGS and NUMBERINGS[each.numbering].chart == chart
        ]
        rest.append(mark.area_without_codes(body) if answers else area)
        is_answered = is_answered or bool(answers)
        for numbering, answer in answers:
            places = numbering.places(atlas)
            codes |= {code_of_place(places[code]) for code in answer.codes if code in places}
    together = _together(rest, body)
    derived = coded_in(chart, together, separate_areas(together), atlas)
    if not is_answered:
        return derived
    marked = codes | {*derived.marked}
    of_chart = (code_of_place(place) for place in getattr(atlas.codings, chart).codes)
    return replace(
        derived,
        marked=tuple(code for code in of_chart if code in marked),
        touched=tuple(code for code in derived.touched if code not in marked),
        shares=dict(derived.shares) | dict.fromkeys(codes, 1.0),
    )


def _area(places: list[CodedPlace], chart: str, atlas: Atlas, body: Body) -> SurfaceArea:
    """The skin of some places of a chart; "everywhere" is all of it."""
    if any(place.label == crosswalks.EVERYWHERE for place in places):
        return body.whole()
    areas, _, _ = schemes(atlas, body)[chart]
    numbers = [areas.codes.index(code_of_place(place)) for place in places]
    skin = areas.rows[:, : body.cell_table.mesh_count]
    return body.cells(np.flatnonzero(np.isin(skin, numbers).any(axis=0)))


def _together(areas: Iterable[SurfaceArea], body: Body) -> SurfaceArea:
    whole = body.fill(())
    for area in areas:
        whole |= area
    return whole
