"""`bodymap app --share` and `bodymap take-back`."""

import os
from pathlib import Path

import pytest

from bodymap.cli import BAD_INPUT, main
from bodymap.services.authority.access import Visit, access_of
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.handing_over import sharing
from bodymap.services.handing_over.hand_over import hand_over_this_device
from bodymap.services.handing_over.sharing import SHARED_AT
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would have been started in place of this process."""
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execv", lambda _program, command: commands.append(command))
    monkeypatch.setattr("subprocess.run", lambda *_, **_named: type("Done", (), {"returncode": 0}))
    monkeypatch.setenv(SHARED_AT, "")
    return commands


def option(command: list[str], name: str) -> str | None:
    return command[command.index(name) + 1] if name in command else None


def test_without_share_only_this_machine_reaches_it(started: list[list[str]]) -> None:
    main(["app", "--port", "9000"])

    (command,) = started
    assert option(command, "--server.address") == "127.0.0.1"
    assert not os.environ[SHARED_AT]


def test_shared_it_listens_everywhere_and_says_where(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sharing, "own_address", lambda: "192.168.1.5")

    main(["app", "--share", "--port", "9000"])

    (command,) = started
    assert option(command, "--server.address") == "0.0.0.0"
    assert option(command, "--browser.serverAddress") == "192.168.1.5"
    assert os.environ[SHARED_AT] == "http://192.168.1.5:9000"
    told = capsys.readouterr().out
    assert "http://192.168.1.5:9000" in told
    assert "http://127.0.0.1:9000" in told
    assert "others in the same network can read along" in told


def test_a_name_and_a_certificate_are_taken_as_given(
    started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--host-name", "praxis.test", "--certificate", "c.pem", "--certificate-key", "k.pem"]

    main(["app", "--share", *given])

    (command,) = started
    assert option(command, "--server.sslCertFile") == "c.pem"
    assert option(command, "--server.sslKeyFile") == "k.pem"
    assert os.environ[SHARED_AT] == "https://praxis.test:8501"
    assert "can read along" not in capsys.readouterr().out


@pytest.mark.parametrize("half", ["--certificate", "--certificate-key"])
def test_half_a_certificate_is_refused(
    started: list[list[str]], capsys: pytest.CaptureFixture[str], half: str
) -> None:
    assert main(["app", half, "x.pem"]) == BAD_INPUT

    assert "go together" in capsys.readouterr().err
    assert started == []


def test_where_there_is_no_network_it_says_what_to_do(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sharing, "own_address", lambda: None)

    assert main(["app", "--share"]) == BAD_INPUT

    assert "--host-name" in capsys.readouterr().err
    assert started == []


def test_whoever_runs_the_machine_takes_it_back_without_a_pin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BODYMAP_DATA_DIR", str(tmp_path))
    store = open_store(tmp_path)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    drawing = start_drawing(body_version="1", request_id="start", ports=ports)
    hand_over_this_device(drawing_id=drawing.id, pin="2468", ports=ports)

    assert main(["take-back"]) == 0
    assert "yours again" in capsys.readouterr().out
    assert access_of(Visit(on_this_device=True), ports).is_whole

    assert main(["take-back"]) == 0
    assert "was not handed over" in capsys.readouterr().out
    store.close()
