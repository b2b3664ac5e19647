"""Records of earlier versions are there after an upgrade, with everything equal."""

from pathlib import Path
from typing import Any

import pytest

from bodymap.records import Edition
from bodymap.services.assessing.changes import FindingChange
from bodymap.services.drawing.changes import PainDetails, PainDetailsChange
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import KeptStep, Ports, SystemClock, UnitOfWork
from bodymap.services.maintaining.tidying import Tidied, tidy
from bodymap.store import open_store
from bodymap.store.times import to_text
from tests import shipped
from tests.records.builders import NOON, a_hand_over, a_mark, a_person
from tests.store.keeping import FULL as ASSESSMENT
from tests.store.old_files import Rows, an_old_file
from tests.store.test_drawing_contract import FULL as DRAWN

PERSON = a_person(name="Aoife O'Brien Ångström", code="PAT-042", year_of_birth=1971)
FINISHED = {"status": "FINISHED", "editions": 1, "finished_at": NOON, "person_id": PERSON.id}
#: Notes that came later than the files here.
SINCE = ("subjective", "objective", "conclusion", "plan")
LATER = {"treatments", "responses", "measures", *SINCE}
EXAMINED = ASSESSMENT.changed(
    **FINISHED,
    finished_by="Kim",
    treatments=(),
    responses=(),
    measures=(),
    **dict.fromkeys(SINCE, ""),
    findings=[
        finding.changed(copied_from=None, continues=None, is_new=False)
        for finding in ASSESSMENT.findings
    ],
)
ON_THE_NOSE = {
    "figure": "neutral",
    "body_version": "1",
    "views": [{"view": "front", "strokes": [{"kind": "REGION", "region": "nose"}]}],
}
DRAWING = DRAWN.changed(
    **FINISHED,
    assessment_id=EXAMINED.id,
    marks=(a_mark("nose", drawing=ON_THE_NOSE, intensity={"nrs": 7, "recall": "NOW"}),),
)
LINK = a_hand_over(drawing_id=DRAWING.id)
BEFORE = PainDetails(**{name: getattr(DRAWING, name) for name in PainDetails.model_fields})
STEP = PainDetailsChange(before=BEFORE.changed(arrows=()), after=BEFORE)
SET = FindingChange(before=None, after=EXAMINED.findings[0], position=0)


def as_moves(fields: dict[str, Any]) -> dict[str, Any]:
    """Arrows as they were called."""
    return {"moves" if name == "arrows" else name: value for name, value in fields.items()}


def columns(record: Any, *, without: set[str] = frozenset()) -> dict[str, Any]:
    """Values as an early version wrote them: times as text, lists as JSON."""
    fields = record.model_dump(mode="json", exclude=without)
    times = {name for name, value in dict(record).items() if hasattr(value, "astimezone")}
    return fields | {name: to_text(getattr(record, name)) for name in times}


def finding_columns(position: int) -> dict[str, Any]:
    finding = EXAMINED.findings[position]
    pain, threshold = finding.pain_on_pressure, finding.pressure_pain_threshold
    place = finding.place.model_dump(exclude={"kind"})
    as_is = ("id", "laterality", "muscle", "trigger_point", "depth", "notes")
    return {
        "assessment_id": EXAMINED.id,
        "position": position,
        "drawing": None,
        **place,
        **{name: getattr(finding, name) for name in as_is},
        **finding.signs.model_dump(),
        "pain_nrs": pain and pain.nrs,
        "pain_recall": pain and pain.recall,
        "threshold_kilopascals": threshold and threshold.kilopascals,
        "threshold_probe_area_cm2": threshold and threshold.probe_area_cm2,
        "threshold_entered_in": threshold and threshold.entered_in,
        "referral_felt": finding.referral.felt,
        "referral_drawing": finding.referral.model_dump(mode="json")["drawing"],
    }


