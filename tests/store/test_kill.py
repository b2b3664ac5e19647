"""Killed at any moment, the program has kept what it said it kept, whole and once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

import pytest

from bodymap.services.assessing.assessments import open_assessment, start_assessment
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import SqlStore, open_store
from tests.store.saving import finding, save

pytestmark = pytest.mark.slow


class Saving(NamedTuple):
    """The program that saves: what it is asked and what it answers."""

    asks: IO[str]
    answers: IO[str]


ROOT = Path(__file__).parents[2]
KILLS = 25
LONGEST_WAIT_SECONDS = 0.25


def test_25_kills_lose_halve_and_double_nothing(
    tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    store = open_store(tmp_path)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    acknowledged = 0
    unreported = 0

    with savers(tmp_path) as saving:
        for kill in range(KILLS):
            draft = start_assessment(body_version="1", request_id=f"start-{kill}", ports=ports)
            said = killed_while_saving(saving, draft.id, chance.uniform(0, LONGEST_WAIT_SECONDS))

            kept = open_assessment(assessment_id=draft.id, ports=ports).findings
            # In order and whole: all that was acknowledged, and at most one that was not reported.
            assert kept == tuple(finding(number) for number in range(len(kept)))
            assert said == list(range(len(said)))
            assert len(said) <= len(kept) <= len(said) + 1
            # Whoever saw no answer sends the same mark again.
            save(ports, draft.id, len(said))
            retried = open_assessment(assessment_id=draft.id, ports=ports).findings
            assert retried == tuple(finding(number) for number in range(len(said) + 1))
            assert problems(store) == []
            acknowledged += len(said)
            unreported += len(kept) - len(said)

    store.close()
    record_testsuite_property("acknowledged before a kill", acknowledged)
    record_testsuite_property("kept but not reported", unreported)
    assert acknowledged >= KILLS


@contextmanager
def savers(folder: Path) -> Iterator[Saving]:
    command = [sys.executable, "-m", "tests.store.saving", str(folder), "save"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Saving(process.stdin, process.stdout)
        process.stdin.close()


def killed_while_saving(saving: Saving, assessment_id: str, seconds: float) -> list[int]:
    """Start saving, kill -9 so long after the first save; the numbers it had reported."""
    saving.asks.write(f"{assessment_id}\n")
    saving.asks.flush()
    process = int(saving.answers.readline().removeprefix("process "))
    first = saving.answers.readline()
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    lines = [first, *iter(saving.answers.readline, "killed\n")]
    return [int(line) for line in lines]


def problems(store: SqlStore) -> list[object]:
    with store.engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA integrity_check").fetchall()
        found += connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [row for row in found if tuple(row) != ("ok",)]
