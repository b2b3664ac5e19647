from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import InvalidRecord
from bodymap.records import PersonDetails
from bodymap.store.times import from_text, to_text
from tests.records.builders import an_assessment

PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"  # "I want", with its joiner
EAST, WEST = timezone(timedelta(hours=5)), timezone(-timedelta(hours=5))


@pytest.mark.parametrize(
    ("moment", "is_allowed"),
    [
        (datetime(1900, 1, 1, tzinfo=UTC), True),
        (datetime(1899, 12, 31, 23, 59, 59, tzinfo=UTC), False),
        (datetime(1900, 1, 1, tzinfo=EAST), False),  # in UTC it is still 1899
        (datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC), True),
        (datetime(2201, 1, 1, tzinfo=UTC), False),
        (datetime(2200, 12, 31, 23, tzinfo=WEST), False),
        (datetime(1, 1, 1, tzinfo=EAST), False),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=WEST), False),
        (datetime(999, 1, 2, tzinfo=UTC), False),
    ],
)
def test_a_time_lies_between_1900_and_2200(moment: datetime, *, is_allowed: bool) -> None:
    if is_allowed:
        assert an_assessment(examined_at=moment).examined_at == moment
    else:
        with pytest.raises(InvalidRecord, match="the years 1900 to 2200 are allowed"):
            an_assessment(examined_at=moment)


@given(
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30), timezones=st.timezones()),  # noqa: DTZ001
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30), timezones=st.timezones()),  # noqa: DTZ001
)
def test_times_come_back_from_the_tables_and_sort_there_as_they_passed(
    one: datetime, other: datetime
) -> None:
    assert from_text(to_text(one)) == one.astimezone(UTC)
    assert len(to_text(one)) == 27
    assert (to_text(one) < to_text(other)) == (one.astimezone(UTC) < other.astimezone(UTC))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (PERSIAN, PERSIAN),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("\u200cAda\u200d Beispiel\u200c", "Ada Beispiel"),
        ("Ada \u200d Beispiel", "Ada Beispiel"),
        ("Ada\u200b\u202e\u0007", "Ada"),
        ("\u200d", ""),
    ],
)
def test_joiners_within_a_word_are_kept_and_other_unseen_signs_are_not(
    typed: str, kept: str
) -> None:
    assert PersonDetails.checked({"name": typed, "code": "C1"}).name == kept
