"""A program that saves findings and says so; tests start it, stop it and hinder it.

python -m tests.store.saving FOLDER save ASSESSMENT-ID FIRST-NUMBER   saves until it is killed
python -m tests.store.saving FOLDER hindered HINDRANCE                saves once, with a hindrance
"""

import os
import resource
import signal
import sys
from itertools import count
from pathlib import Path

from bodymap.errors import BodymapError
from bodymap.records import TriggerPointFinding
from bodymap.services.assessing.assessments import list_assessments, open_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.records.builders import a_drawing, a_finding

NOBODY = 65_534
ONE_PAGE = 4_096


def mark_id(number: int) -> str:
    return f"mark-{number:06d}"


def finding(number: int) -> TriggerPointFinding:
    return a_finding(
        mark_id(number),
        notes=f"note {number}",
        signs={"referred_sensation": "PRESENT"},
        referral={"felt": "OTHER", "drawing": a_drawing()},
    )


def save(ports: Ports, assessment_id: str, number: int) -> None:
    """Set a mark with everything that can be known of it."""
    record_finding(Editing(assessment_id, "w", ports), finding=finding(number))


def save_until_killed(folder: Path) -> None:
    """In a process of its own for each line of input, so that each can be killed on its own."""
    for assessment_id in sys.stdin:
        process = os.fork()
        if process == 0:
            say(f"process {os.getpid()}")
            ports = open_ports(folder)
            for number in count():
                save(ports, assessment_id.strip(), number)
                say(str(number))
        os.waitpid(process, 0)
        say("killed")


def say(line: str) -> None:
    """One write of one line, which a kill cannot halve."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def hinder(folder: Path, hindrance: str) -> None:
    """Take away what saving needs; works for root too, who may write to what is read-only."""
    if hindrance == "full":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ONE_PAGE, ONE_PAGE))
    else:
        if hindrance == "read-only file":
            (folder / "bodymap.sqlite3").chmod(0o444)
        folder.chmod(0o555 if hindrance.startswith("read-only") else 0o000)
        if os.getuid() == 0:
            os.chown(folder / "bodymap.sqlite3", NOBODY, NOBODY)
            os.setuid(NOBODY)


def save_hindered(ports: Ports, folder: Path, hindrance: str) -> None:
    (line,) = list_assessments(ports=ports)
    before = open_assessment(assessment_id=line.id, ports=ports)
    ports.store.close()  # connections that are open would outlive what is taken away
    in_hand = finding(7)
    hinder(folder, hindrance)
    try:
        record_finding(Editing(line.id, "w", ports), finding=in_hand)
    except BodymapError as error:
        sys.stdout.write(f"{type(error).__name__}\n{error}\n{in_hand == finding(7)}\n")
    try:
        after = open_assessment(assessment_id=line.id, ports=ports)
        sys.stdout.write(f"{after == before}\n")
    except BodymapError as error:
        sys.stdout.write(f"{type(error).__name__}\n")


def open_ports(folder: Path) -> Ports:
    return Ports(store=open_store(folder), clock=SystemClock(), ids=SystemIds())


def main(folder: str, task: str, *rest: str) -> None:
    if task == "save":
        save_until_killed(Path(folder))
    else:
        save_hindered(open_ports(Path(folder)), Path(folder), rest[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
