"""Each guard holds by itself, also where another one stands behind it."""

from collections.abc import Iterator

import pytest

from bodymap.errors import NotAllowed
from bodymap.records import Edition, HandOver, HandOverWay, Status
from bodymap.services.authority.access import Access, Refusal, Scope, Visit, access_of
from bodymap.services.authority.digests import is_pin, pin_digest, token_digest
from bodymap.services.authority.limits import limited
from bodymap.services.authority.one_drawing import OneDrawing, RequestsOfOne, UndoOfOne
from bodymap.services.drawing.drawings import finish_drawing, open_drawing
from bodymap.services.handing_over.hand_over import is_possible_pin
from bodymap.services.kernel.ports import UnitOfWork
from tests import shipped
from tests.records.builders import NOON, an_id
from tests.services.handed import WINDOW, Handed


@pytest.fixture
def handed() -> Handed:
    return Handed()


@pytest.fixture
def unit(handed: Handed) -> Iterator[UnitOfWork]:
    with handed.whole.store.writing() as unit:
        yield unit


def test_behind_a_link_no_step_of_an_assessment_is_seen(handed: Handed, unit: UnitOfWork) -> None:
    assert unit.undo.next_undo(handed.assessment.id, WINDOW) is not None

    with pytest.raises(NotAllowed):
        UndoOfOne(unit.undo, handed.own).next_undo(handed.assessment.id, WINDOW)


def test_behind_a_link_no_step_of_another_drawing_is_forgotten(
    handed: Handed, unit: UnitOfWork
) -> None:
    with pytest.raises(NotAllowed):
        UndoOfOne(unit.undo, handed.own).forget(handed.other)

    assert unit.undo.next_undo(handed.other, WINDOW) is not None


def test_requests_of_others_are_not_forgotten_behind_a_link(
    handed: Handed, unit: UnitOfWork
) -> None:
    with pytest.raises(NotAllowed):
        RequestsOfOne(unit.requests, handed.own).forget(before=NOON.replace(year=2199))

    assert unit.requests.subject("other") == handed.other


def test_another_drawing_is_not_saved_by_its_id(handed: Handed, unit: UnitOfWork) -> None:
    other = unit.drawings.get(handed.other)
    assert other is not None
    changed = other.changed(version=other.version + 1, figure="female")

    with pytest.raises(NotAllowed):
        OneDrawing(unit.drawings, handed.own).save(changed, before=other, at=NOON)

    assert unit.drawings.get(handed.other) == other


def test_a_finished_drawing_is_not_changed_behind_a_link(handed: Handed) -> None:
    version = open_drawing(drawing_id=handed.own, ports=handed.whole).version
    finished = finish_drawing(
        drawing_id=handed.own, body=shipped.body(), expected_version=version, ports=handed.whole
    )
    reopened = finished.changed(status=Status.DRAFT, version=finished.version + 1)

    with handed.whole.store.writing() as unit, pytest.raises(NotAllowed):
        OneDrawing(unit.drawings, handed.own).save(reopened, before=finished, at=NOON)


@pytest.mark.parametrize("forged", [{"marks": ()}, {"editions": 2}, {"finished_by": "Dr Kim"}])
def test_a_forged_edition_is_not_kept_behind_a_link(
    handed: Handed, forged: dict[str, object]
) -> None:
    version = open_drawing(drawing_id=handed.own, ports=handed.whole).version
    finished = finish_drawing(
        drawing_id=handed.own, body=shipped.body(), expected_version=version, ports=handed.whole
    )
    said = finished.changed(**forged)

    with handed.whole.store.writing() as unit:
        with pytest.raises(NotAllowed):
            OneDrawing(unit.drawings, handed.own).add_edition(Edition(said.editions, said))
        with pytest.raises(NotAllowed):
            OneDrawing(unit.drawings, handed.own).add_edition(Edition(7, finished))


def test_what_vouches_for_a_device_opens_no_link(handed: Handed) -> None:
    token = "t" * 43
    with handed.whole.store.writing() as unit:
        unit.hand_overs.add(
            HandOver(
                id=an_id(77),
                drawing_id=handed.own,
                way=HandOverWay.THIS_DEVICE,
                digest=token_digest(token),
                made_at=NOON,
                editions=0,
            )
        )
        unit.commit()

    found = access_of(Visit(token), handed.whole)

    assert found == Access(Scope.PUBLIC, refused=Refusal.ALTERED)


@pytest.mark.parametrize("cut", [1, 2, 20, 42, 43])
def test_a_part_of_a_token_opens_nothing(handed: Handed, cut: int) -> None:
    token = handed.link.token
    for given in (token[:-cut], token + token[:cut]):
        assert access_of(Visit(given), handed.whole) == Access(
            Scope.PUBLIC, refused=Refusal.ALTERED
        )


def test_ports_of_a_visitor_are_limited_and_nothing_else_of_them_changes(handed: Handed) -> None:
    guest = limited(handed.whole, Visit)

    assert (guest.clock, guest.ids) == (handed.whole.clock, handed.whole.ids)
    with guest.store.reading() as unit:
        for name in ("persons", "assessments", "drawings", "hand_overs", "undo", "settings"):
            with pytest.raises(NotAllowed):
                getattr(unit, name)


def test_a_pin_costs_scrypt_with_its_published_numbers() -> None:
    kept = pin_digest("2468", "salt")

    # hashlib.scrypt(b"2468", salt=b"salt", n=2**14, r=8, p=1, dklen=32), RFC 7914
    assert kept == ("scrypt:salt:64e1e7b7986381a8e9ce22b08f458a5bd2535e1dd50d91279aecc81b61e42209")
    assert [is_pin(pin, kept) for pin in ("2468", "2469", "")] == [True, False, False]


@pytest.mark.parametrize(
    "pin", ["", "246", "2468\0", "\uff12\uff14\uff16\uff18", "2468 ", "12a4", "1" * 13]
)
def test_what_cannot_be_a_pin_is_not_even_looked_at(pin: str) -> None:
    assert not is_possible_pin(pin)


@pytest.mark.parametrize("pin", ["2468", "000000", "1" * 12])
def test_four_to_twelve_digits_are_a_pin(pin: str) -> None:
    assert is_possible_pin(pin)
