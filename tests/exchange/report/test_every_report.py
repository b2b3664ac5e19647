"""Every kind of report holds every rule for readers and archives, however it is made.

The nightly run makes all of them; otherwise every two choices meet in one of those that are made.
"""

import io
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import Any, NamedTuple

import page
import pytest
from pypdf import PdfReader

from bodymap.exchange.report.blocks import Report
from bodymap.exchange.report.course import course_report
from bodymap.exchange.report.options import Kind, Options
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.sheet import Paper
from bodymap.services.exchanging.visit_records import VisitRecords
from bodymap.services.visits.time_line import Event
from tests.example_count import examples
from tests.exchange.archive.archives import packed
from tests.exchange.report.pdf_structure import faults
from tests.exchange.report.visits import AT, alma, books, plain, reported

RULES = (("ua1", 104), ("3a", 156))
MANY = 500


class Made(NamedTuple):
    """How a report is made."""

    kind: Kind
    findings: int
    paper: Paper
    large: bool
    named: bool
    signed: bool
    carrying: bool


CHOICES: tuple[tuple[Any, ...], ...] = (
    tuple(Kind),
    (0, 1, MANY),
    tuple(Paper),
    *((False, True) for _ in range(4)),
)
ALL = tuple(Made(*each) for each in product(*CHOICES))


def pairwise() -> Iterator[Made]:
    """Few of all, in which every two choices meet."""
    places = [*combinations(range(len(CHOICES)), 2)]
    left = {(i, j, one, other) for i, j in places for one in CHOICES[i] for other in CHOICES[j]}
    while left:
        best = max(ALL, key=lambda each: sum((i, j, each[i], each[j]) in left for i, j in places))
        left -= {(i, j, best[i], best[j]) for i, j in places}
        yield best


TRIED = ALL if examples(fast=0, whole=0, nightly=1) else tuple(pairwise())


@cache
def visit_with(findings: int) -> VisitRecords:
    return alma() if findings == 1 else plain(findings)


def report_of(made: Made) -> Report:
    options = Options(
        kind=made.kind,
        paper=made.paper,
        large=made.large,
        with_identity=made.named,
        letterhead="Practice\nStreet 1" if made.signed else "",
        to_sign=made.signed,
    )
    visit = visit_with(made.findings)
    if made.kind is not Kind.COURSE:
        return reported(visit, options)
    assert visit.person is not None
    drawn = visit.drawings[0] if visit.drawings else None
    layers = tuple(drawn.layers(books().figure(drawn.figure))) if drawn else ()
    days = [Event(AT.replace(month=month), visit.assessment, drawn, layers) for month in (3, 6)]
    return course_report(visit.person, days, options, books())


@pytest.mark.parametrize("made", TRIED, ids=lambda made: "-".join(map(str, made)))
def test_it_holds_every_rule_for_readers_and_archives(made: Made) -> None:
    carried = {"records": packed(), "bundle": b"{}"} if made.carrying else {}
    pdf = to_pdf(report_of(made), at=AT, **carried)

    for profile, rules in RULES:
        judged = page.validate_pdf_bytes(pdf, profile=profile)
        assert judged.failures == []
        assert judged.is_compliant
        assert judged.rules.total >= rules
    assert faults(pdf) == []
    assert len(PdfReader(io.BytesIO(pdf)).pages) > (10 if made.findings == MANY else 0)


def test_every_two_choices_meet() -> None:
    few = {*pairwise()}

    assert len(few) < len(ALL) / 20
    for one, other in combinations(range(len(CHOICES)), 2):
        met = {(each[one], each[other]) for each in few}
        assert met == {*product(CHOICES[one], CHOICES[other])}
