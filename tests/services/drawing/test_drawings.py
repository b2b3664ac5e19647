"""A pain drawing from the first stroke to the last amendment."""

import math

import pytest

from bodymap.body import Body, StrokeKind
from bodymap.errors import (
    AlreadyAttached,
    EditClash,
    EmptyPain,
    InvalidRecord,
    NothingMarked,
    NothingToUndo,
    NotOpen,
    NotTheSamePerson,
    StillOpen,
    UndoBlocked,
    UnknownDrawing,
    UnknownMark,
    UnknownRegion,
    UnknownView,
)
from bodymap.records import InsidePlace, PainArrow, SeverityAnswers, Status
from bodymap.services.assessing.assessments import give_assessment_to_person, start_assessment
from bodymap.services.drawing.drawings import (
    attach_drawing_to_assessment,
    find_waiting_drawing,
    give_drawing_to_person,
    last_drawing,
    list_drawing_editions,
    list_drawings,
    open_drawing,
    start_drawing,
)
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.drawing.marks import (
    draw,
    edit_drawing,
    fill_regions,
    put_mark,
    remove_arrow,
    remove_mark,
    say_no_pain,
    set_arrow,
)
from bodymap.services.kernel.undo import undoable
from bodymap.services.maintaining.deleting import (
    delete_drawing,
    list_deleted,
    purge,
    restore_drawing,
)
from tests.records.builders import a_mark, an_id
from tests.services.easel import LINE, Easel
from tests.store.memory_store import MemoryStore


@pytest.fixture
def easel(body: Body) -> Easel:
    return Easel(MemoryStore(), body)


def test_the_same_request_starts_one_drawing(easel: Easel) -> None:
    again = start_drawing(body_version="1", request_id="start", ports=easel.ports)

    assert again == easel.draft
    assert len(list_drawings(ports=easel.ports)) == 1
    assert (easel.draft.status, easel.draft.code) == (Status.DRAFT, "CODE1")


def test_strokes_are_kept_as_drawn_and_the_cells_follow(easel: Easel, body: Body) -> None:
    easel.draw()
    drawn = easel.draw(points=((240.0, 300.0),), kind=StrokeKind.BRUSH)
    drawn = easel.draw(points=((215.0, 267.0),), kind=StrokeKind.ERASE, radius=4.0)

    strokes = drawn.marks[0].drawing.views[0].strokes
    assert [stroke.kind for stroke in strokes] == ["BRUSH", "BRUSH", "ERASE"]
    assert strokes[0].points == LINE
    painted = body.paint("back", [stroke.on_body() for stroke in strokes])
    assert drawn.area(body) == painted
    assert (drawn.version, drawn.actions) == (4, 3)


def test_layers_are_marks_of_their_own(easel: Easel) -> None:
    easel.draw("mark-0001")
    easel.draw("mark-0002", points=((200.0, 400.0),))
    easel.describe("mark-0001", intensity={"nrs": 3, "recall": "NOW"})
    drawn = easel.describe("mark-0002", intensity={"nrs": 8, "recall": "NOW"}, depth="DEEP")

    assert [(mark.id, mark.intensity.nrs) for mark in drawn.marks] == [
        ("mark-0001", 3),
        ("mark-0002", 8),
    ]


def test_an_operation_sent_again_changes_nothing(easel: Easel) -> None:
    first = easel.draw(request_id="w:1")

    assert easel.draw(request_id="w:1") == first


def test_describing_replaces_answers_and_leaves_the_strokes(easel: Easel) -> None:
    before = easel.draw().marks[0]

    after = easel.describe(qualities=("ACHING", "OTHER"), other_quality="gnawing").marks[0]

    assert after == before.changed(qualities=("ACHING", "OTHER"), other_quality="gnawing")
    with pytest.raises(InvalidRecord):
        easel.describe(drawing=None)
    with pytest.raises(InvalidRecord):
        easel.describe(intensity={"nrs": 12})
    with pytest.raises(UnknownMark):
        easel.describe("mark-none", depth="SKIN")


def test_every_step_can_be_taken_back_and_repeated(easel: Easel) -> None:
    states = [easel.now()]
    states.append(easel.draw())
    states.append(easel.describe(depth="MUSCLE"))
    states.append(remove_mark(easel.on(), mark_id="mark-0001"))

    def content(drawing: object) -> object:
        return drawing.marks, drawing.no_pain

    for expected in reversed(states[:-1]):
        assert content(easel.undo()) == content(expected)
    with pytest.raises(NothingToUndo):
        easel.undo()
    for expected in states[1:]:
        assert content(easel.redo()) == content(expected)
    with pytest.raises(NothingToUndo):
        easel.redo()
    told = undoable(DRAWINGS, easel.on())
    assert (told.undo, told.redo) == ("remove_mark", None)


