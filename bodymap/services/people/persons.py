"""What can be done with people: add, find, open, edit."""

from collections.abc import Mapping
from typing import Any

from bodymap.errors import InvalidRecord, Problem
from bodymap.records import Person, PersonDetails, PersonSummary
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import (
    kept_person,
    must_be_as_shown,
    written,
    written_once,
)
from bodymap.services.maintaining.time_zone import today
from bodymap.services.people.searching import searched_words


def add_person(*, details: PersonDetails, request_id: str, ports: Ports) -> Person:
    """Add a person. Writes; the same request again adds nobody and returns the same person.

    Raises:
        InvalidRecord: the year of birth lies ahead, or the request id cannot be one.
    """
    _born_by_now(details, ports)

    def make(unit: UnitOfWork) -> Person:
        person = Person(**dict(details), id=ports.ids.new())
        unit.persons.add(person, at=ports.clock.now())
        return person

    return written_once(ports, request_id, kept=kept_person, make=make)


def open_person(*, person_id: str, ports: Ports) -> Person:
    """The person.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    with ports.store.reading() as unit:
        return kept_person(unit, person_id)


def find_persons(
    *,
    ports: Ports,
    query: str = "",
    sample: bool | None = False,
    archived: bool | None = False,
    limit: int = MOST_ON_PAGE,
    after: Position | None = None,
) -> Page[PersonSummary]:
    """People of whose name, code, year of birth and tags each word of the query begins a word.

    Last seen first. Capitals and accents do not matter. An empty query finds everybody.

    Args:
        ports: Store, clock and ids.
        query: As typed.
        sample: Among the sample people, and only there; None looks among all.
        archived: Among those who are archived, and only there; None looks among all.
        limit: At most so many on the page.
        after: Where the page begins, as the page before says.
    """
    words = searched_words(query)
    with ports.store.reading() as unit:
        return unit.persons.find(
            words,
            sample=sample,
            archived=archived,
            limit=min(limit, MOST_ON_PAGE),
            after=after,
        )


def is_anybody_recorded(*, ports: Ports, sample: bool | None = None) -> bool:
    """Whether there is any person, or with `sample` any sample person or any other."""
    with ports.store.reading() as unit:
        return unit.persons.any(sample=sample)


def edit_person(
    *, person_id: str, changes: Mapping[str, Any], expected_version: int, ports: Ports
) -> Person:
    """Change some of what is told about a person. Writes.

    Args:
        person_id: Whom.
        changes: New values by field of `PersonDetails`.
        expected_version: Version that was shown.
        ports: Store, clock and ids.

    Raises:
        InvalidRecord: a field is unknown or a value not allowed.
        EditClash: the person was changed since; nothing was overwritten.
        UnknownPerson: there is none, or it is deleted.
    """

    def work(unit: UnitOfWork) -> Person:
        kept = kept_person(unit, person_id)
        details = PersonDetails(**{n: getattr(kept, n) for n in PersonDetails.model_fields})
        wanted = details.changed(**changes)
        _born_by_now(wanted, ports)
        yours = kept.changed(**dict(wanted), version=expected_version + 1)
        if yours.changed(version=kept.version) == kept:
            return kept  # nothing to change, or the same change sent twice
        must_be_as_shown(kept, yours, expected_version)
        unit.persons.save(yours, before=kept, at=ports.clock.now())
        return yours

    return written(ports, work)


def archive_person(*, person_id: str, ports: Ports) -> Person:
    """Take a person out of the usual lists; nothing is deleted. Writes; again changes nothing.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    return _archived(person_id, ports, is_archived=True)


def take_out_of_archive(*, person_id: str, ports: Ports) -> Person:
    """Bring a person back into the usual lists. Writes; again changes nothing.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    return _archived(person_id, ports, is_archived=False)


def _archived(person_id: str, ports: Ports, *, is_archived: bool) -> Person:
    def work(unit: UnitOfWork) -> Person:
        kept = kept_person(unit, person_id)
        if kept.is_archived is is_archived:
            return kept
        changed = kept.changed(is_archived=is_archived, version=kept.version + 1)
        unit.persons.save(changed, before=kept, at=ports.clock.now())
        return changed

    return written(ports, work)


def _born_by_now(details: PersonDetails, ports: Ports) -> None:
    this_year = today(ports=ports).year
    if details.year_of_birth is not None and details.year_of_birth > this_year:
        problem = Problem(
            field="year_of_birth",
            reason=f"at most this year, {this_year}, is allowed",
            value=str(details.year_of_birth),
        )
        raise InvalidRecord("person", problems=(problem,))
