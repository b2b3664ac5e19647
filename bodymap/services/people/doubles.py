"""Find who may be recorded already, before a person is added a second time."""

from bodymap.records import Person, PersonDetails
from bodymap.services.kernel.ports import Ports
from bodymap.services.people.searching import folded


def likely_doubles(
    *, details: PersonDetails, ports: Ports, but: str | None = None
) -> tuple[Person, ...]:
    """People who may be the one that the details tell of, the last seen first.

    Of the same code; or of the same name, where no two years of birth contradict each other.
    Capitals and accents do not matter. Sample people are nobody's doubles.

    Args:
        details: Of the person to be added, or of one who is there.
        ports: Store, clock and ids.
        but: Id of the person who is there.
    """
    name, code = folded(details.name), folded(details.code)
    if not name and not code:  # signs that no search looks at
        return ()
    with ports.store.reading() as unit:
        found = unit.persons.like(name, code)
    return tuple(
        person
        for person in found
        if person.id != but
        and not person.is_sample
        and ((code and folded(person.code) == code) or _years_agree(person, details))
    )


def _years_agree(one: PersonDetails, other: PersonDetails) -> bool:
    years = {one.year_of_birth, other.year_of_birth} - {None}
    return len(years) < 2  # noqa: PLR2004 - two years contradict each other
