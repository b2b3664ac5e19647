"""Operations of the body become service calls: once each, in order, and nothing is lost."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.analysis.search_index import SearchIndex
from bodymap.body import Laterality, StrokeKind
from bodymap.errors import StoreBusy
from bodymap.records import Assessment, PointPlace, ReferralFelt, SignValue
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice
from bodymap.ui.assess import desk as desks
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.perform import ASKED, Performer
from bodymap.ui.assess.state import Tone
from bodymap.ui.session import Workspace
from tests.canvas.test_operations import anything, fields
from tests.example_count import at_most
from tests.services.memory_shelf import MemoryShelf
from tests.shipped import atlas, body
from tests.store.memory_store import MemoryStore

WINDOW = "window-0001"
MARK = "mark-0001"


def on_the_back() -> tuple[float, float]:
    """A point of the back view over the right shoulder blade."""
    (region,) = [r for r in body().regions if r == "scapula_infraspinous.right"]
    cells = body().fill([region]).cells
    points = [p for p in (body().project(int(c), "back") for c in cells) if p is not None]
    return points[len(points) // 2]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    session: dict[str, Any] = {}
    monkeypatch.setattr(desks.st, "session_state", session)
    return a_desk()


def a_desk() -> Desk:
    ports = Ports(store=MemoryStore(), clock=SystemClock(), ids=SystemIds())
    started = start_assessment(body_version="1", request_id="start", ports=ports)
    practice = Practice(shelf=MemoryShelf(), clock=ports.clock, ids=ports.ids)
    workspace = Workspace(
        ports=ports,
        body=lambda _: body(),
        atlas=atlas,
        search=lambda: SearchIndex.of(atlas(), body()),
        practice=practice,
        pattern_names=PatternNames(),
    )
    desk = Desk(workspace, started.id)
    desk.open()
    return desk


def send(desk: Desk, *operations: dict[str, Any], start: int = 1) -> Performer:
    performer = Performer(desk, "neutral")
    numbered = [{**each, "seq": number} for number, each in enumerate(operations, start)]
    performer.take({"log": desk.assessment_id, "cid": WINDOW, "ops": numbered})
    return performer


def add(mark: str = MARK, **changes: Any) -> dict[str, Any]:
    x, y = on_the_back()
    return {"op": "add", "id": mark, "figure": "neutral", "view": "back", "x": x, "y": y, **changes}


def test_a_click_is_recorded_with_the_cell_region_and_side_it_falls_on(desk: Desk) -> None:
    performer = send(desk, add())

    (finding,) = desk.open().findings
    x, y = on_the_back()
    hit = body().hit("back", x, y)
    assert hit is not None
    assert finding.place == PointPlace(
        view="back",
        figure="neutral",
        body_version=body().version,
        x=x,
        y=y,
        cell=hit.cell,
        region="scapula_infraspinous.right",
    )
    assert finding.laterality is Laterality.RIGHT
    assert desk.state.selected == MARK
    assert performer.log.acknowledged == {WINDOW: 1}


def test_a_repeated_message_records_nothing_twice(desk: Desk) -> None:
    send(desk, add())
    send(desk, add())
    desk.put(desk.state)
    desks.st.session_state.pop(f"log:{desk.assessment_id}")  # a session that begins anew
    send(desk, add())

    assert [finding.id for finding in desk.open().findings] == [MARK]


def test_keys_rate_the_pain_and_answer_one_sign_after_the_other(desk: Desk) -> None:
    pain = {"op": "key", "id": MARK, "key": "10", "was": None}
    answers = dict(zip(ASKED, "panpp", strict=True))
    signs = [
        {"op": "key", "id": MARK, "key": key, "question": sign, "was": "n"}
        for sign, key in answers.items()
    ]
    keys = [pain, *signs]

    send(desk, add(), *keys)

    (finding,) = desk.open().findings
    assert finding.pain_on_pressure is not None
    assert finding.pain_on_pressure.nrs == 10
    assert list(finding.signs.model_dump().values()) == [
        SignValue.PRESENT,
        SignValue.ABSENT,
        SignValue.NOT_EXAMINED,
        SignValue.PRESENT,
        SignValue.PRESENT,
    ]


def test_undo_and_redo_follow_the_window_that_did_it(desk: Desk) -> None:
    send(desk, add(), {"op": "remove", "id": MARK}, {"op": "undo", "step": "2"})
    assert [finding.id for finding in desk.open().findings] == [MARK]

    send(desk, {"op": "redo", "step": "2"}, start=4)
    assert desk.open().findings == ()


def test_a_stroke_goes_to_the_finding_whose_referral_is_to_be_drawn(desk: Desk) -> None:
    send(desk, add())
    desk.change(MARK, referral={"felt": ReferralFelt.OTHER})
    stroke = {
        "op": "stroke",
        "id": "stroke-0001",
        "mark": MARK,
        "figure": "neutral",
        "view": "front",
        "kind": "brush",
        "points": [[200, 200], [210, 220]],
        "radius": 9,
    }

    send(desk, stroke, {**stroke, "kind": "erase"}, start=2)

    drawing = desk.open().findings[0].referral.drawing
    assert drawing is not None
    assert [(layer.view, [s.kind for s in layer.strokes]) for layer in drawing.views] == [
        ("front", [StrokeKind.BRUSH, StrokeKind.ERASE])
    ]


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (add(x=0.0, y=0.0), "no body"),
        ({"op": "remove", "id": "mark-9999"}, "removed in the meantime"),
        (
            {
                "op": "move",
                **{k: add()[k] for k in ("figure", "view", "x", "y")},
                "id": "mark-9999",
            },
            "removed in the meantime",
        ),
        (
            {
                "op": "stroke",
                "id": "stroke-1",
                "figure": "neutral",
                "mark": "mark-9999",
                "view": "front",
                "kind": "region",
                "region": "nose",
            },
            "removed in the meantime",
        ),
        ({"op": "redo", "step": "1"}, "nothing to redo"),
    ],
)
def test_what_cannot_be_done_is_said_and_does_not_stop_the_rest(
    desk: Desk, operation: dict[str, Any], said: str
) -> None:
    performer = send(desk, operation, add())

    (refusal,) = performer.log.refusals[WINDOW]
    assert refusal.number == 1
    assert said in refusal.message
    assert [finding.id for finding in desk.open().findings] == [MARK]
    assert performer.log.acknowledged == {WINDOW: 2}


def test_a_mark_that_cannot_be_saved_stays_with_the_browser(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as busy:

        def locked(*_: object, **__: object) -> Assessment:
            raise StoreBusy("records.sqlite3")

        busy.setattr(desks.findings, "record_finding", locked)
        performer = send(desk, add())
        assert performer.log.acknowledged == {}
        assert desk.state.notice is not None
        assert desk.state.notice.tone is Tone.PROBLEM

    assert send(desk, add()).log.acknowledged == {WINDOW: 1}
    assert [finding.id for finding in desk.open().findings] == [MARK]


@settings(
    max_examples=at_most(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(fields | anything, max_size=8))
def test_nothing_that_arrives_breaks_the_page_or_the_draft(desk: Desk, operations: Any) -> None:
    numbered = [
        {**each, "seq": number} if isinstance(each, dict) else each
        for number, each in enumerate(operations, start=1)
    ]
    Performer(desk, "neutral").take(
        {"log": desk.assessment_id, "cid": "window-fuzz", "ops": numbered}
    )
    desks.st.session_state[f"log:{desk.assessment_id}"]["acknowledged"].clear()

    kept = desk.open()
    assert Assessment.model_validate(kept.model_dump()) == kept


@pytest.mark.parametrize(("key", "felt"), [("p", "NONE"), ("a", "AS_TYPICAL"), ("a", "OTHER")])
def test_a_key_against_the_referral_felt_opens_the_question_as_the_button_does(
    desk: Desk, key: str, felt: str
) -> None:
    send(desk, add())
    desk.change(MARK, referral={"felt": felt})
    before = desk.open()
    asked = {"op": "key", "id": MARK, "question": "referred_sensation", "key": key}
    was = {SignValue.PRESENT: "p", SignValue.ABSENT: "a"}[
        before.findings[0].signs.referred_sensation
    ]

    performer = send(desk, {**asked, "was": was}, start=2)

    assert desk.state.referral_question is {"p": SignValue.PRESENT, "a": SignValue.ABSENT}[key]
    assert desk.open() == before
    assert performer.log.refusals == {}
    # answered, then sent again by a browser that has not heard of it: not carried out after all
    desk.change(MARK, referral={"felt": "NOT_ASKED"})
    desks.st.session_state.clear()
    desk.open()
    again = send(desk, {**asked, "was": was}, start=2)
    assert (
        desk.open().findings[0].signs.referred_sensation.value
        != {"p": "PRESENT", "a": "ABSENT"}[key]
    )
    assert len(again.log.refusals[WINDOW]) == 1


def test_a_key_against_the_referral_of_a_finding_out_of_sight_is_refused_aloud(desk: Desk) -> None:
    send(desk, add(), add("mark-0002"))
    desk.change(MARK, referral={"felt": "NONE"})
    key = {"op": "key", "id": MARK, "question": "referred_sensation", "key": "p", "was": "a"}

    performer = send(desk, key, start=3)

    assert desk.state.referral_question is None
    assert [refusal.number for refusal in performer.log.refusals[WINDOW]] == [3]
