"""Rows and records: the one place that knows how each becomes the other."""

from typing import Any, Final

from sqlalchemy import RowMapping

from bodymap.records import (
    Assessment,
    Continues,
    DrawingSummary,
    HandOver,
    PainDrawing,
    PainIntensity,
    Person,
    PointPlace,
    PressurePainThreshold,
    Referral,
    Signs,
    TriggerPointFinding,
)
from bodymap.services.people.searching import search_text
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none

Row = dict[str, Any]
_POINT: Final = ("view", "figure", "body_version", "x", "y", "cell", "region")
_SIGNS: Final = tuple(Signs.model_fields)
_FINDING_AS_IS: Final = (
    "id",
    "laterality",
    "muscle",
    "trigger_point",
    "depth",
    "notes",
    "copied_from",
    "is_new",
)
_ASSESSMENT_JSON: Final = {"treatments", "responses", "measures"}
_ASSESSMENT_AS_IS: Final = tuple(
    name
    for name in Assessment.model_fields
    if name not in _ASSESSMENT_JSON | {"findings", "examined_at", "finished_at"}
)

_DRAWING_JSON: Final = {"marks", "arrows", "severity", "red_flags"}
_DRAWING_AS_IS: Final = tuple(
    name
    for name in PainDrawing.model_fields
    if name not in _DRAWING_JSON | {"drawn_at", "finished_at"}
)
_HAND_OVER_TIMES: Final = ("expires_at", "ended_at", "last_try_at")


def person_row(person: Person) -> Row:
    """Columns of a person, without the times that the store adds."""
    return {
        **{name: getattr(person, name) for name in Person.model_fields},
        "tags": list(person.tags),
        "search_text": search_text(person),
    }


def person_of(row: RowMapping) -> Person:
    """The person in a row."""
    return Person(**{name: row[name] for name in Person.model_fields})


def assessment_row(assessment: Assessment) -> Row:
    """Columns of an assessment, without its findings and the times that the store adds."""
    return {
        **{name: getattr(assessment, name) for name in _ASSESSMENT_AS_IS},
        **assessment.model_dump(mode="json", include=_ASSESSMENT_JSON),
        "examined_at": to_text(assessment.examined_at),
        "finished_at": to_text_or_none(assessment.finished_at),
    }


def assessment_of(row: RowMapping, findings: tuple[TriggerPointFinding, ...]) -> Assessment:
    """The assessment in a row, with its findings."""
    return Assessment(
        **{name: row[name] for name in (*_ASSESSMENT_AS_IS, *_ASSESSMENT_JSON)},
        examined_at=from_text(row["examined_at"]),
        finished_at=from_text_or_none(row["finished_at"]),
        findings=findings,
    )


def drawing_row(drawing: PainDrawing) -> Row:
    """Columns of a pain drawing, without the times that the store adds."""
    as_json = drawing.model_dump(mode="json", include=_DRAWING_JSON)
    return {
        **{name: getattr(drawing, name) for name in _DRAWING_AS_IS},
        **as_json,
        "mark_count": len(drawing.marks),
        "drawn_at": to_text(drawing.drawn_at),
        "finished_at": to_text_or_none(drawing.finished_at),
    }


def drawing_of(row: RowMapping) -> PainDrawing:
    """The pain drawing in a row."""
    return PainDrawing(
        **{name: row[name] for name in (*_DRAWING_AS_IS, *_DRAWING_JSON)},
        drawn_at=from_text(row["drawn_at"]),
        finished_at=from_text_or_none(row["finished_at"]),
    )


def drawing_summary_of(row: RowMapping) -> DrawingSummary:
    """The line of a list in a row of a drawing, joined with its person."""
    as_is = ("id", "person_id", "code", "assessment_id", "drawn_by", "occasion", "status")
    return DrawingSummary(
        **{name: row[name] for name in (*as_is, "editions", "actions", "mark_count", "no_pain")},
        person_label=row["name"] or row["person_code"] or "",
        is_sample=bool(row["is_sample"]),
        drawn_at=from_text(row["drawn_at"]),
        changed_at=from_text(row["changed_at"]),
    )


def hand_over_row(hand_over: HandOver) -> Row:
    """Columns of a hand-over."""
    return {
        **{name: getattr(hand_over, name) for name in HandOver.model_fields},
        "made_at": to_text(hand_over.made_at),
        **{name: to_text_or_none(getattr(hand_over, name)) for name in _HAND_OVER_TIMES},
    }


def hand_over_of(row: RowMapping) -> HandOver:
    """The hand-over in a row."""
    fields: Row = {name: row[name] for name in HandOver.model_fields}
    fields["made_at"] = from_text(row["made_at"])
    fields |= {name: from_text_or_none(row[name]) for name in _HAND_OVER_TIMES}
    return HandOver(**fields)


def finding_row(finding: TriggerPointFinding, *, assessment_id: str, position: int) -> Row:
    """Columns of a finding."""
    pain, threshold = finding.pain_on_pressure, finding.pressure_pain_threshold
    drawing, continues = finding.referral.drawing, finding.continues
    return {
        "assessment_id": assessment_id,
        "position": position,
        **{name: getattr(finding, name) for name in _FINDING_AS_IS},
        **{name: getattr(finding.place, name) for name in _POINT},
        **{name: getattr(finding.signs, name) for name in _SIGNS},
        "pain_nrs": pain and pain.nrs,
        "pain_recall": pain and pain.recall,
        "threshold_kilopascals": threshold and threshold.kilopascals,
        "threshold_probe_area_cm2": threshold and threshold.probe_area_cm2,
        "threshold_entered_in": threshold and threshold.entered_in,
        "referral_felt": finding.referral.felt,
        "referral_drawing": drawing and drawing.model_dump(mode="json"),
        "continues_assessment": continues and continues.assessment_id,
        "continues_finding": continues and continues.finding_id,
        "course": continues and continues.course,
    }


def finding_of(row: RowMapping) -> TriggerPointFinding:
    """The finding in a row."""
    return TriggerPointFinding(
        **{name: row[name] for name in _FINDING_AS_IS},
        place=PointPlace(**{name: row[name] for name in _POINT}),
        signs=Signs(**{name: row[name] for name in _SIGNS}),
        pain_on_pressure=_pain_of(row),
        pressure_pain_threshold=_threshold_of(row),
        referral=Referral(felt=row["referral_felt"], drawing=row["referral_drawing"]),
        continues=_continues_of(row),
    )


def _continues_of(row: RowMapping) -> Continues | None:
    if row["continues_finding"] is None:
        return None
    return Continues(
        assessment_id=row["continues_assessment"],
        finding_id=row["continues_finding"],
        course=row["course"],
    )


def _pain_of(row: RowMapping) -> PainIntensity | None:
    if row["pain_nrs"] is None:
        return None
    return PainIntensity(nrs=row["pain_nrs"], recall=row["pain_recall"])


def _threshold_of(row: RowMapping) -> PressurePainThreshold | None:
    if row["threshold_kilopascals"] is None:
        return None
    return PressurePainThreshold(
        kilopascals=row["threshold_kilopascals"],
        probe_area_cm2=row["threshold_probe_area_cm2"],
        entered_in=row["threshold_entered_in"],
    )
