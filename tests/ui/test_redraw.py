"""Redrawing a pattern: what is done on the body is kept, once each, until it is in the file."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bodymap import files
from bodymap.analysis.comparing.comparing_drawn import ComparedWithSites
from bodymap.atlas import Extent
from bodymap.atlas.editing.drawn_yaml import read_drawn
from bodymap.atlas.editing.redrawing import Redrawing, Step
from bodymap.atlas.referral import DrawnStroke
from bodymap.body import Laterality
from bodymap.errors import PatternNotSaved, StoreBusy
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.ui import operation_log as hearing
from bodymap.ui.pages.redraw import compared_in_words
from bodymap.ui.redraw import work as works
from bodymap.ui.redraw.board import areas
from bodymap.ui.redraw.work import Work
from tests.shipped import atlas, body
from tests.store.memory_store import MemoryStore

POINT = "infraspinatus_upper"
WINDOW = "window-0001"
BRUSH = {
    "op": "stroke",
    "id": "stroke-0001",
    "figure": "neutral",
    "view": "front",
    "kind": "brush",
    "radius": 12,
    "points": [[188, 214], [186.5, 236]],
}
DRAWN = DrawnStroke(view="front", kind="brush", radius=12, points=((188, 214), (186.5, 236)))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """At work on a copy of the muscle's file."""
    copy = tmp_path / "infraspinatus.yaml"
    shutil.copy(files.assets("atlas", "muscles", copy.name), copy)
    monkeypatch.setattr(Work, "path", copy)
    monkeypatch.setattr(hearing.st, "session_state", {})
    ports = Ports(store=MemoryStore(), clock=SystemClock(), ids=SystemIds())
    return Work(atlas().muscle_of(POINT), atlas().trigger_points[POINT], body(), ports)


def send(work: Work, *operations: dict[str, Any], extent: Extent = Extent.ESSENTIAL) -> None:
    numbered = [{**each, "seq": number} for number, each in enumerate(operations, start=1)]
    work.take({"log": work.log(extent), "cid": WINDOW, "ops": numbered})


def test_a_stroke_joins_the_zone_at_hand_and_is_there_after_a_reload(work: Work) -> None:
    begun = work.now()
    send(work, BRUSH, extent=Extent.SPILLOVER)

    now = Work(work.muscle, work.point, work.body, work.ports).now()

    assert now.strokes(Extent.SPILLOVER) == (*begun.strokes(Extent.SPILLOVER), DRAWN)
    assert now.strokes(Extent.ESSENTIAL) == begun.strokes(Extent.ESSENTIAL)
    assert now.acknowledged == {WINDOW: 1}


def test_a_message_that_arrives_twice_is_carried_out_once(work: Work) -> None:
    for _ in range(2):
        send(work, BRUSH, {**BRUSH, "id": "stroke-0002"}, {"op": "undo", "step": "2"})

    now = work.now()
    assert [step.id for step in now.steps] == [f"{WINDOW}:1"]
    assert [step.id for step in now.undone] == [f"{WINDOW}:2"]
    send(work, *[{"op": "undo", "step": "2"}] * 3, {"op": "redo", "step": "2"})
    assert [step.id for step in work.now().steps] == [f"{WINDOW}:1", f"{WINDOW}:2"]


def test_what_a_lost_session_had_done_is_not_done_again(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(work, BRUSH, {**BRUSH, "id": "stroke-0002"}, {"op": "undo", "step": "2"})
    monkeypatch.setattr(hearing.st, "session_state", {})

    send(work, BRUSH, {**BRUSH, "id": "stroke-0002"}, {"op": "undo", "step": "2"})

    assert [step.id for step in work.now().steps] == [f"{WINDOW}:1"]


def test_the_trigger_point_itself_stays_where_it_is(work: Work) -> None:
    moved = {"op": "move", "figure": "neutral", "id": POINT, "view": "back", "x": 300, "y": 200}

    send(work, moved, {"op": "select", "id": POINT})

    heard = work.operations(Extent.ESSENTIAL)
    (refusal,) = heard.refusals[WINDOW]
    assert (refusal.number, "stays where it is" in refusal.message) == (1, True)
    assert not work.now().is_changed
    assert heard.acknowledged == {WINDOW: 2}


@pytest.mark.parametrize("message", [None, 7, {"cid": "x"}, {"cid": WINDOW, "ops": "many"}])
def test_whatever_else_arrives_changes_nothing(work: Work, message: object) -> None:
    work.take(message)

    assert not work.now().is_changed


def test_what_cannot_be_kept_is_told_and_not_acknowledged(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> None:
        raise StoreBusy("here")

    with monkeypatch.context() as broken:
        broken.setattr(works, "keep_redrawing", busy)
        send(work, BRUSH)
    assert work.problem
    assert work.now().acknowledged == {}

    send(work, BRUSH)
    assert (work.problem, work.now().acknowledged) == ("", {WINDOW: 1})


def test_saving_writes_the_file_and_keeps_nothing_beside_it(work: Work) -> None:
    begun = work.now()
    send(work, BRUSH)

    work.save()

    saved = read_drawn(work.path, POINT)
    assert saved is not None
    assert saved.made == "by_hand"
    assert saved.essential == (*begun.strokes(Extent.ESSENTIAL), DRAWN)
    assert work.now().start == saved
    assert not work.now().is_changed


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(work: Work) -> None:
    send(work, BRUSH)
    text = work.path.read_text("utf-8")
    work.path.write_text(text.replace("points: [[", "points: [[1, 2], [", 1), "utf-8")

    with pytest.raises(PatternNotSaved, match="changed in the file meanwhile"):
        work.save()

    assert work.now().is_changed
    work.give_up()
    assert work.now().start == read_drawn(work.path, POINT)


def test_the_areas_are_those_that_would_be_compiled(work: Work) -> None:
    pattern = work.point.referral
    shown = areas(work.now(), pattern, body())

    assert shown == {Extent.ESSENTIAL: pattern.essential, Extent.SPILLOVER: pattern.spillover}


def test_a_zone_without_strokes_is_shown_as_its_sites() -> None:
    point = atlas().trigger_points["anconeus_belly"]
    begun = Redrawing(point=point.id)
    drawn = begun.did(Step(id="one", extent=Extent.SPILLOVER, strokes=(DRAWN,)))

    elbow = body().site("elbow_outer", Laterality.RIGHT)
    assert areas(begun, point.referral, body())[Extent.ESSENTIAL] == elbow
    assert areas(drawn, point.referral, body())[Extent.ESSENTIAL] == elbow
    assert areas(drawn, point.referral, body())[Extent.SPILLOVER]


@pytest.mark.parametrize(
    ("compared", "told"),
    [
        ((0.824, 0.116), "Covers 82% of the listed sites; 12% of it lies outside them."),
        ((None, 1.0), "No site is listed that it could be compared with."),
        ((0.0, None), "Nothing of it is left."),
    ],
)
def test_a_comparison_is_a_sentence(compared: tuple[float | None, float | None], told: str) -> None:
    assert compared_in_words(ComparedWithSites(*compared, missed=())) == told
