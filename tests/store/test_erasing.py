"""What is removed for good leaves no trace in the file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bodymap import services
from bodymap.records import PersonDetails
from bodymap.services import Ports, SystemIds
from bodymap.store import open_store
from bodymap.store.engine import FILE_NAME
from tests.records.builders import a_finding

CANARY = "Quastenflosser"


class Clock:
    time = datetime(2026, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


def test_nothing_of_an_erased_person_is_left_in_the_file(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    ports = Ports(store=store, clock=clock, ids=SystemIds())
    person = services.add_person(
        details=PersonDetails(name=f"{CANARY} 1", code=f"{CANARY}-2"), request_id="a", ports=ports
    )
    draft = services.start_assessment(
        request_id="b", ports=ports, person_id=person.id, reason=f"{CANARY} 3"
    )
    for number in range(30):
        draft = services.record_finding(
            assessment_id=draft.id,
            finding=a_finding(f"m{number}", notes=f"{CANARY} 4 " * 100),
            client_id=f"{CANARY}-5",
            ports=ports,
        )
    finished = services.finish_assessment(
        assessment_id=draft.id, by=f"{CANARY} 6", expected_version=draft.version, ports=ports
    )
    services.amend_assessment(
        assessment_id=draft.id,
        because=f"{CANARY} 7",
        expected_version=finished.version,
        ports=ports,
    )
    store.close()
    assert CANARY.encode() in (tmp_path / FILE_NAME).read_bytes()

    services.delete_person(person_id=person.id, ports=ports)
    clock.time += timedelta(days=31)
    services.purge(ports=ports)
    store.close()

    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert CANARY.casefold().encode() not in left.lower()
    assert person.id.encode() not in left
    assert draft.id.encode() not in left
