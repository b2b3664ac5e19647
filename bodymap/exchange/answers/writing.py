"""Drawings as answers on other charts: a row each, a column of 1/0 for each code, for REDCap."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Final

from bodymap.analysis.coding.answered import NUMBERINGS, codings_of
from bodymap.atlas import Atlas, CodedPlace
from bodymap.body import Body
from bodymap.errors import AtlasOfOtherBody, BodyError
from bodymap.exchange.answers.columns import plain
from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.writing import Parts, zip_info
from bodymap.exchange.tables.cells import plain_text
from bodymap.records import PainDrawing, Person
from bodymap.records.origin import Kind
from bodymap.records.portable import Whole

ANSWERS: Final = "redcap.csv"
DICTIONARY: Final = "redcap_dictionary.csv"
CHARTS: Final = ("choir", "michigan", "wpi", "mypain")
"""The charts that are written, each in its own numbering."""
_FORM: Final = "bodymap"
_FIELDS: Final = ("record_id", "person", "person_id", "drawn_at", "no_pain", "intensity")
_DICTIONARY: Final = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note",
    "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max",
    "Identifier?", "Branching Logic (Show field only if...)", "Required Field?",
    "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
    "Matrix Ranking?", "Field Annotation",
)  # fmt: skip
"""The head of a data dictionary, as REDCap reads it."""


def write_answers(
    target: IO[bytes], parts: Parts, *, at: datetime, atlas: Atlas, body: Body
) -> dict[Kind, int]:
    """Write every drawing as it is now; gives how many records of each kind were looked through.

    Args:
        target: Open for writing.
        parts: The records, kind by kind.
        at: When they are written.
        atlas: The charts.
        body: Any figure.
    """
    counts: dict[Kind, int] = dict.fromkeys(FILES, 0)
    called: dict[str, str] = {}
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(_head(atlas))
    for portable in parts("person"):
        if isinstance(portable, Person):
            counts["person"] += 1
            called[portable.id] = portable.code
    for portable in parts("drawing"):
        if isinstance(portable, Whole) and isinstance(portable.record, PainDrawing):
            counts["drawing"] += 1
            record = portable.record
            table.writerow(_row(record, called.get(record.person_id or "", ""), atlas, body))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zip_info(ANSWERS, at), text.getvalue().encode())
        archive.writestr(zip_info(DICTIONARY, at), _dictionary(atlas).encode())
    return counts


def _head(atlas: Atlas) -> list[str]:
    codes = (f"{chart}___{plain(code)}" for chart in CHARTS for code in _places(chart, atlas))
    return [*_FIELDS, *codes]


def _places(chart: str, atlas: Atlas) -> dict[str, str]:
    """The label of each code of a chart."""
    return {code: place.label for code, place in NUMBERINGS[chart].places(atlas).items()}


def _row(record: PainDrawing, person: str, atlas: Atlas, body: Body) -> list[str]:
    rated = [mark.intensity.nrs for mark in record.marks if mark.intensity]
    highest = str(max(rated)) if rated else ""
    whose = (plain_text(person), record.person_id or "")
    when = (record.drawn_at.isoformat(), str(int(record.no_pain)), highest)
    return [record.id, *whose, *when, *_codes(record, atlas, body)]


def _codes(record: PainDrawing, atlas: Atlas, body: Body) -> Iterator[str]:
    try:
        pains = [(mark, mark.area(body)) for mark in record.marks]
        found = codings_of(pains, atlas, body)
    except (BodyError, AtlasOfOtherBody):
        # Recorded on another version of the figure: not known, which is not "not marked".
        yield from ("" for chart in CHARTS for _ in _places(chart, atlas))
        return
    for chart in CHARTS:
        marked = {code.code for code in getattr(found, chart).marked}
        yield from ("1" if code in marked else "0" for code in _places(chart, atlas))


def _dictionary(atlas: Atlas) -> str:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, _DICTIONARY, restval="", lineterminator="\r\n")
    table.writeheader()
    for name, kind, label, more in _fields():
        table.writerow(_field(name, kind, label) | more)
    for chart in CHARTS:
        coding = getattr(atlas.codings, chart)
        choices = " | ".join(
            f"{plain(place.code)}, {place.label}{_side(place)}" for place in coding.codes
        )
        made = _field(chart, "checkbox", f"Where it hurts: {coding.scheme}")
        made["Choices, Calculations, OR Slider Labels"] = choices
        made["Field Note"] = coding.version
        table.writerow(made)
    return text.getvalue()


def _fields() -> Iterator[tuple[str, str, str, dict[str, str]]]:
    yield "record_id", "text", "Drawing", {}
    yield "person", "text", "Code of the person", {"Identifier?": "y"}
    yield "person_id", "text", "Id of the person in Bodymap", {"Identifier?": "y"}
    yield "drawn_at", "text", "When it was drawn", {"Field Note": "ISO 8601, UTC"}
    yield "no_pain", "yesno", "No pain that day", {}
    bounds = {"Text Validation Min": "0", "Text Validation Max": "10"}
    bounds["Text Validation Type OR Show Slider Number"] = "integer"
    yield "intensity", "text", "Strongest pain, 0 to 10", bounds


def _field(name: str, kind: str, label: str) -> dict[str, str]:
    return {
        "Variable / Field Name": name,
        "Form Name": _FORM,
        "Field Type": kind,
        "Field Label": label,
    }


def _side(place: CodedPlace) -> str:
    """The patient's side, where the label does not say it."""
    side = place.laterality.value
    return f" ({side})" if side in {"left", "right"} and side not in place.label else ""