def old_rows() -> Rows:
    """What version 0003 would have kept of these records."""
    kept = {"changed_at": to_text(NOON), "deleted_at": None}
    step = STEP.model_dump(mode="json")
    step |= {end: as_moves(step[end]) for end in ("before", "after")}
    drawn = as_moves(columns(DRAWING)) | {"mark_count": 1}
    edition = EXAMINED.model_dump(mode="json", exclude=LATER)
    for finding in edition["findings"]:
        for name in ("copied_from", "continues", "is_new"):
            del finding[name]
    return {
        "persons": [columns(PERSON) | kept | {"search_text": "o'brien angstrom pat-042"}],
        "assessments": [columns(EXAMINED, without={"findings", *LATER}) | kept],
        "findings": [finding_columns(0), finding_columns(1)],
        "editions": [{"assessment_id": EXAMINED.id, "number": 1, "assessment": edition}],
        "drawings": [drawn | kept],
        "drawing_editions": [
            {
                "drawing_id": DRAWING.id,
                "number": 1,
                "drawing": as_moves(DRAWING.model_dump(mode="json")),
            }
        ],
        "steps": [
            {
                "assessment_id": EXAMINED.id,
                "client_id": "w",
                "number": 1,
                "undone": False,
                "what": "Set a mark",
                "change": SET.model_dump(mode="json"),
            }
        ],
        "drawing_steps": [
            {
                "drawing_id": DRAWING.id,
                "client_id": "w",
                "number": 3,
                "undone": True,
                "what": "Show where it moves",
                "change": step,
            }
        ],
        "hand_overs": [columns(LINK)],
        "requests": [{"id": "r", "subject_id": EXAMINED.id, "done_at": to_text(NOON)}],
        "settings": [{"name": "examiner_name", "value": "Kim"}],
    }


@pytest.fixture
def upgraded(tmp_path: Path) -> Any:
    an_old_file(tmp_path, "0003", old_rows()).dispose()
    store = open_store(tmp_path)
    yield store
    store.close()


def test_everything_of_version_0003_is_there(upgraded: Any) -> None:
    with upgraded.reading() as unit:
        assert unit.persons.get(PERSON.id) == PERSON
        assert unit.assessments.get(EXAMINED.id) == EXAMINED
        assert unit.assessments.editions(EXAMINED.id) == (Edition(1, EXAMINED),)
        assert unit.drawings.get(DRAWING.id) == DRAWING
        assert unit.drawings.editions(DRAWING.id) == (Edition(1, DRAWING),)
        assert unit.hand_overs.get(LINK.id) == LINK
        assert unit.requests.subject("r") == EXAMINED.id
        assert unit.settings.get("examiner_name") == "Kim"
        assert unit.undo.next_undo(EXAMINED.id, "w") == KeptStep(
            "set_finding", SET.model_dump(mode="json"), 1, "step-1"
        )
        step = unit.undo.next_redo(DRAWING.id, "w")
    assert step is not None
    assert (step.what, step.number) == ("set_arrow", 3)
    assert PainDetailsChange.model_validate(step.change) == STEP


@pytest.mark.parametrize(
    "words", [("obrien",), ("ao", "ang"), ("042",), ("pat-0", "ang"), ("1971",)]
)
def test_people_of_before_are_found_by_the_beginning_of_every_word(
    upgraded: Any, words: tuple[str, ...]
) -> None:
    with upgraded.reading() as unit:
        found = unit.persons.find(words, sample=False, limit=9, after=None)

    assert [line.person for line in found] == [PERSON]


def test_the_cells_of_drawings_of_before_are_made_by_tidying(upgraded: Any) -> None:
    ports = Ports(upgraded, SystemClock(), SystemIds())
    body = shipped.body()

    assert tidy(ports=ports, body=body) == Tidied(removed=0, derived=2)
    assert tidy(ports=ports, body=body) == Tidied(removed=0)
    assert cells_and_regions(upgraded.reading()) == (
        [("nose", DRAWING.area(body).to_bytes(), 7)],
        [("nose", "nose", "MIDLINE", 7, None, None, None, False)],
    )


def cells_and_regions(reading: UnitOfWork) -> tuple[list[Any], list[Any]]:
    with reading as unit:
        derived = unit.drawings.derived(DRAWING.id)
    assert derived is not None
    return list(map(tuple, derived.cells)), list(map(tuple, derived.regions))
