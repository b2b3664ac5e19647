"""`bodymap app` and `bodymap open`: a start that cannot be safe stops with one line."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap.cli import BAD_INPUT, main
from bodymap.services.authority.this_desk import ThisDesk


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BODYMAP_DATA_DIR", str(tmp_path))
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    return line


@pytest.mark.parametrize("port", ["0", "65536", "99999", "-1"])
def test_a_port_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], port: str) -> None:
    line = refused(capsys, "app", "--port", port)

    assert line == f"bodymap: {port} is no port: give one from 1 to 65535"


def test_a_port_that_is_taken_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        assert f"port {port} of 127.0.0.1 is taken" in refused(capsys, "app", "--port", port)


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.7"])
def test_other_interfaces_need_a_name(capsys: pytest.CaptureFixture[str], address: str) -> None:
    assert "say with --host-name" in refused(capsys, "app", "--address", address)


def test_open_says_where_and_lets_one_browser_in(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = ThisDesk(data_folder)
    desk.note_address("http://127.0.0.1:9000")

    assert main(["open", "--no-browser"]) == 0

    address = capsys.readouterr().out.split()[-1]
    assert address.startswith("http://127.0.0.1:9000/desk?pass=")
    assert desk.accepts(address.partition("=")[2])


def test_open_shuts_out_the_browsers_of_before_where_asked(data_folder: Path) -> None:
    desk = ThisDesk(data_folder)
    desk.note_address("http://127.0.0.1:9000")
    cookies = {desk.cookie_name: desk.cookie}

    main(["open", "--no-browser"])
    assert desk.is_proven(cookies)
    main(["open", "--no-browser", "--shut-out"])
    assert not desk.is_proven(cookies)


def test_open_before_any_start_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "was not started yet" in refused(capsys, "open")


def test_whoever_reads_only_the_beginning_of_an_answer_sees_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)  # whoever read has gone
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bodymap.cli", "lookup", "head_temple"],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (0, "")
