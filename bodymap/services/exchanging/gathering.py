"""Gathering records that leave: of some people, of one assessment, or all there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bodymap.records.origin import Kind
from bodymap.records.portable import Portable
from bodymap.services.exchanging.kinds import DRAFT_KINDS
from bodymap.services.kernel.pages import MOST_ON_PAGE, every_line
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import kept_assessment, kept_person

_AT_ONCE = 50


@dataclass(frozen=True)
class Selection:
    """What is to leave.

    Attributes:
        person_ids: People, each with all that belongs to them.
        assessment_ids: Single assessments, each with its person and the drawings attached to it.
        everything: All people, and what waits for its person. Sample people stay, unless named.
    """

    person_ids: tuple[str, ...] = ()
    assessment_ids: tuple[str, ...] = ()
    everything: bool = False


@dataclass(frozen=True)
class Chosen:
    """Ids of what leaves, by kind; people that were deleted since are left out on reading.

    Attributes:
        ids: By kind, in the order in which they refer to each other.
    """

    ids: dict[Kind, tuple[str, ...]]

    @property
    def count(self) -> int:
        """How many records."""
        return sum(map(len, self.ids.values()))


def choose(selection: Selection, *, ports: Ports) -> Chosen:
    """Find what a selection names.

    Raises:
        UnknownPerson, UnknownAssessment: there is none, or it is deleted.
    """
    with ports.store.reading() as unit:
        people = dict.fromkeys(kept_person(unit, each).id for each in selection.person_ids)
        if selection.everything:
            people |= dict.fromkeys(_everybody(unit))
        drafts: dict[Kind, dict[str, None]] = {
            name: dict.fromkeys(
                record_id
                for person_id in people
                for record_id in kind.records(unit).of_person(person_id)
            )
            for name, kind in DRAFT_KINDS.items()
        }
        for assessment_id in selection.assessment_ids:
            assessment = kept_assessment(unit, assessment_id)
            people |= dict.fromkeys([assessment.person_id] if assessment.person_id else [])
            drafts["assessment"][assessment.id] = None
            drafts["drawing"] |= dict.fromkeys(
                _drawings(unit, assessment_id=assessment.id, only_waiting=False)
            )
        if selection.everything:
            drafts["assessment"] |= dict.fromkeys(_waiting_assessments(unit))
            drafts["drawing"] |= dict.fromkeys(
                _drawings(unit, assessment_id=None, only_waiting=True)
            )
    by_kind: dict[Kind, tuple[str, ...]] = {"person": tuple(sorted(people))}
    return Chosen(by_kind | {name: tuple(sorted(ids)) for name, ids in drafts.items()})


def gather(
    chosen: Chosen, *, ports: Ports, progress: Callable[[int], None] = lambda _: None
) -> Callable[[Kind], Iterator[Portable]]:
    """Reader of what was chosen, kind by kind; some records are read at a time.

    A record that was deleted since it was chosen is left out. Others can go on working meanwhile:
    no transaction is held for longer than some records take.

    Args:
        chosen: What `choose` found.
        ports: Store, clock and ids.
        progress: Called with the number of records read so far; what it raises ends the work.
    """
    done = 0

    def of_kind(kind: Kind) -> Iterator[Portable]:
        nonlocal done
        ids = chosen.ids.get(kind, ())
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start:][:_AT_ONCE]
            with ports.store.reading() as unit:
                found = _wholes(unit, kind, some)
            yield from found
            done += len(some)
            progress(done)

    return of_kind


def _wholes(unit: UnitOfWork, kind: Kind, ids: Sequence[str]) -> Sequence[Portable]:
    """Some records, those that were deleted left out."""
    if kind != "person":
        return DRAFT_KINDS[kind].records(unit).wholes(ids)
    return [person for person in map(unit.persons.get, ids) if person is not None]


def _everybody(unit: UnitOfWork) -> Iterator[str]:
    found = every_line(
        lambda after: unit.persons.find((), sample=False, limit=MOST_ON_PAGE, after=after)
    )
    return (line.id for line in found)


def _waiting_assessments(unit: UnitOfWork) -> Iterator[str]:
    lines = every_line(
        lambda after: unit.assessments.summaries(
            person_id=None,
            only_open=False,
            only_waiting=True,
            sample=False,
            limit=MOST_ON_PAGE,
            after=after,
        )
    )
    return (line.id for line in lines)


def _drawings(unit: UnitOfWork, *, assessment_id: str | None, only_waiting: bool) -> Iterator[str]:
    lines = every_line(
        lambda after: unit.drawings.summaries(
            person_id=None,
            assessment_id=assessment_id,
            only_waiting=only_waiting,
            sample=False,
            limit=MOST_ON_PAGE,
            after=after,
        )
    )
    return (line.id for line in lines)
