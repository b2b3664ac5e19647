"""Archives to read and to break."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.reading import open_archive
from bodymap.exchange.archive.writing import write_archive
from bodymap.records.portable import Portable, Whole, kind_of
from tests.records.builders import NOON, a_finding, a_pain_drawing, a_person, an_assessment

PERSON = a_person(name="Aoife O'Brien Ångström", code="PAT-042", year_of_birth=1971)
EXAMINED = an_assessment(
    person_id=PERSON.id,
    status="AMENDED",
    editions=2,
    finished_at=NOON,
    finished_by="Kim",
    amended_because="typing error",
    notes="first\nsecond",
    findings=(a_finding("m2"), a_finding("m1", notes="<b>firm</b>")),
    version=7,
)
FIRST = EXAMINED.changed(status="FINISHED", editions=1, amended_because="", version=4, findings=())
DRAWN = a_pain_drawing(person_id=PERSON.id, assessment_id=EXAMINED.id, no_pain=True)
RECORDS: tuple[Portable, ...] = (PERSON, Whole(EXAMINED, (FIRST, EXAMINED)), Whole(DRAWN))

Change = Callable[[dict[str, bytes]], None]


def packed(records: Sequence[Portable] = RECORDS) -> bytes:
    """An archive of some records."""
    target = io.BytesIO()
    write_archive(target, lambda kind: [each for each in records if kind_of(each) == kind], at=NOON)
    return target.getvalue()


def read(data: bytes) -> tuple[Portable, ...]:
    return tuple(open_archive(io.BytesIO(data)).records())


def changed(change: Change, *, settle: bool = True) -> bytes:
    """The archive with its files changed; settled, the manifest says what they hold now."""
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if settle:
        manifest = json.loads(files["manifest.json"])
        for name in set(files) & set(FILES.values()):
            manifest["files"][name] = entry(files[name])
        files["manifest.json"] = json.dumps(manifest).encode()
    return zipped(files)


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def entry(data: bytes) -> dict[str, Any]:
    lines = data.splitlines()
    return {
        "records": sum(b'"edition":' not in line for line in lines),
        "lines": len(lines),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
