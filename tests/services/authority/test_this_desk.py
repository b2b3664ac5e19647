"""Only whoever may read the data folder can let a browser in."""

import os
import stat
from pathlib import Path

import pytest

from bodymap.services.authority.this_desk import ThisDesk, address_with


@pytest.fixture
def desk(tmp_path: Path) -> ThisDesk:
    return ThisDesk(tmp_path / "records")


def test_a_pass_opens_once(desk: ThisDesk) -> None:
    made = desk.new_pass()

    assert [desk.accepts(made), desk.accepts(made)] == [True, False]


def test_a_new_pass_takes_the_place_of_the_one_before(desk: ThisDesk) -> None:
    first, second = desk.new_pass(), desk.new_pass()

    assert [desk.accepts(first), desk.accepts(second)] == [False, True]


@pytest.mark.parametrize("given", ["", "x", "é" * 43, "a" * 100_000])
def test_nothing_else_opens_and_the_pass_stays_good(desk: ThisDesk, given: str) -> None:
    made = desk.new_pass()

    assert not desk.accepts(given)
    assert not desk.accepts(made[:-1])
    assert not desk.accepts(made + "x")
    assert desk.accepts(made)


def test_where_no_pass_was_made_none_is_good(desk: ThisDesk) -> None:
    assert not desk.accepts("")


def test_the_pass_itself_is_not_kept(desk: ThisDesk) -> None:
    made = desk.new_pass()

    kept = b"".join(path.read_bytes() for path in desk.data_folder.rglob("*") if path.is_file())
    assert made.encode() not in kept


def test_a_cookie_is_good_for_as_long_as_the_key_is(desk: ThisDesk) -> None:
    cookies = {desk.cookie_name: desk.cookie}

    assert ThisDesk(desk.data_folder).is_proven(cookies)
    desk.forget_browsers()
    assert not desk.is_proven(cookies)


@pytest.mark.parametrize("value", ["", "x", "é", "0" * 64])
def test_a_forged_cookie_proves_nothing(desk: ThisDesk, value: str) -> None:
    assert not desk.is_proven({desk.cookie_name: value})
    assert not desk.is_proven({"bodymap_desk": desk.cookie})
    assert not desk.is_proven({})


def test_two_installations_do_not_take_each_other_s_cookies(tmp_path: Path) -> None:
    one, other = ThisDesk(tmp_path / "one"), ThisDesk(tmp_path / "other")

    assert one.cookie_name != other.cookie_name
    assert not other.is_proven({other.cookie_name: one.cookie})


@pytest.mark.skipif(os.name != "posix", reason="file modes are those of POSIX")
def test_nobody_else_on_the_machine_can_read_the_key(desk: ThisDesk) -> None:
    desk.new_pass()
    assert desk.cookie

    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in (desk.data_folder / "desk").iterdir()
    }
    assert modes == {"key": 0o600, "pass": 0o600}


def test_a_damaged_key_is_said(desk: ThisDesk) -> None:
    assert desk.cookie
    (desk.data_folder / "desk" / "key").write_text("short")

    with pytest.raises(OSError, match="is damaged; remove it"):
        desk.is_proven({"a": "b"})


def test_the_address_is_remembered_for_the_terminal(desk: ThisDesk) -> None:
    assert desk.noted_address() is None
    desk.note_address("http://127.0.0.1:8501")
    assert desk.noted_address() == "http://127.0.0.1:8501"
    assert address_with("abc", "http://127.0.0.1:8501/") == "http://127.0.0.1:8501/desk?pass=abc"
