"""What every store promises of drawings handed over."""

from datetime import timedelta

import pytest

from bodymap.errors import StoreConflict, StoreInconsistent
from bodymap.records import HandOver, HandOverWay
from bodymap.services.kernel.ports import Store, VersionMoved
from tests.records.builders import NOON, a_hand_over, a_pain_drawing, a_person, an_id

DRAWING = a_pain_drawing()
LINK = a_hand_over(
    expires_at=NOON + timedelta(hours=1),
    ended_at=NOON + timedelta(minutes=5),
    editions=2,
    failed_tries=3,
    last_try_at=NOON + timedelta(minutes=4),
)
DEVICE = a_hand_over(id=an_id(31), way=HandOverWay.THIS_DEVICE, digest="scrypt:salt:digest")


def keep(store: Store, *hand_overs: HandOver) -> None:
    with store.writing() as unit:
        unit.drawings.add(DRAWING, at=NOON)
        for each in hand_overs:
            unit.hand_overs.add(each)
        unit.commit()


def test_a_hand_over_comes_back_as_it_was(store: Store) -> None:
    keep(store, LINK, DEVICE)

    with store.reading() as unit:
        assert unit.hand_overs.get(LINK.id) == LINK
        assert unit.hand_overs.get(DEVICE.id) == DEVICE
        assert unit.hand_overs.get(an_id(99)) is None


def test_a_hand_over_is_found_by_its_digest_also_when_it_has_ended(store: Store) -> None:
    keep(store, LINK)

    with store.reading() as unit:
        assert unit.hand_overs.by_digest(LINK.digest) == LINK
        assert unit.hand_overs.by_digest(LINK.digest[:-1]) is None


def test_no_two_hand_overs_have_the_same_digest(store: Store) -> None:
    with pytest.raises(StoreConflict):
        keep(store, LINK, LINK.changed(id=an_id(32)))


def test_only_a_drawing_that_is_there_is_handed_over(store: Store) -> None:
    def of_nothing() -> None:
        with store.writing() as unit:
            unit.hand_overs.add(LINK)
            unit.commit()

    with pytest.raises(StoreInconsistent):
        of_nothing()


def test_the_hand_over_of_this_device_is_the_last_one_that_nobody_ended(store: Store) -> None:
    later = DEVICE.changed(id=an_id(32), digest="b", made_at=NOON + timedelta(hours=1))
    ended = DEVICE.changed(
        id=an_id(33), digest="c", made_at=NOON + timedelta(hours=2), ended_at=NOON
    )
    keep(store, a_hand_over(made_at=NOON + timedelta(hours=3)), DEVICE, later, ended)

    with store.reading() as unit:
        assert unit.hand_overs.of_device() == later


def test_without_one_this_device_is_not_handed_over(store: Store) -> None:
    keep(store, a_hand_over())

    with store.reading() as unit:
        assert unit.hand_overs.of_device() is None


def test_a_hand_over_is_replaced_only_at_the_version_that_was_read(store: Store) -> None:
    keep(store, DEVICE)
    ended = DEVICE.changed(ended_at=NOON, version=2)

    with store.writing() as unit:
        unit.hand_overs.save(ended, before=DEVICE)
        with pytest.raises(VersionMoved):
            unit.hand_overs.save(ended, before=DEVICE)
        unit.commit()

    with store.reading() as unit:
        assert unit.hand_overs.get(DEVICE.id) == ended


def test_those_that_nobody_ended_are_listed_last_made_first(store: Store) -> None:
    first, last = (
        a_hand_over(),
        a_hand_over(id=an_id(32), digest="b", made_at=NOON + timedelta(minutes=1)),
    )
    keep(store, LINK.changed(id=an_id(33), digest="c"), first, last)

    with store.reading() as unit:
        assert unit.hand_overs.not_ended() == (last, first)


def test_old_links_are_forgotten_but_never_that_this_device_is_away(store: Store) -> None:
    young = a_hand_over(id=an_id(32), digest="b", made_at=NOON + timedelta(minutes=1))
    taken_back = DEVICE.changed(id=an_id(33), digest="c", ended_at=NOON)
    keep(store, LINK, DEVICE, young, taken_back)

    with store.writing() as unit:
        unit.hand_overs.forget(made_before=NOON + timedelta(seconds=1))
        unit.commit()

    with store.reading() as unit:
        assert unit.hand_overs.get(LINK.id) is None
        assert unit.hand_overs.get(taken_back.id) is None
        assert unit.hand_overs.not_ended() == (young, DEVICE)


def test_erasing_a_drawing_takes_its_hand_overs(store: Store) -> None:
    keep(store, LINK)

    with store.writing() as unit:
        unit.drawings.set_deleted(DRAWING.id, NOON)
        assert unit.drawings.erase(deleted_before=NOON + timedelta(seconds=1)) == 1
        unit.commit()

    with store.reading() as unit:
        assert unit.hand_overs.get(LINK.id) is None


@pytest.mark.parametrize("is_sample", [False, True])
def test_erasing_a_person_takes_the_hand_overs_of_their_drawings(
    store: Store, *, is_sample: bool
) -> None:
    person = a_person(is_sample=is_sample)
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)
        unit.drawings.add(DRAWING.changed(person_id=person.id), at=NOON)
        unit.hand_overs.add(LINK)
        if is_sample:
            unit.persons.erase_samples()
        else:
            unit.persons.set_deleted(person.id, NOON)
            unit.persons.erase(deleted_before=NOON + timedelta(seconds=1))
        unit.commit()

    with store.reading() as unit:
        assert unit.hand_overs.get(LINK.id) is None
