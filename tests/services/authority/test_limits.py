"""Behind a link only the one drawing can be reached: no service, argument or order leads around."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.editing.redrawing import Redrawing
from bodymap.errors import BodymapError, NotAllowed, StoreConflict
from bodymap.records import DrawnBy, Edition, PainDrawing, Status
from bodymap.services.authority.access import Visit
from bodymap.services.authority.limits import limited_practice
from bodymap.services.authority.one_drawing import CLOSED, COUNTED, DRAWN
from bodymap.services.drawing.drawings import finish_drawing, open_drawing, start_drawing
from bodymap.services.drawing.marks import edit_drawing
from bodymap.services.handing_over.hand_over import (
    hand_over_by_link,
    hand_over_this_device,
    list_links,
    take_back,
    withdraw_link,
)
from bodymap.services.kernel.editing import Editing
from bodymap.services.maintaining.deleting import delete_drawing
from bodymap.services.maintaining.redrawings import get_redrawing, keep_redrawing
from bodymap.services.maintaining.settings import set_examiner_name
from bodymap.services.people.persons import edit_person, find_persons
from bodymap.services.practising.practice import Practice, add_learner, leave_round, rename_learner
from tests import shipped
from tests.example_count import at_most
from tests.records.builders import NOON, an_id
from tests.services.handed import SERVICES, WINDOW, Handed, others
from tests.services.memory_shelf import MemoryShelf

NEEDED = {
    "describe_mark",
    "draw",
    "undoable_drawing",
    "edit_drawing",
    "fill_regions",
    "layers_of",
    "finish_drawing",
    "open_drawing",
    "put_mark",
    "redo_drawing",
    "remove_mark",
    "remove_arrow",
    "say_no_pain",
    "set_arrow",
    "undo_drawing",
}
"""What drawing one drawing needs; every other service is refused behind a link."""
VAIN = {"amend_drawing", "discard_drawing", "restore_drawing"}
"""What finds nothing to do on an open drawing, and does nothing; refused where there is."""
THE_THERAPISTS = {
    "id",
    "person_id",
    "code",
    "assessment_id",
    "drawn_at",
    "occasion",
    "body_version",
    "amended_because",
}
"""Fields that nobody changes behind a link."""


@pytest.fixture
def handed() -> Handed:
    return Handed()


@pytest.mark.parametrize("name", SERVICES)
class TestEveryService:
    def test_is_refused_to_those_without_a_link(self, handed: Handed, name: str) -> None:
        for drawing_id in (handed.own, handed.other):
            with pytest.raises(NotAllowed):
                handed.call(name, drawing_id)

    def test_is_refused_behind_a_link_but_for_the_one_drawing(
        self, handed: Handed, name: str
    ) -> None:
        handed.by_link()
        before = others(handed.store.tables, handed.own)

        with pytest.raises(NotAllowed):
            handed.call(name, handed.other)

        assert others(handed.store.tables, handed.own) == before

    def test_is_open_for_the_one_drawing_only_where_drawing_needs_it(
        self, handed: Handed, name: str
    ) -> None:
        handed.by_link()
        before = others(handed.store.tables, handed.own)
        first = handed.store.tables.drawings[handed.own][0]
        try:
            handed.call(name, handed.own)
            is_open = True
        except NotAllowed:
            is_open = False
        except BodymapError:  # reached the drawing, and found nothing to do
            is_open = True

        assert is_open == (name in NEEDED | VAIN)
        assert others(handed.store.tables, handed.own) == before
        if name in VAIN:
            assert handed.store.tables.drawings[handed.own][0] == first

    def test_is_refused_from_the_moment_a_link_ends(self, name: str) -> None:
        still_open = []
        for end in ("expired", "withdrawn", "used", "altered", "deleted"):
            handed = Handed()
            handed.by_link()
            ended(handed, end)
            try:
                handed.call(name, handed.own)
            except NotAllowed:
                continue
            still_open.append(end)

        assert still_open == []

    def test_is_refused_on_this_device_while_it_is_handed_over(
        self, handed: Handed, name: str
    ) -> None:
        handed.on_this_device()

        with pytest.raises(NotAllowed):
            handed.call(name, handed.other)


def ended(handed: Handed, how: str) -> None:
    if how == "expired":
        handed.clock.move(minutes=61)
    elif how == "withdrawn":
        withdraw_link(hand_over_id=handed.link.hand_over.id, ports=handed.whole)
    elif how == "used":
        version = open_drawing(drawing_id=handed.own, ports=handed.whole).version
        finish_drawing(
            drawing_id=handed.own, body=shipped.body(), expected_version=version, ports=handed.whole
        )
    elif how == "deleted":
        delete_drawing(drawing_id=handed.own, ports=handed.whole)
    else:
        handed.visit = Visit(handed.link.token[:-1] + "x")


def test_the_lists_name_services_that_there_are() -> None:
    assert set(SERVICES) > NEEDED


def test_whoever_may_do_everything_is_not_hindered(handed: Handed) -> None:
    handed.visit = Visit(on_this_device=True)
    ports = handed.guest

    (person,) = (line.person for line in find_persons(ports=ports, query="Ada"))
    edit_person(person_id=person.id, changes={"name": "Eve"}, expected_version=1, ports=ports)
    drawing = start_drawing(body_version="1", request_id="new", ports=ports, person_id=person.id)
    set_examiner_name(name="Kim", ports=ports)

    assert find_persons(ports=ports, query="Eve")[0].id == person.id
    assert open_drawing(drawing_id=drawing.id, ports=ports) == drawing
    assert list_links(ports=ports)[0].hand_over == handed.link.hand_over


def test_a_window_that_stood_open_is_locked_when_the_device_is_handed_over(
    handed: Handed,
) -> None:
    handed.visit = Visit(on_this_device=True)
    window = handed.guest  # what a page was given before
    hand_over_this_device(drawing_id=handed.own, pin="2468", ports=window)

    with pytest.raises(NotAllowed):
        find_persons(ports=window)
    assert open_drawing(drawing_id=handed.own, ports=window).id == handed.own

    take_back(pin="2468", ports=handed.whole)
    assert find_persons(ports=window)


class TestTheOneDrawing:
    def test_every_field_is_either_drawn_counted_closed_or_the_therapists(self) -> None:
        kinds = (DRAWN, COUNTED, CLOSED, THE_THERAPISTS)

        assert sum(len(kind) for kind in kinds) == len(PainDrawing.model_fields)
        assert set().union(*kinds) == set(PainDrawing.model_fields)

    @pytest.mark.parametrize(
        "change",
        [
            {"person_id": None},
            {"person_id": an_id(2)},
            {"assessment_id": an_id(1)},
            {"code": "STOLEN"},
            {"drawn_at": NOON + timedelta(days=1)},
            {"occasion": "AFTER_TREATMENT"},
            {"body_version": "2"},
            {"amended_because": "because"},
            {"editions": 1},
            {"finished_by": "Dr Kim"},
            {"finished_at": NOON},
            {"status": Status.FINISHED},
            {"status": Status.FINISHED, "editions": 2},
            {"status": Status.FINISHED, "editions": 1, "finished_by": "Dr Kim"},
            {"status": Status.FINISHED, "editions": 1, "person_id": None},
            {"marks": (), "code": "STOLEN"},
        ],
    )
    def test_a_change_that_is_not_drawing_is_refused(
        self, handed: Handed, change: dict[str, Any]
    ) -> None:
        handed.by_link()
        kept = open_drawing(drawing_id=handed.own, ports=handed.guest)
        forged = kept.changed(version=kept.version + 1, **change)

        with handed.guest.store.writing() as unit, pytest.raises(NotAllowed):
            unit.drawings.save(forged, before=forged.changed(version=kept.version), at=NOON)

    @pytest.mark.parametrize("hand", DrawnBy)
    def test_who_draws_can_be_said(self, handed: Handed, hand: DrawnBy) -> None:
        handed.by_link()

        drawing = edit_drawing(
            Editing(handed.own, WINDOW, handed.guest), changes={"drawn_by": hand}
        )

        assert drawing.drawn_by is hand

    def test_what_is_finished_is_shown_to_who_finished_it_and_not_changed(
        self, handed: Handed
    ) -> None:
        handed.by_link()
        finished = handed.call("finish_drawing", handed.own)
        handed.visit = Visit(handed.link.token, finished_here=frozenset({handed.own}))

        assert open_drawing(drawing_id=handed.own, ports=handed.guest) == finished
        with handed.whole.store.reading() as unit:
            (edition,) = unit.drawings.editions(handed.own)
        assert edition == Edition(1, finished)
        for name in ("amend_drawing", "list_drawing_editions"):
            with pytest.raises(NotAllowed):
                handed.call(name, handed.own)

    def test_an_amendment_is_not_given_up_behind_a_link(self, handed: Handed) -> None:
        for name in ("finish_drawing", "amend_drawing"):
            handed.call(name, handed.own, handed.whole)
        handed.link = hand_over_by_link(drawing_id=handed.own, ports=handed.whole)
        handed.by_link()

        with pytest.raises(NotAllowed):
            handed.call("discard_drawing", handed.own)

    def test_only_what_was_finished_becomes_an_edition(self, handed: Handed) -> None:
        handed.by_link()
        kept = open_drawing(drawing_id=handed.own, ports=handed.guest)
        forged = kept.changed(status=Status.FINISHED, editions=1, marks=())

        for drawing in (kept, forged):
            with handed.guest.store.writing() as unit, pytest.raises(NotAllowed):
                unit.drawings.add_edition(Edition(1, drawing))

    def test_requests_of_others_are_neither_seen_nor_taken(self, handed: Handed) -> None:
        handed.by_link()
        with handed.guest.store.writing() as unit:
            assert unit.requests.subject("own") == handed.own
            assert unit.requests.subject("new") is None
            for use in (
                lambda: unit.requests.subject("other"),
                lambda: unit.requests.add("new", handed.other, at=NOON),
                lambda: unit.requests.forget(before=NOON),
            ):
                with pytest.raises(NotAllowed):
                    use()

    def test_what_the_drawings_of_others_have_in_common_is_refused_by_any_name(
        self, handed: Handed
    ) -> None:
        handed.by_link()
        with handed.guest.store.writing() as unit:
            for name in ("summaries", "by_code", "add", "erase", "deleted", "any_later_name"):
                with pytest.raises(NotAllowed):
                    getattr(unit.drawings, name)


arguments = st.sampled_from(["own", "other"])
log = st.lists(st.tuples(st.sampled_from(sorted(SERVICES)), arguments), max_size=12)


@settings(max_examples=at_most(60))
@given(log)
def test_no_row_of_forged_requests_reaches_anything_but_the_one_drawing(
    forged: list[tuple[str, str]],
) -> None:
    handed = Handed()
    handed.by_link()
    before = others(handed.store.tables, handed.own)
    first = handed.store.tables.drawings[handed.own][0]

    for number, (name, which) in enumerate(forged):
        with suppress(BodymapError, StoreConflict):
            handed.call(name, getattr(handed, which), request_id=f"{name}-{number % 3}")

    last = handed.store.tables.drawings[handed.own][0]
    assert others(handed.store.tables, handed.own) == before
    assert all(getattr(last, name) == getattr(first, name) for name in THE_THERAPISTS)


class TestBesideThePorts:
    def test_learners_are_for_those_who_may_do_everything(self, handed: Handed) -> None:
        shelf = MemoryShelf()
        practice = Practice(shelf, handed.clock, handed.whole.ids)
        learner = add_learner(name="Kim", practice=practice)
        guest = limited_practice(practice, handed.whole, lambda: handed.visit)

        for use in (
            lambda: add_learner(name="Eve", practice=guest),
            lambda: rename_learner(learner_id=learner.id, name="Eve", practice=guest),
            lambda: leave_round(learner_id=learner.id, round_id="none", practice=guest),
            guest.shelf.all,
            guest.shelf.unreadable,
            lambda: guest.shelf.remove(learner.id),
        ):
            with pytest.raises(NotAllowed):
                use()

        handed.visit = Visit(on_this_device=True)
        assert guest.shelf.all() == (learner,)

    def test_patterns_are_redrawn_by_those_who_may_do_everything(self, handed: Handed) -> None:
        handed.by_link()

        with pytest.raises(NotAllowed):
            get_redrawing(point="infraspinatus_upper", ports=handed.guest)
        with pytest.raises(NotAllowed):
            keep_redrawing(redrawing=Redrawing(point="infraspinatus_upper"), ports=handed.guest)