def test_what_another_window_changed_is_not_taken_back(easel: Easel) -> None:
    easel.draw()
    easel.client = "window-2"
    easel.describe(depth="DEEP")
    easel.client = "window-1"

    with pytest.raises(UndoBlocked):
        easel.undo()


def test_a_change_from_an_older_version_is_shown_and_not_made(easel: Easel) -> None:
    shown = easel.now().version
    easel.draw()

    with pytest.raises(EditClash) as caught:
        easel.draw("mark-0002", expected_version=shown)

    assert caught.value.theirs == easel.now()
    assert len(easel.now().marks) == 1


def test_a_list_entry_is_the_same_record_as_a_filled_region(easel: Easel, body: Body) -> None:
    tongue = InsidePlace(site="teeth_lower")

    drawn = fill_regions(
        easel.on(),
        mark_id="mark-0001",
        regions=("calf.left", "knee_back.left"),
        body=body,
        inside=(tongue,),
    )

    assert drawn.area(body) == body.fill(["calf.left", "knee_back.left"]) | body.site("teeth_lower")
    assert drawn.marks[0].drawing.views[0].strokes[0].kind is StrokeKind.REGION


def test_choosing_again_from_the_list_keeps_the_description(easel: Easel, body: Body) -> None:
    fill_regions(easel.on(), mark_id="mark-0001", regions=("calf.left",), body=body)
    easel.describe(depth="DEEP")

    drawn = fill_regions(easel.on(), mark_id="mark-0001", regions=("calf.right",), body=body)

    assert drawn.marks[0].depth == "DEEP"
    assert drawn.area(body) == body.fill(["calf.right"])


def test_the_list_adds_to_what_was_drawn_by_hand_and_takes_away_its_own(
    easel: Easel, body: Body
) -> None:
    by_hand = easel.draw()

    both = fill_regions(
        easel.on(), mark_id="mark-0001", regions=("calf.left", "calf.right"), body=body
    )
    less = fill_regions(easel.on(), mark_id="mark-0001", regions=("calf.right",), body=body)
    none = fill_regions(easel.on(), mark_id="mark-0001", regions=(), body=body)

    assert both.area(body) == by_hand.area(body) | body.fill(["calf.left", "calf.right"])
    assert less.area(body) == by_hand.area(body) | body.fill(["calf.right"])
    assert none.marks[0].drawing == by_hand.marks[0].drawing


def test_what_covers_nothing_is_refused_and_the_rest_is_kept(easel: Easel, body: Body) -> None:
    easel.draw()

    with pytest.raises(NothingMarked):
        easel.draw("mark-0002", points=((2.0, 2.0),))
    with pytest.raises(NothingMarked):
        fill_regions(easel.on(), mark_id="mark-0002", regions=(), body=body)
    with pytest.raises(UnknownView):
        easel.draw("mark-0002", view="above")
    with pytest.raises(UnknownRegion):
        fill_regions(easel.on(), mark_id="mark-0002", regions=("wing.left",), body=body)
    with pytest.raises(InvalidRecord):
        draw(
            easel.on(),
            mark_id="mark-0001",
            view="back",
            body=body.as_figure("child"),
            strokes=[easel.now().marks[0].drawing.views[0].strokes[0].on_body()],
        )

    assert [mark.id for mark in easel.now().marks] == ["mark-0001"]


def test_a_whole_mark_is_put_in_place_of_the_one_with_its_id(easel: Easel, body: Body) -> None:
    easel.draw()
    mark = a_mark(
        "mark-0001",
        drawing={
            "figure": "neutral",
            "body_version": body.version,
            "views": [{"view": "front", "strokes": [{"kind": "REGION", "region": "nose"}]}],
        },
    )

    drawn = put_mark(easel.on(), mark=mark, body=body)

    assert drawn.marks == (mark,)


def test_no_pain_is_an_answer_and_never_beside_a_mark(easel: Easel) -> None:
    said = say_no_pain(easel.on())

    assert said.no_pain
    with pytest.raises(InvalidRecord):
        easel.draw()
    assert not say_no_pain(easel.on(), no_pain=False).no_pain
    easel.draw()
    with pytest.raises(InvalidRecord):
        say_no_pain(easel.on())


