"""Who may be recorded already is found before a person is added twice."""

import pytest

from bodymap.records import PersonDetails
from bodymap.services.people.doubles import likely_doubles
from tests.services.desk import Desk


@pytest.mark.parametrize(
    ("details", "found"),
    [
        ({"name": "anna LINDQVIST", "year_of_birth": 1986}, ["Anna Lindqvist"]),
        ({"name": "Ánna Lindqvist"}, ["Anna Lindqvist"]),
        ({"name": "Anna Lindqvist", "year_of_birth": 1985}, []),
        ({"name": "Anna Lindqvist", "year_of_birth": 1987}, []),
        ({"name": "Anna Lindqvis"}, []),
        ({"name": "Anna"}, []),
        ({"name": "Somebody", "code": "p-1"}, ["Anna Lindqvist"]),
        ({"name": "Somebody", "code": "p-"}, []),
        ({"name": "Zoe", "year_of_birth": 1950}, ["Zoe"]),
        ({"code": "·"}, []),
    ],
)
def test_the_same_name_and_year_or_the_same_code_is_a_likely_double(
    desk: Desk, details: dict, found: list[str]
) -> None:
    desk.person("Anna Lindqvist", "a", year_of_birth=1986, code="P-1")
    desk.person("Anna Lindqvistsdotter", "b", year_of_birth=1986)
    desk.person("Zoe", "c")

    doubles = likely_doubles(details=PersonDetails(**details), ports=desk.ports)

    assert [person.label for person in doubles] == found


def test_nobody_is_a_double_of_their_own(desk: Desk) -> None:
    ada = desk.person()

    assert likely_doubles(details=ada, ports=desk.ports, but=ada.id) == ()
