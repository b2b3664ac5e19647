"""Whoever is removed for good is in no file, neither beside the records nor made on the way.

Before, everything is done with them that writes a file: archives, tables, Bundles, reports, an
import, a backup and its restoring.
"""

import io
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bodymap.exchange.forms import Form, open_records, write_records
from bodymap.exchange.report.options import Options
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.report.visit import visit_report
from bodymap.records import PersonDetails
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.visit_records import visit_records
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.deleting import delete_person, purge
from bodymap.services.people.persons import add_person, find_persons
from bodymap.store import open_store
from bodymap.store.vault import FileVault
from tests import shipped
from tests.exchange.fhir.bundles import mapper
from tests.exchange.report.visits import books
from tests.records.builders import a_finding

CANARY = "Quastenflosser"
NOW = datetime(2026, 3, 1, tzinfo=UTC)


class Clock:
    time = NOW

    def now(self) -> datetime:
        return self.time


def files_below(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        yield from ((file, file.read_bytes()) for file in folder.rglob("*") if file.is_file())


def found_in(data: bytes, ids: tuple[str, ...]) -> list[str]:
    told = data.lower()
    return [each for each in (CANARY, *ids) if each.lower().encode() in told]


def test_whoever_is_removed_is_in_no_file_no_log_and_no_later_backup(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    data, scratch = tmp_path / "data", tmp_path / "scratch"
    data.mkdir()
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    caplog.set_level(logging.DEBUG)
    store, clock = open_store(data), Clock()
    ports = Ports(store=store, clock=clock, ids=SystemIds())
    vault = FileVault(data)
    person = add_person(details=PersonDetails(name=CANARY, code="Q-1"), request_id="a", ports=ports)
    draft = start_assessment(
        body_version="1", request_id="b", ports=ports, person_id=person.id, reason=CANARY
    )
    hit = shipped.body().hit("back", 310.5, 250.5)
    assert hit is not None
    place = a_finding().place.changed(x=310.5, y=250.5, cell=hit.cell, region=hit.region)
    draft = record_finding(
        Editing(draft.id, "w", ports), finding=a_finding("m1", place=place, notes=CANARY)
    )
    finish_assessment(
        assessment_id=draft.id, by=CANARY, expected_version=draft.version, ports=ports
    )
    ids = (person.id, draft.id)

    left = {form: out_and_in(form, ports) for form in Form}
    visit = visit_records(assessment_id=draft.id, ports=ports)
    report = to_pdf(visit_report(visit, Options(), books()), at=NOW, records=left[Form.ARCHIVE])
    before, _ = vault.back_up(lambda _: None)
    vault.restore(before, lambda _: None)
    assert found_in(before, ids) == [CANARY, *ids]
    assert report
    assert any(found_in(content, ids) for _, content in files_below(data))

    delete_person(person_id=person.id, ports=ports)
    clock.time += timedelta(days=31)
    purge(ports=ports)
    after, kept = vault.back_up(lambda _: None)
    store.close()

    assert kept.counts == {"person": 0, "assessment": 0, "drawing": 0}
    assert found_in(after, ids) == []
    assert [file for file, content in files_below(data, scratch) if found_in(content, ids)] == []
    assert list(files_below(scratch)) == []
    said = "".join((caplog.text, *capfd.readouterr()))
    assert found_in(said.encode(), ids) == []

    # A backup that was made before brings nobody back.
    again = vault.restore(before, lambda _: None)
    assert again.removed == len(ids)
    assert not find_persons(ports=ports)
    store.close()
    (data / "before-restore.sqlite3").unlink()
    assert [file for file, content in files_below(data, scratch) if found_in(content, ids)] == []


def out_and_in(form: Form, ports: Ports) -> bytes:
    """Let everything leave in a form, and show it coming back."""
    target = io.BytesIO()
    records = gather(choose(Selection(everything=True), ports=ports), ports=ports)
    write_records(target, records, form=form, at=NOW, mapper=mapper())
    arrived = open_records(target, mapper(), at=NOW)
    known = known_names(shipped.body(), shipped.atlas())
    arriving = Arriving(arrived.records, f"{form}.zip", arrived.written_at, known)
    carry_out(arriving, expected=plan_import(arriving, ports=ports), ports=ports)
    return target.getvalue()
