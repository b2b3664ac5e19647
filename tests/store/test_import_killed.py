"""An import that is killed leaves the records as before or as after, never between."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bodymap.records.portable import Whole
from bodymap.store import open_store
from bodymap.store.engine import FILE_NAME
from tests.example_count import examples
from tests.exchange.archive.archives import packed
from tests.records.builders import a_pain_drawing, a_person, an_assessment, an_id

ROOT = Path(__file__).parents[2]
PEOPLE = 60
TABLES = ("persons", "assessments", "drawings", "origins")

# In a process of its own for each line of input, so that each can be killed on its own. What was
# imported is removed for good, so that there is always something to import.
WORK = """
import os, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from bodymap.exchange.archive.reading import open_archive
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
folder = Path(sys.argv[1])
for _ in sys.stdin:
    process = os.fork()
    if process == 0:
        store = open_store(folder)
        ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
        archive = open_archive((folder / "in.zip").open("rb"))
        arriving = Arriving(archive.records, "in.zip", archive.written_at, {})
        people = [each.id for each in archive.records() if not hasattr(each, "record")]
        print(os.getpid(), flush=True)
        while True:
            carry_out(arriving, expected=plan_import(arriving, ports=ports), ports=ports)
            now = datetime.now(UTC)
            with store.writing() as unit:
                for person in people:
                    unit.persons.set_deleted(person, now)
                unit.persons.erase(deleted_before=now + timedelta(days=1))
                unit.commit()
    os.waitpid(process, 0)
    print("killed", flush=True)
"""


def counts(file: Path) -> list[int]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        query = "SELECT count(*) FROM {}"
        return [connection.execute(query.format(name)).fetchone()[0] for name in TABLES]


@pytest.mark.slow
def test_an_import_killed_in_the_middle_is_as_before_or_as_after(tmp_path: Path) -> None:
    """Several kills, each at a moment of its own."""
    open_store(tmp_path).close()
    people = [a_person(id=an_id(number), name=f"P{number}") for number in range(PEOPLE)]
    visits = [
        Whole(an_assessment(id=an_id(1_000 + n), person_id=an_id(n), code=f"A{n}"))
        for n in range(PEOPLE)
    ]
    drawn = [
        Whole(a_pain_drawing(id=an_id(2_000 + n), person_id=an_id(n), code=f"D{n}", no_pain=True))
        for n in range(PEOPLE)
    ]
    (tmp_path / "in.zip").write_bytes(packed((*people, *visits, *drawn)))
    allowed = ([0, 0, 0, 0], [PEOPLE, PEOPLE, PEOPLE, 3 * PEOPLE])
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    command = [sys.executable, "-c", WORK, str(tmp_path)]
    pipe = subprocess.PIPE

    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(examples(fast=3, whole=5, nightly=50)):
            process.stdin.write("import\n")
            process.stdin.flush()
            worker = int(process.stdout.readline())
            time.sleep(chance.uniform(0, 0.6))
            os.kill(worker, signal.SIGKILL)
            assert process.stdout.readline() == "killed\n"
            assert counts(tmp_path / FILE_NAME) in allowed
        process.stdin.close()
