"""What a report of a course of visits says: small bodies in a row, and the same as tables."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, Protocol

from bodymap.analysis.comparing.change import change
from bodymap.analysis.comparing.extent import strength
from bodymap.analysis.over_time.following import Row, followed
from bodymap.analysis.read_back import read_back
from bodymap.atlas.citing import NOTICE, citation
from bodymap.body import Body, SurfaceArea
from bodymap.exchange.record_words import CALLED, LATERALITIES, PRESSURE_UNITS
from bodymap.exchange.report.blocks import Block, Items, Picture, Report, Section, Table
from bodymap.exchange.report.options import Books, Options
from bodymap.exchange.report.visit import person_in_words
from bodymap.exchange.tiny_body import Dot, TinyBody, silhouette, size_of, tiny_marks
from bodymap.records import Assessment, Called, PainDrawing, Person, TriggerPointFinding
from bodymap.wording.pain import places_in_words

_MOST_BODIES: Final = 12
_IN_A_ROW: Final = 4
_APART: Final = 22
_MOST_VISITS: Final = 5
"""So many visits have a column for each finding; there is room for no more."""


class Day(Protocol):
    """A day on which somebody was examined or drew, as `services.visits.time_line` reads it."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def visit(self) -> Assessment | None:
        """The examination, if there was one."""

    @property
    def drawing(self) -> PainDrawing | None:
        """The drawing, if there is one."""

    @property
    def layers(self) -> Sequence[tuple[SurfaceArea, int | None]]:
        """Its marks with their pain."""

    @property
    def area(self) -> SurfaceArea | None:
        """All that is marked; None where nothing is."""


def course_report(person: Person, days: Sequence[Day], options: Options, books: Books) -> Report:
    """The report of all finished visits and drawings of a person.

    Args:
        person: Whose.
        days: The first first; at least one.
        options: What was chosen; parts are those of a single visit and do not count here.
        books: What it is made with.
    """
    body = books.figure(person.figure)
    who = person_in_words(person) if options.with_identity else person.code or "one person"
    first, last = books.day(days[0].at), books.day(days[-1].at)
    span = first if first == last else f"{first} to {last}"
    sections = (
        ("On the body", _bodies(days, body)),
        ("Visit by visit", _days(days, books)),
        ("Finding by finding", _findings(days, body, books)),
        ("What changed from the first drawing to the last", _changed(days, books)),
    )
    return Report(
        title="Course of visits",
        about=(who, span),
        sections=tuple(Section(heading, tuple(blocks)) for heading, blocks in sections),
        notice=NOTICE,
        foot=f"{who}, {span}",
        paper=options.paper,
        large=options.large,
        letterhead=tuple(line for line in options.letterhead.splitlines() if line.strip()),
        signed_by="" if options.to_sign else None,
    )


def _bodies(days: Sequence[Day], body: Body) -> Iterator[Block]:
    shown = days[-_MOST_BODIES:]
    figure = silhouette(body)
    wide, high = (side + _APART for side in size_of(body))
    parts = []
    for number, day in enumerate(shown):
        findings = day.visit.findings if day.visit else ()
        dots = [Dot(each.place.cell, _is_active(each)) for each in findings]
        marks = tiny_marks(body, TinyBody(day.layers, dots))
        x, y = number % _IN_A_ROW * wide, number // _IN_A_ROW * high
        parts += [f'<g transform="translate({x} {y})">{each}</g>' for each in (figure, marks)]
    # Nearly as wide as a full row, so that a few bodies are small too.
    whole = wide * max(_IN_A_ROW - 1, min(len(shown), _IN_A_ROW))
    rows = -(-len(shown) // _IN_A_ROW)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {high * rows}" '
        f'width="{whole}" height="{high * rows}">{"".join(parts)}</svg>'
    )
    last = f", the last {len(shown)} of {len(days)}" if len(days) > len(shown) else ""
    days_shown = "1 day" if len(shown) == 1 else f"{len(shown)} days"
    caption = (
        f"Front and back on {days_shown}{last}, the first on the left. Colour: pain as drawn, "
        "darker the stronger. A dot is an active trigger point, a ring any other place found. The "
        "days stand in the table below."
    )
    yield Picture(svg, f"Small bodies, one for each of {days_shown}, as the table says.", caption)


