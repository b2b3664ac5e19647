"""Handing a drawing over and taking it back: what holds, what ends it, and what is never kept."""

from datetime import datetime, timedelta

import pytest

from bodymap.errors import (
    InvalidRecord,
    NotOpen,
    TooManyTries,
    UnknownDrawing,
    UnknownHandOver,
    WrongPin,
)
from bodymap.records import HandOverWay
from bodymap.services.authority.access import Access, Refusal, Scope, Visit, access_of
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.handing_over.hand_over import (
    NewLink,
    Standing,
    hand_over_by_link,
    hand_over_this_device,
    list_links,
    release_device,
    take_back,
    withdraw_link,
)
from bodymap.services.maintaining.deleting import delete_drawing, purge, restore_drawing
from bodymap.services.maintaining.tidying import tidy
from tests import shipped
from tests.services.easel import Easel
from tests.store.memory_store import MemoryStore

REMOTE = Visit()
HERE = Visit(on_this_device=True)
PIN = "2468"


@pytest.fixture
def easel() -> Easel:
    return Easel(MemoryStore(), shipped.body())


def made(easel: Easel, **more: int) -> NewLink:
    return hand_over_by_link(drawing_id=easel.draft.id, ports=easel.ports, **more)


def away(easel: Easel, pin: str = PIN) -> None:
    hand_over_this_device(drawing_id=easel.draft.id, pin=pin, ports=easel.ports)


def access(easel: Easel, visit: Visit) -> Access:
    return access_of(visit, easel.ports)


def refused(easel: Easel, token: str) -> Refusal | None:
    return access(easel, Visit(token)).refused


def one_drawing(easel: Easel, way: HandOverWay, until: datetime | None = None) -> Access:
    return Access(Scope.ONE_DRAWING, easel.draft.id, way, until)


class TestWhoAsks:
    def test_whoever_sits_at_this_machine_may_do_everything(self, easel: Easel) -> None:
        assert access(easel, HERE) == Access(Scope.WHOLE)

    def test_whoever_comes_from_elsewhere_reads_what_is_public(self, easel: Easel) -> None:
        assert access(easel, REMOTE) == Access(Scope.PUBLIC)

    @pytest.mark.parametrize("here", [False, True])
    def test_a_link_opens_one_drawing_and_no_more_wherever_it_is_opened(
        self, easel: Easel, *, here: bool
    ) -> None:
        link = made(easel)
        until = easel.clock.now() + timedelta(minutes=60)

        found = access(easel, Visit(link.token, on_this_device=here))

        assert found == one_drawing(easel, HandOverWay.LINK, until)

    @pytest.mark.parametrize("token", ["", "x", "0" * 43, "é" * 43, "a" * 100_000, "../" * 20])
    @pytest.mark.parametrize("here", [False, True])
    def test_a_token_that_was_never_given_opens_nothing_even_here(
        self, easel: Easel, token: str, *, here: bool
    ) -> None:
        made(easel)

        found = access(easel, Visit(token, on_this_device=here))

        assert found == Access(Scope.PUBLIC, refused=Refusal.ALTERED)

    def test_the_digest_of_a_pin_is_no_token(self, easel: Easel) -> None:
        away(easel)
        (kept,) = easel.ports.store.tables.hand_overs.values()

        assert refused(easel, kept.digest) is Refusal.ALTERED
        assert refused(easel, PIN) is Refusal.ALTERED


