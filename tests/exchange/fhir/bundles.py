"""Bundles to read and to break."""

import io
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from bodymap.exchange.fhir.bundle import BundleKind, write_bundle
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.fhir.reading import Bundle, open_bundle
from bodymap.exchange.fhir.writing import Release
from bodymap.records.portable import Portable, Whole, kind_of
from tests import shipped
from tests.exchange.report.visits import AT, alma, figure
from tests.records.builders import NOON, a_mark, a_pain_drawing, a_person, an_id

RELEASES = tuple(Release)


@cache
def mapper() -> Mapper:
    return Mapper(figure, shipped.atlas())


@cache
def of_alma() -> tuple[Portable, ...]:
    """Her last visit with a treatment and everything that can stand at one."""
    visit = alma()
    assert visit.person is not None
    finding = visit.assessment.findings[0]
    said = visit.assessment.changed(
        findings=(finding, finding.changed(id="m_2", copied_from=finding.id, continues=None)),
        treatments=(
            {
                "id": "t_1",
                "treatment": "dry_needling",
                "finding_id": finding.id,
                "twitch": "PRESENT",
                "pain_before": {"nrs": 6},
                "pain_after": {"nrs": 0},
                "adverse": ("BRUISING",),
                "adverse_other": "tired & dizzy",
                "home_advice": "Keep <moving>",
            },
        ),
        measures=(
            {
                "id": "q_1",
                "instrument": "PSFS",
                "activities": ("stairs", "to <lift>"),
                "answers": (4, None),
            },
            {"id": "q_2", "instrument": "PEG", "answers": (7, None, 5)},
            {"id": "q_3", "instrument": "GRC", "answers": (-5,)},
            {"id": "q_4", "instrument": "OTHER", "name": "NDI", "score": 12.5, "most": 50},
        ),
        responses=({"id": "t_0", "assessment_id": an_id(9), "course": "BETTER", "lasted": "DAYS"},),
    )
    edition = said.changed(editions=1)
    painless = a_pain_drawing(id=an_id(40), code="NOPAIN", person_id=visit.person.id, no_pain=True)
    return (
        visit.person,
        Whole(edition, (edition,)),
        *(Whole(each, (each,) * each.editions) for each in visit.drawings),
        Whole(painless),
    )


def written(
    records: Sequence[Portable],
    release: Release = Release.R4,
    kind: BundleKind = BundleKind.COLLECTION,
) -> str:
    target = io.BytesIO()
    write_bundle(
        target,
        lambda name: [each for each in records if kind_of(each) == name],
        at=AT,
        mapper=mapper(),
        release=release,
        kind=kind,
    )
    return target.getvalue().decode()


def read(text: str) -> Bundle:
    return open_bundle(io.BytesIO(text.encode()), mapper(), at=NOON)


def of_type(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]


def bundle_of(records: Sequence[Portable], release: Release = Release.R4) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(written(records, release))
    return made


def one_pain() -> tuple[Portable, ...]:
    """Somebody with one pain, drawn on a whole region."""
    person = a_person(name="Ada")
    stroke = {"kind": "REGION", "region": "calf.left"}
    drawing = {
        "figure": "neutral",
        "body_version": "1",
        "views": ({"view": "back", "strokes": (stroke,)},),
    }
    mark = a_mark(drawing=drawing, intensity={"nrs": 7, "recall": "NOW"})
    return person, Whole(a_pain_drawing(person_id=person.id, marks=(mark,)))