def _days(days: Sequence[Day], books: Books) -> Iterator[Block]:
    columns = ("Day", "Reason", "Pain drawn", "Of the body", "Places examined", "Treatment")
    rows = tuple(
        (
            books.day(day.at),
            day.visit.reason if day.visit else "",
            _drawn(day),
            "" if day.area is None else f"{100 * day.area.share:.1f} %",
            _examined(day.visit),
            _treated(day.visit, books),
        )
        for day in days
    )
    caption = "Days on which nothing was recorded are not here: nobody knows how it was then."
    yield Table(caption, columns, (1.4, 1.8, 2.8, 1.0, 1.6, 2.2), rows)


def _drawn(day: Day) -> str:
    if day.drawing is None:
        return "nothing drawn"
    if day.area is None:
        return "no pain" if day.drawing.no_pain else "nothing marked"
    rated = [nrs for _, nrs in day.layers if nrs is not None]
    strongest = f", up to {max(rated)} of 10" if rated else ", not rated"
    return f"{places_in_words(read_back(day.area).places, most=3)}{strongest}"


def _examined(visit: Assessment | None) -> str:
    if visit is None:
        return "not examined"
    found = visit.findings
    active = sum(map(_is_active, found))
    return f"{len(found)}, {active} of them active" if found else "none"


def _is_active(finding: TriggerPointFinding) -> bool:
    return finding.was_examined and finding.called is Called.ACTIVE_TRIGGER_POINT


def _treated(visit: Assessment | None, books: Books) -> str:
    known = books.atlas.treatments
    done = visit.treatments if visit else ()
    names = (known[e.treatment].name if e.treatment in known else e.treatment for e in done)
    return "; ".join(dict.fromkeys(names))


def _findings(days: Sequence[Day], body: Body, books: Books) -> Iterator[Block]:
    visits = [day.visit for day in days if day.visit is not None][-_MOST_VISITS:]
    rows = followed(visits, body)
    if not rows:
        return
    columns = ("Finding", *(books.day(visit.examined_at) for visit in visits))
    told = tuple(
        (_name(row, books), *(_seen(row, number) for number in range(len(visits)))) for row in rows
    )
    caption = (
        f"The last {len(visits)} visits. A finding is followed as the examiner said, else by "
        "muscle, trigger point and side, or within 2 cm. Pain on pressure, 0 to 10."
    )
    yield Table(caption, columns, (2.0, *(1.6 for _ in visits)), told)


def _name(row: Row, books: Books) -> str:
    muscles, last = books.atlas.muscles, row.last
    known = last.muscle is not None and last.muscle in muscles
    name = muscles[last.muscle].name if known and last.muscle else "no muscle chosen"
    point = books.atlas.trigger_points.get(last.trigger_point or "")
    at = f" ({point.name})" if point else ""
    return f"{name}{at}, {LATERALITIES[last.laterality]}"


def _seen(row: Row, visit: int) -> str:
    seen = row.at(visit)
    if seen is None:
        return "not recorded"
    return _found(seen.finding) if seen.finding.was_examined else "not examined"


def _found(finding: TriggerPointFinding) -> str:
    pain, threshold = finding.pain_on_pressure, finding.pressure_pain_threshold
    parts = [CALLED[finding.called]]
    if pain is not None:
        parts.append(f"pain {pain.nrs}")
    if threshold is not None:
        value = f"{threshold.in_unit(threshold.entered_in):.3g}"
        parts.append(f"{value} {PRESSURE_UNITS[threshold.entered_in]}")
    return ", ".join(parts)


def _changed(days: Sequence[Day], books: Books) -> Iterator[Block]:
    drawn = [day for day in days if day.area is not None]
    if len(drawn) < 2:  # noqa: PLR2004 - a first and a last
        return
    earlier, later = drawn[0], drawn[-1]
    if earlier.area is None or later.area is None:
        return
    means = tuple(strength(day.layers).mean for day in (earlier, later))
    moved = change(earlier.area, later.area, books.atlas, intensity=(means[0], means[1]))
    yield f"From {books.day(earlier.at)} to {books.day(later.at)}:"
    yield Items(moved.text)
    sources = "; ".join(citation(books.atlas.sources[each]) for each in moved.sources)
    yield f"Sources: {sources}."
