"""A pattern while it is redrawn: steps, undo, and what the file is to say."""

from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas import Extent, TriggerPoint
from bodymap.atlas.editing.redrawing import (
    MOST_WINDOWS,
    Redrawing,
    Step,
    drawn_stroke,
    filled_sites,
)
from bodymap.atlas.pattern_areas import drawn_area, sites_area
from bodymap.atlas.referral import DrawnStroke, DrawnZones
from bodymap.body import Stroke, StrokeKind
from tests import shipped
from tests.shipped import body

POINT = "infraspinatus_upper"
BRUSH = DrawnStroke(view="front", kind="brush", radius=12, points=((188, 214),))
OUTLINE = DrawnStroke(view="back", kind="outline", points=((1, 1), (9, 1), (5, 9)))
BEGUN = Redrawing(
    point=POINT,
    start=DrawnZones(made="by_hand", body_version="1", essential=(OUTLINE,), spillover=()),
)

steps = st.lists(
    st.builds(
        Step,
        id=st.uuids().map(str),
        extent=st.sampled_from(Extent),
        strokes=st.sampled_from([(), (BRUSH,), (OUTLINE, BRUSH)]),
        anew=st.booleans(),
    ),
    max_size=6,
)


def after(taken: list[Step]) -> Redrawing:
    now = BEGUN
    for step in taken:
        now = now.did(step)
    return now


@given(taken=steps, back=st.integers(0, 8))
def test_what_is_undone_and_done_again_is_as_it_was(taken: list[Step], back: int) -> None:
    whole = after(taken)
    now = whole
    for _ in range(back):
        now = now.undo()
    assert [now.strokes(e) for e in Extent] == [
        after(taken[: max(0, len(taken) - back)]).strokes(e) for e in Extent
    ]
    for _ in range(back):
        now = now.redo()
    assert now == whole


@given(taken=steps)
def test_it_is_kept_and_read_back_whole(taken: list[Step]) -> None:
    now = after(taken).undo().heard("window-0001", 7)

    kept = now.model_dump_json(exclude_defaults=True)

    assert Redrawing.model_validate_json(kept) == now


def test_a_step_that_arrives_twice_counts_once() -> None:
    step = Step(id="one", extent=Extent.ESSENTIAL, strokes=(BRUSH,))

    assert BEGUN.did(step).did(step) == BEGUN.did(step)
    assert BEGUN.did(step).undo().did(step) == BEGUN.did(step).undo()


def test_a_new_step_forgets_what_was_undone() -> None:
    now = BEGUN.did(Step(id="one", extent=Extent.ESSENTIAL, strokes=(BRUSH,))).undo()

    assert now.did(Step(id="two", extent=Extent.SPILLOVER, strokes=(BRUSH,))).undone == ()


def test_strokes_are_added_to_what_was_there_or_begin_anew() -> None:
    added = BEGUN.did(Step(id="one", extent=Extent.ESSENTIAL, strokes=(BRUSH,)))
    anew = added.did(Step(id="two", extent=Extent.ESSENTIAL, strokes=(BRUSH,), anew=True))

    assert added.strokes(Extent.ESSENTIAL) == (OUTLINE, BRUSH)
    assert anew.zones("1") == DrawnZones(made="by_hand", body_version="1", essential=(BRUSH,))


def test_what_nobody_changed_is_still_as_it_was_made() -> None:
    assert not BEGUN.is_changed
    assert BEGUN.zones("2") == BEGUN.start
    emptied = BEGUN.did(Step(id="one", extent=Extent.ESSENTIAL, anew=True))
    assert emptied.is_changed
    assert emptied.zones("1") is None


def test_only_the_latest_windows_are_remembered() -> None:
    now = BEGUN
    for number in range(MOST_WINDOWS + 5):
        now = now.heard(f"window-{number}", number)

    assert len(now.acknowledged) == MOST_WINDOWS
    assert now.acknowledged[f"window-{MOST_WINDOWS + 4}"] == MOST_WINDOWS + 4
    assert now.heard("window-10", 99).acknowledged["window-10"] == 99


def test_a_stroke_of_the_canvas_is_kept_to_a_tenth() -> None:
    made = Stroke(StrokeKind.ERASE, ((1.04, 2.06),), 6)

    assert drawn_stroke("front", made) == DrawnStroke(
        view="front", kind="erase", radius=6, points=((1.0, 2.1),)
    )
    region = Stroke(StrokeKind.REGION, (), region="shoulder_front.right")
    assert drawn_stroke("front", region).region == "shoulder_front.right"


def test_the_filled_sites_of_a_pattern_are_its_sites_on_the_skin() -> None:
    def as_sites(point: TriggerPoint) -> bool:
        zones = point.referral.essential_zones
        skin = [zone for zone in zones if not body().sites[zone.site].inside]
        return drawn_area(filled_sites(zones, body()), body()) == sites_area(skin, body())

    points = shipped.atlas().trigger_points
    assert [name for name, point in points.items() if not as_sites(point)] == []