def test_an_arrow_has_both_ends_on_the_body(easel: Easel, body: Body) -> None:
    fields = {
        "id": "arrow-01",
        "figure": "neutral",
        "body_version": body.version,
        "view": "back",
        "x": 215,
        "y": 267,
        "to_view": "back",
        "to_x": 215,
        "to_y": 500,
    }
    arrow = PainArrow.checked(fields)

    assert set_arrow(easel.on(), arrow=arrow, body=body).arrows == (arrow,)
    with pytest.raises(NothingMarked):
        set_arrow(easel.on(), arrow=arrow.changed(to_x=1, to_y=1), body=body)
    second = arrow.changed(id="arrow-02", to_y=480)
    set_arrow(easel.on(), arrow=second, body=body)
    nearer = arrow.changed(to_y=400)
    assert set_arrow(easel.on(), arrow=nearer, body=body).arrows == (nearer, second)
    assert easel.undo().arrows == (arrow, second)
    assert easel.undo().arrows == (arrow,)
    assert remove_arrow(easel.on(), arrow_id="arrow-01").arrows == ()
    with pytest.raises(UnknownMark):
        remove_arrow(easel.on(), arrow_id="arrow-01")
    assert easel.undo().arrows == (arrow,)


def test_answers_are_kept_with_the_drawing(easel: Easel) -> None:
    severity = SeverityAnswers(past_week={"fatigue": 2})

    drawn = edit_drawing(
        easel.on(), changes={"severity": severity, "red_flags": {"cauda_equina": False}}
    )

    assert (drawn.severity, drawn.red_flags) == (severity, {"cauda_equina": False})
    with pytest.raises(InvalidRecord):
        edit_drawing(easel.on(), changes={"status": "FINISHED"})


def test_finishing_closes_it_and_amending_keeps_what_was_said(easel: Easel) -> None:
    easel.draw()
    finished = easel.finish(by="Ada", seconds=38.5)

    assert (finished.status, finished.editions, finished.seconds) == (Status.FINISHED, 1, 38.5)
    with pytest.raises(NotOpen):
        easel.draw("mark-0002")
    with pytest.raises(NotOpen):
        easel.undo()
    easel.amend()
    easel.draw("mark-0002", points=((200.0, 400.0),))
    amended = easel.finish(by="Ada")
    editions = list_drawing_editions(drawing_id=easel.draft.id, ports=easel.ports)
    assert amended.status is Status.AMENDED
    assert [len(edition.record.marks) for edition in editions] == [1, 2]
    assert editions[0].record == finished


def test_a_pain_that_was_rubbed_out_whole_cannot_be_finished(easel: Easel) -> None:
    easel.draw(points=((200.0, 400.0),))
    easel.draw("mark-0002")
    easel.draw("mark-0002", kind=StrokeKind.ERASE, radius=60.0)

    with pytest.raises(EmptyPain, match="Pain 2 is empty"):
        easel.finish()
    assert easel.now().status is Status.DRAFT
    easel.undo()
    assert easel.finish().status is Status.FINISHED


def test_finishing_twice_is_once_and_amending_a_draft_is_refused(easel: Easel) -> None:
    version = easel.now().version
    first = easel.finish(expected_version=version)

    assert easel.finish(expected_version=version) == first
    assert easel.finish(expected_version=first.version) == first  # repeated after a crash
    for by, shown in (("Ada", first.version), ("", version - 1), ("", first.version + 1)):
        with pytest.raises(NotOpen):
            easel.finish(by=by, expected_version=shown)
    easel.amend()
    with pytest.raises(StillOpen):
        easel.amend(expected_version=easel.now().version)
    with pytest.raises(InvalidRecord):
        easel.finish(seconds=math.nan)


def test_an_amendment_can_be_given_up(easel: Easel) -> None:
    easel.draw()
    finished = easel.finish()
    easel.amend()
    remove_mark(easel.on(), mark_id="mark-0001")

    assert easel.discard().marks == finished.marks
    with pytest.raises(NotOpen):
        easel.discard()


