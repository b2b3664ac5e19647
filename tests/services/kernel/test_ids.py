import uuid

from hypothesis import given
from hypothesis import strategies as st

from bodymap.services.kernel.ids import SystemIds, uuid7


@given(st.integers(0, 2**62), st.integers(0, 2**64))
def test_an_id_is_a_uuid_of_version_7(nanoseconds: int, random_bits: int) -> None:
    made = uuid7(nanoseconds, random_bits)

    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == nanoseconds // 1_000_000
    assert made.int & 2**62 - 1 == random_bits % 2**62


@given(st.integers(0, 2**62), st.integers(250, 2**40), st.integers(0, 2**62), st.integers(0, 2**62))
def test_a_later_id_sorts_after_an_earlier_one(
    nanoseconds: int, later: int, random_bits: int, other_bits: int
) -> None:
    first, second = uuid7(nanoseconds, random_bits), uuid7(nanoseconds + later, other_bits)

    assert str(first) < str(second)


def test_a_code_can_be_read_aloud() -> None:
    codes = {SystemIds().code() for _ in range(200)}

    assert all(len(code) == 6 and not set(code) & set("01ILO") for code in codes)
    assert len(codes) > 190
