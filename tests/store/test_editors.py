"""Several people at one draft: nobody's change disappears in silence."""

import threading
from pathlib import Path

from bodymap.errors import EditClash, StoreBusy
from bodymap.records import Assessment
from bodymap.services.assessing.assessments import open_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding, revise_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.records.builders import a_finding

EDITORS, EACH = 4, 8


def test_no_change_is_overwritten_in_silence(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    draft = start_assessment(body_version="1", request_id="start", ports=ports)
    draft = record_finding(Editing(draft.id, "w", ports), finding=a_finding("m1"))
    saved: list[str] = []
    clashes: list[EditClash] = []

    def edit(editor: int) -> None:
        shown = draft
        for number in range(EACH):
            word = f"{editor}.{number}"
            while word not in saved:
                shown = attempt(editor, word, shown)

    def attempt(editor: int, word: str, shown: Assessment) -> Assessment:
        notes = f"{shown.findings[0].notes} {word}"
        try:
            after = revise_finding(
                Editing(draft.id, f"w{editor}", ports, expected_version=shown.version),
                finding_id="m1",
                changes={"notes": notes},
            )
        except EditClash as clash:
            clashes.append(clash)
            return clash.theirs
        except StoreBusy:
            return shown
        saved.append(word)
        return after

    threads = [threading.Thread(target=edit, args=(editor,)) for editor in range(EDITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (finding,) = open_assessment(assessment_id=draft.id, ports=ports).findings
    store.close()
    assert len(saved) == EDITORS * EACH
    assert sorted(finding.notes.split()) == sorted(saved)
    assert clashes != []