class TestLinks:
    def test_a_link_holds_until_its_last_moment(self, easel: Easel) -> None:
        link = made(easel, minutes=5)
        easel.clock.move(minutes=4, seconds=59)
        assert refused(easel, link.token) is None

        easel.clock.move(seconds=1)

        assert refused(easel, link.token) is Refusal.EXPIRED

    @pytest.mark.parametrize("seen", ["by the visitor", "in the list", "by the daily task"])
    def test_a_clock_set_back_does_not_open_a_link_that_was_seen_to_have_expired(
        self, easel: Easel, seen: str
    ) -> None:
        link = made(easel, minutes=5)
        easel.clock.move(minutes=5)
        match seen:
            case "by the visitor":
                assert refused(easel, link.token) is Refusal.EXPIRED
            case "in the list":
                assert standing(easel)[0][1] is Standing.EXPIRED
            case _:
                tidy(ports=easel.ports, body=easel.body)

        easel.clock.move(minutes=-1)

        assert refused(easel, link.token) is Refusal.EXPIRED
        assert standing(easel)[0][1] is Standing.EXPIRED
        easel.clock.move(minutes=-4)
        assert refused(easel, link.token) is Refusal.EXPIRED

    def test_a_link_that_was_made_later_than_the_clock_says_opens_nothing(
        self, easel: Easel
    ) -> None:
        link = made(easel)

        easel.clock.move(seconds=-1)

        assert refused(easel, link.token) is Refusal.EXPIRED

    def test_a_link_that_holds_is_not_written_to_when_it_is_looked_at(self, easel: Easel) -> None:
        link = made(easel)
        assert refused(easel, link.token) is None
        assert standing(easel)[0][1] is Standing.NOT_BEGUN

        (kept,) = easel.ports.store.tables.hand_overs.values()

        assert kept == link.hand_over

    @pytest.mark.parametrize("minutes", [-1, 0, 4, 24 * 60 + 1])
    def test_a_link_holds_neither_for_a_moment_nor_for_ever(
        self, easel: Easel, minutes: int
    ) -> None:
        with pytest.raises(InvalidRecord, match="5 to 1440"):
            made(easel, minutes=minutes)

    def test_a_finished_drawing_uses_its_link_up_but_for_who_finished_it(
        self, easel: Easel
    ) -> None:
        link = made(easel)
        easel.finish()

        assert refused(easel, link.token) is Refusal.USED
        there = Visit(link.token, finished_here=frozenset({easel.draft.id}))
        assert access(easel, there).drawing_id == easel.draft.id

    def test_a_used_link_stays_used_when_the_drawing_is_amended(self, easel: Easel) -> None:
        link = made(easel)
        easel.finish()
        easel.amend()

        assert refused(easel, link.token) is Refusal.USED

    def test_a_drawing_that_is_amended_can_be_handed_over_once_more(self, easel: Easel) -> None:
        easel.finish()
        easel.amend()
        link = made(easel)
        assert refused(easel, link.token) is None

        easel.finish()

        assert refused(easel, link.token) is Refusal.USED

    def test_a_withdrawn_link_opens_nothing_and_is_withdrawn_once(self, easel: Easel) -> None:
        link = made(easel)
        withdraw_link(hand_over_id=link.hand_over.id, ports=easel.ports)
        ended = withdraw_link(hand_over_id=link.hand_over.id, ports=easel.ports)

        assert refused(easel, link.token) is Refusal.WITHDRAWN
        assert (ended.ended_at, ended.version) == (easel.clock.now(), 2)

    @pytest.mark.parametrize("hand_over_id", ["", "none", "0" * 36])
    def test_only_a_link_that_is_there_is_withdrawn(self, easel: Easel, hand_over_id: str) -> None:
        with pytest.raises(UnknownHandOver):
            withdraw_link(hand_over_id=hand_over_id, ports=easel.ports)

    def test_a_hand_over_of_this_device_is_not_withdrawn_as_a_link(self, easel: Easel) -> None:
        away(easel)
        (kept,) = easel.ports.store.tables.hand_overs.values()

        with pytest.raises(UnknownHandOver):
            withdraw_link(hand_over_id=kept.id, ports=easel.ports)

    def test_a_new_link_takes_the_place_of_the_one_before(self, easel: Easel) -> None:
        first, second = made(easel), made(easel)

        assert refused(easel, first.token) is Refusal.WITHDRAWN
        assert refused(easel, second.token) is None

    def test_a_link_to_a_deleted_drawing_opens_nothing_until_it_is_restored(
        self, easel: Easel
    ) -> None:
        link = made(easel)
        delete_drawing(drawing_id=easel.draft.id, ports=easel.ports)
        assert refused(easel, link.token) is Refusal.WITHDRAWN

        restore_drawing(drawing_id=easel.draft.id, ports=easel.ports)

        assert refused(easel, link.token) is None

    def test_only_an_open_drawing_that_is_there_is_handed_over(self, easel: Easel) -> None:
        with pytest.raises(UnknownDrawing):
            hand_over_by_link(drawing_id="none", ports=easel.ports)
        easel.finish()
        with pytest.raises(NotOpen):
            made(easel)
        with pytest.raises(NotOpen):
            away(easel)

    def test_links_are_listed_with_how_they_stand_for_a_day(self, easel: Easel) -> None:
        link = made(easel, minutes=30)
        seen = [standing(easel)]
        easel.draw()
        seen.append(standing(easel))
        easel.clock.move(minutes=30)
        seen.append(standing(easel))
        easel.finish()
        seen.append(standing(easel))
        easel.clock.move(hours=24)

        assert seen == [
            [(link.hand_over.id, Standing.NOT_BEGUN)],
            [(link.hand_over.id, Standing.BEING_DRAWN)],
            [(link.hand_over.id, Standing.EXPIRED)],
            [(link.hand_over.id, Standing.FINISHED)],
        ]
        assert standing(easel) == []

    def test_withdrawn_links_and_those_of_deleted_drawings_are_not_listed(
        self, easel: Easel
    ) -> None:
        link = made(easel)
        delete_drawing(drawing_id=easel.draft.id, ports=easel.ports)
        assert standing(easel) == []

        restore_drawing(drawing_id=easel.draft.id, ports=easel.ports)
        withdraw_link(hand_over_id=link.hand_over.id, ports=easel.ports)

        assert standing(easel) == []


