"""A report as one PDF: tagged (PDF/UA-1), to be archived (PDF/A-3a), with its records attached.

The same report at the same time makes the same bytes. What people wrote is data: the template never
reads it as markup. Nothing is fetched and no font of the machine is used.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from bodymap import files
from bodymap.exchange.archive.attached import NAME
from bodymap.exchange.report.blocks import Block, Items, Picture, Report, Table
from bodymap.exchange.report.letters import missing, printable

_MAIN: Final = "main.typ"
_NOT_SHOWN: Final = "could not be displayed"
"""What the typesetter says of a character that no font has as it stands."""
Printed = Callable[[str], str]
BUNDLE_NAME: Final = "bodymap-fhir-r4.json"
"""Name under which a report carries its records as FHIR."""
FHIR: Final = "application/fhir+json"


def to_pdf(
    report: Report, *, at: datetime, records: bytes | None = None, bundle: bytes | None = None
) -> bytes:
    """The report as PDF.

    Args:
        report: What it says.
        at: When it is made; stands in the file.
        records: An archive that the file carries along; None for none.
        bundle: The same records as FHIR, for other programs; None for none.
    """
    template = files.assets("report", "report.typ").read_bytes()
    pictures = [
        block
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Picture)
    ]
    parts: dict[str, bytes] = {f"picture-{i}.svg": p.svg.encode() for i, p in enumerate(pictures)}
    carried = [each for each in (_records(records), _bundle(bundle)) if each is not None]
    parts |= {each["name"]: content for each, content in carried}
    attached = [each for each, _ in carried]
    # The typesetter reads what is no text from files alone.
    with TemporaryDirectory(prefix="bodymap-report-") as folder:
        for name, content in {_MAIN: template, **parts}.items():
            Path(folder, name).write_bytes(content)
        try:
            data = _as_json(report, pictures, printable, missing(report.texts()))
            return _compiled(Path(folder), data | {"attached": attached}, at)
        except typst.TypstError as error:
            if _NOT_SHOWN not in str(error):
                raise
        # Characters of two scripts that join each other: they are printed in our own font alone.
        note = missing(report.texts(), own_alone=True)
        data = _as_json(report, pictures, partial(printable, own_alone=True), note)
        return _compiled(Path(folder), data | {"attached": attached}, at)


def _records(data: bytes | None) -> tuple[dict[str, str], bytes] | None:
    said = "The records of this report; Bodymap imports them from this file."
    what = {"name": NAME, "relationship": "source", "mime": "application/zip", "said": said}
    return None if data is None else (what, data)


def _bundle(data: bytes | None) -> tuple[dict[str, str], bytes] | None:
    said = "The same records as a FHIR R4 Bundle, for other programs."
    what = {"name": BUNDLE_NAME, "relationship": "alternative", "mime": FHIR, "said": said}
    return None if data is None else (what, data)


def _compiled(folder: Path, data: dict[str, Any], at: datetime) -> bytes:
    pdf, warnings = typst.compile_with_warnings(
        str(folder / _MAIN),
        root=str(folder),
        font_paths=[str(files.assets("fonts"))],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1", "a-3a"],
        sys_inputs={"data": json.dumps(data)},
        timestamp=int(at.timestamp()),
        package_path=str(folder),
        package_cache_path=str(folder),
    )
    if warnings:
        message = f"the template is not in order: {warnings}"
        raise RuntimeError(message)
    return pdf


def _as_json(
    report: Report, pictures: list[Picture], printed: Printed, note: str
) -> dict[str, Any]:
    return {
        "title": printed(report.title),
        "about": [printed(line) for line in report.about],
        "sections": [
            {
                "heading": printed(section.heading),
                "blocks": [_block(block, pictures, printed) for block in section.blocks],
            }
            for section in report.sections
            if section.blocks
        ],
        "notice": [printed(each) for each in (report.notice, note) if each],
        "foot": printed(report.foot),
        "letterhead": [printed(line) for line in report.letterhead],
        "signed_by": None if report.signed_by is None else printed(report.signed_by),
        "paper": {"a4": "a4", "letter": "us-letter"}[report.paper],
        "size": 13 if report.large else 9.5,
    }


def _block(block: Block, pictures: list[Picture], printed: Printed) -> dict[str, Any]:
    match block:
        case str():
            return {"kind": "text", "text": printed(block)}
        case Items():
            return {"kind": "items", "texts": [printed(text) for text in block.texts]}
        case Table():
            fields = asdict(block) | {
                "caption": printed(block.caption),
                "columns": [printed(text) for text in block.columns],
                "rows": [[printed(text) for text in row] for row in block.rows],
            }
            return {"kind": "table"} | fields
        case Picture():
            return {
                "kind": "picture",
                "file": f"picture-{pictures.index(block)}.svg",
                "alt": printed(block.alt),
                "caption": printed(block.caption),
                "width": block.width,
            }