def test_a_drawing_waits_under_its_code_until_it_is_given(easel: Easel) -> None:
    person, other = easel.person(), easel.person("Ben", "add-2")
    found = find_waiting_drawing(code=" code1 ", ports=easel.ports)
    assert found == easel.draft

    given = give_drawing_to_person(
        drawing_id=easel.draft.id, person_id=person.id, expected_version=1, ports=easel.ports
    )

    assert given.person_id == person.id
    assert find_waiting_drawing(code="CODE1", ports=easel.ports) is None
    assert find_waiting_drawing(code="", ports=easel.ports) is None
    with pytest.raises(AlreadyAttached):
        give_drawing_to_person(
            drawing_id=easel.draft.id, person_id=other.id, expected_version=2, ports=easel.ports
        )


def test_a_drawing_begins_with_last_times_marks(easel: Easel) -> None:
    person = easel.person()
    give_drawing_to_person(
        drawing_id=easel.draft.id, person_id=person.id, expected_version=1, ports=easel.ports
    )
    easel.draw()
    easel.finish()
    last = last_drawing(person_id=person.id, ports=easel.ports)

    begun = start_drawing(
        body_version="1", request_id="second", ports=easel.ports, person_id=person.id, like=last.id
    )

    assert begun.marks == last.marks
    assert (begun.status, begun.actions, begun.figure) == (Status.DRAFT, 0, "female")
    assert last_drawing(person_id=person.id, ports=easel.ports, but=last.id) is None
    with pytest.raises(NotTheSamePerson):
        start_drawing(body_version="1", request_id="third", ports=easel.ports, like=last.id)


def test_a_drawing_belongs_to_an_assessment_of_the_same_person(easel: Easel) -> None:
    person, other = easel.person(), easel.person("Ben", "add-2")
    theirs = start_assessment(
        body_version="1", request_id="a", ports=easel.ports, person_id=person.id
    )
    others = start_assessment(
        body_version="1", request_id="b", ports=easel.ports, person_id=other.id
    )

    attached = attach_drawing_to_assessment(
        drawing_id=easel.draft.id, assessment_id=theirs.id, expected_version=1, ports=easel.ports
    )

    assert (attached.person_id, attached.assessment_id) == (person.id, theirs.id)
    with pytest.raises(NotTheSamePerson):
        attach_drawing_to_assessment(
            drawing_id=easel.draft.id,
            assessment_id=others.id,
            expected_version=2,
            ports=easel.ports,
        )
    made = start_drawing(
        body_version="1",
        request_id="c",
        ports=easel.ports,
        assessment_id=theirs.id,
        occasion="BEFORE_TREATMENT",
    )
    assert (made.person_id, made.occasion) == (person.id, "BEFORE_TREATMENT")
    lines = list_drawings(ports=easel.ports, assessment_id=theirs.id)
    assert {line.id for line in lines} == {made.id, attached.id}


def test_drawings_of_a_waiting_assessment_follow_it_to_its_person(easel: Easel) -> None:
    waiting = start_assessment(body_version="1", request_id="a", ports=easel.ports)
    drawing = start_drawing(
        body_version="1", request_id="b", ports=easel.ports, assessment_id=waiting.id
    )
    person = easel.person()

    give_assessment_to_person(
        assessment_id=waiting.id, person_id=person.id, expected_version=1, ports=easel.ports
    )

    kept = open_drawing(drawing_id=drawing.id, ports=easel.ports)
    assert (kept.person_id, kept.version) == (person.id, 2)


def test_a_deleted_drawing_can_be_restored_and_is_purged_after_thirty_days(easel: Easel) -> None:
    easel.draw()
    delete_drawing(drawing_id=easel.draft.id, ports=easel.ports)

    with pytest.raises(UnknownDrawing) as caught:
        easel.now()
    assert caught.value.deleted
    assert [gone.kind for gone in list_deleted(ports=easel.ports)] == ["drawing"]
    restored = restore_drawing(drawing_id=easel.draft.id, ports=easel.ports)
    assert len(restored.marks) == 1

    delete_drawing(drawing_id=easel.draft.id, ports=easel.ports)
    easel.clock.move(days=31)
    assert purge(ports=easel.ports) == 1
    with pytest.raises(UnknownDrawing):
        restore_drawing(drawing_id=easel.draft.id, ports=easel.ports)


def test_an_unknown_drawing_is_said_to_be_none(easel: Easel) -> None:
    for wrong in (an_id(99), "nonsense", "'; DROP TABLE drawings"):
        with pytest.raises(UnknownDrawing):
            open_drawing(drawing_id=wrong, ports=easel.ports)
    assert list_drawings(ports=easel.ports, person_id="nonsense").items == ()