class TestThisDevice:
    def test_it_shows_the_drawing_and_nothing_else_until_it_is_taken_back(
        self, easel: Easel
    ) -> None:
        away(easel)
        assert access(easel, HERE) == one_drawing(easel, HandOverWay.THIS_DEVICE)
        assert access(easel, REMOTE) == Access(Scope.PUBLIC)

        take_back(pin=PIN, ports=easel.ports)

        assert access(easel, HERE) == Access(Scope.WHOLE)

    @pytest.mark.parametrize("token", ["x", "0" * 43])
    def test_no_address_leads_out_of_it(self, easel: Easel, token: str) -> None:
        away(easel)

        found = access(easel, Visit(token, on_this_device=True))

        assert found == one_drawing(easel, HandOverWay.THIS_DEVICE)

    def test_it_stays_away_when_the_drawing_is_finished_or_deleted(self, easel: Easel) -> None:
        away(easel)
        easel.finish()
        delete_drawing(drawing_id=easel.draft.id, ports=easel.ports)

        assert access(easel, HERE) == one_drawing(easel, HandOverWay.THIS_DEVICE)

    @pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "12 4", "١٢٣٤", "-123"])
    def test_a_pin_has_4_to_12_digits(self, easel: Easel, pin: str) -> None:
        with pytest.raises(InvalidRecord, match="4 to 12 digits"):
            away(easel, pin)

    @pytest.mark.parametrize("pin", ["", "2467", "24680", PIN * 300, "\ud800", "2468 "])
    def test_another_pin_does_not_take_it_back(self, easel: Easel, pin: str) -> None:
        away(easel)

        with pytest.raises(WrongPin):
            take_back(pin=pin, ports=easel.ports)

        assert access(easel, HERE).scope is Scope.ONE_DRAWING

    def test_after_three_wrong_pins_each_further_one_waits_longer(self, easel: Easel) -> None:
        away(easel)
        waits = []
        for _ in range(11):
            with pytest.raises(WrongPin) as wrong:
                take_back(pin="0000", ports=easel.ports)
            waits.append(wrong.value.wait_seconds)
            easel.clock.move(seconds=waits[-1])

        assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]

    def test_no_pin_is_looked_at_while_the_wait_lasts_not_even_the_right_one(
        self, easel: Easel
    ) -> None:
        away(easel)
        for _ in range(3):
            with pytest.raises(WrongPin):
                take_back(pin="0000", ports=easel.ports)
        easel.clock.move(seconds=3.5)

        with pytest.raises(TooManyTries) as many:
            take_back(pin=PIN, ports=easel.ports)

        assert many.value.wait_seconds == 2
        easel.clock.move(seconds=1.5)
        take_back(pin=PIN, ports=easel.ports)
        assert access(easel, HERE).is_whole

    def test_a_clock_that_is_set_back_does_not_make_the_wait_longer(self, easel: Easel) -> None:
        away(easel)
        for _ in range(3):
            with pytest.raises(WrongPin):
                take_back(pin="0000", ports=easel.ports)
        easel.clock.move(days=-1)

        with pytest.raises(TooManyTries) as many:
            take_back(pin=PIN, ports=easel.ports)

        assert many.value.wait_seconds == 5

    def test_taking_back_what_was_not_handed_over_changes_nothing(self, easel: Easel) -> None:
        take_back(pin=PIN, ports=easel.ports)

        assert not release_device(ports=easel.ports)
        assert access(easel, HERE).is_whole

    def test_whoever_starts_programs_here_needs_no_pin(self, easel: Easel) -> None:
        away(easel)

        assert release_device(ports=easel.ports)

        assert access(easel, HERE).is_whole

    def test_handed_over_anew_only_the_last_pin_takes_it_back(self, easel: Easel) -> None:
        away(easel)
        away(easel, "1357")

        with pytest.raises(WrongPin):
            take_back(pin=PIN, ports=easel.ports)
        take_back(pin="1357", ports=easel.ports)

        assert access(easel, HERE).is_whole


class TestWhatIsKept:
    def test_neither_token_nor_pin_is_kept(self, easel: Easel) -> None:
        link = made(easel)
        away(easel, "97531864")

        kept = repr(easel.ports.store.tables)

        assert link.token not in kept
        assert "97531864" not in kept

    def test_the_same_pin_twice_gives_two_digests(self, easel: Easel) -> None:
        away(easel)
        away(easel)

        first, second = easel.ports.store.tables.hand_overs.values()

        assert first.digest != second.digest

    def test_links_are_forgotten_when_what_was_deleted_is_removed(self, easel: Easel) -> None:
        link = made(easel)
        easel.clock.move(days=31)

        purge(ports=easel.ports)

        assert refused(easel, link.token) is Refusal.ALTERED


def standing(easel: Easel) -> list[tuple[str, Standing]]:
    listed = list_links(ports=easel.ports)
    return [(each.hand_over.id, each.standing) for each in listed]


def test_handing_this_device_over_again_ends_the_one_before(easel: Easel) -> None:
    other = start_drawing(body_version="1", request_id="other", ports=easel.ports)
    first = hand_over_this_device(drawing_id=easel.draft.id, pin="2468", ports=easel.ports)
    second = hand_over_this_device(drawing_id=other.id, pin="1357", ports=easel.ports)

    with easel.ports.store.reading() as unit:
        assert [held.id for held in unit.hand_overs.not_ended()] == [second.id]
        ended = unit.hand_overs.get(first.id)
    assert ended is not None
    assert ended.ended_at == easel.clock.now()
