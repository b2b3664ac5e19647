"""Records become facts: the one mapping that every release of FHIR is written from."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.exchange.archive.writing import lines_of, program
from bodymap.exchange.fhir.drawn import drawn_facts
from bodymap.exchange.fhir.examined import examined_facts
from bodymap.exchange.fhir.facts import Document, Fact, Professional, Someone, Visit, Written
from bodymap.exchange.fhir.names import Names
from bodymap.exchange.fhir.questionnaires import measured_facts
from bodymap.exchange.from_elsewhere import derived_id
from bodymap.records import Assessment, PainDrawing, Person
from bodymap.records.portable import Portable, Whole, id_of, kind_of

_TYPES: Final = {
    "Observed": "Observation",
    "Answered": "QuestionnaireResponse",
    "Done": "Procedure",
    "Document": "DocumentReference",
}


@dataclass(frozen=True)
class Mapper:
    """Maps records to facts.

    Attributes:
        figure: Opens a figure by its name.
        atlas: What muscles and treatments are called.
    """

    figure: Callable[[str], Body]
    atlas: Atlas

    def facts(self, portable: Portable, visits: Collection[str]) -> Iterator[Fact]:
        """All that is said of one record, what is referred to first.

        Args:
            portable: The record.
            visits: Ids of the assessments in the same Bundle; others are not referred to.
        """
        names = Names(self.figure("neutral"), self.atlas, derived_id)
        if isinstance(portable, Person):
            yield _someone(portable)
            yield _document(portable, portable.id)
            return
        yield from _of_draft(portable, names, visits)


def _someone(person: Person) -> Someone:
    return Someone(
        id=person.id,
        label=person.label,
        name=person.name,
        code=person.code,
        gender=person.sex.lower() if person.sex else "",
        year_of_birth=person.year_of_birth,
        is_made_up=person.is_sample,
    )


def _of_draft(whole: Whole[Any], names: Names, visits: Collection[str]) -> Iterator[Fact]:
    record: Assessment | PainDrawing = whole.record
    patient = record.person_id or derived_id("nobody", record.id)
    if record.person_id is None:
        yield Someone(id=patient, label=f"Waits under the code {record.code}")
    author: tuple[str, str] | None = None
    said: list[Fact]
    if isinstance(record, Assessment):
        examiner = derived_id("examiner", patient, record.examiner) if record.examiner else None
        if examiner is not None:
            yield Professional(examiner, record.examiner)
            author = ("Practitioner", examiner)
        yield Visit(record.id, patient, record.examined_at, record.is_open, record.reason, examiner)
        at, name = record.examined_at, record.examiner
        visit: str | None = record.id
        said = [
            *examined_facts(record, patient, examiner, names),
            *measured_facts(record, patient, names),
        ]
    else:
        at, name = record.drawn_at, ""
        visit = record.assessment_id if record.assessment_id in visits else None
        author = ("Patient", patient)
        said = [*drawn_facts(record, patient, visit, names)]
    yield from said
    document = _document(whole, patient, visit, at)
    yield document
    yield Written(
        id=derived_id("provenance", record.id),
        targets=tuple(
            (_TYPES[type(fact).__name__], fact.id)
            for fact in (*said, document)
            if type(fact).__name__ in _TYPES
        ),
        occurred_at=at,
        recorded_at=record.finished_at or at,
        author=author,
        author_name=record.finished_by or name,
        program=program(),
    )


def _document(
    portable: Portable, patient: str, visit: str | None = None, at: datetime | None = None
) -> Document:
    return Document(
        id=derived_id("record", id_of(portable)),
        patient=patient,
        kind=kind_of(portable),
        at=at,
        data=b"".join(lines_of(portable)),
        visit=visit,
    )
