"""Assessments in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bodymap.records import Assessment, AssessmentSummary, Edition, Status
from bodymap.services.ports import Deleted, VersionMoved
from bodymap.store.erasing import erase_assessments
from bodymap.store.rows import Row, assessment_of, assessment_row, finding_of, finding_row
from bodymap.store.tables import assessments, editions, findings, persons
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none


def _visible(query: Select[tuple[object, ...]]) -> Select[tuple[object, ...]]:
    return query.select_from(assessments.outerjoin(persons)).where(
        assessments.c.deleted_at.is_(None), persons.c.deleted_at.is_(None)
    )


# Written out once: building a statement takes longer than running it.
_ONE: Final = _visible(select(assessments)).where(assessments.c.id == bindparam("assessment"))
_ITS_FINDINGS: Final = (
    select(findings)
    .where(findings.c.assessment_id == bindparam("assessment"))
    .order_by(findings.c.position)
)
_REPLACE: Final = update(assessments).where(
    assessments.c.id == bindparam("assessment"),
    assessments.c.version == bindparam("read_version"),
)
_KEY: Final = frozenset({"assessment_id", "id"})


class SqlAssessments:
    """The port `AssessmentRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, assessment: Assessment, *, at: datetime) -> None:
        """Keep a new assessment with its findings."""
        row = assessment_row(assessment) | {"changed_at": to_text(at)}
        self._connection.execute(insert(assessments).values(row))
        rows = list(_finding_rows(assessment).values())
        if rows:
            self._connection.execute(insert(findings), rows)

    def get(self, assessment_id: str) -> Assessment | None:
        """The assessment with its findings in order, or None."""
        this = {"assessment": assessment_id}
        row = self._connection.execute(_ONE, this).mappings().first()
        if row is None:
            return None
        found = self._connection.execute(_ITS_FINDINGS, this).mappings()
        return assessment_of(row, tuple(finding_of(finding) for finding in found))

    def save(self, assessment: Assessment, *, before: Assessment, at: datetime) -> None:
        """Replace `before` by `assessment`; VersionMoved if it is no longer what is kept."""
        row = assessment_row(assessment) | {"changed_at": to_text(at)}
        row |= {"assessment": row.pop("id"), "read_version": before.version}
        # First, so that of two transactions that meet here the second one stops.
        if self._connection.execute(_REPLACE, row).rowcount != 1:
            raise VersionMoved
        self._save_findings(assessment, before)

    def summaries(
        self,
        *,
        person_id: str | None,
        only_open: bool,
        only_waiting: bool,
        sample: bool,
        limit: int,
    ) -> tuple[AssessmentSummary, ...]:
        """Lines of a list, last examined first."""
        counted = (
            select(func.count())
            .select_from(findings)
            .where(findings.c.assessment_id == assessments.c.id)
            .scalar_subquery()
        )
        columns = (persons.c.name, persons.c.code.label("person_code"), persons.c.is_sample)
        query = _visible(select(assessments, *columns, counted.label("finding_count")))
        if person_id is not None:
            query = query.where(assessments.c.person_id == person_id)
        elif sample:
            query = query.where(persons.c.is_sample.is_(other=True))
        else:
            query = query.where(
                or_(assessments.c.person_id.is_(None), persons.c.is_sample.is_(other=False))
            )
        if only_open:
            query = query.where(assessments.c.status == Status.DRAFT)
        if only_waiting:
            query = query.where(assessments.c.person_id.is_(None))
        order = (assessments.c.examined_at.desc(), assessments.c.id.desc())
        rows = self._connection.execute(query.order_by(*order).limit(limit)).mappings()
        return tuple(_summary(row) for row in rows)

    def code_is_taken(self, code: str) -> bool:
        """Whether any assessment has this code, deleted ones included."""
        query = select(assessments.c.id).where(assessments.c.code == code)
        return self._connection.execute(query).first() is not None

    def add_edition(self, edition: Edition) -> None:
        """Keep an edition for good."""
        said = edition.assessment
        row = {
            "assessment_id": said.id,
            "number": edition.number,
            "assessment": said.model_dump(mode="json"),
        }
        self._connection.execute(insert(editions).values(row))

    def editions(self, assessment_id: str) -> tuple[Edition, ...]:
        """All editions, first finished first."""
        query = (
            select(editions)
            .where(editions.c.assessment_id == assessment_id)
            .order_by(editions.c.number)
        )
        return tuple(
            Edition(number=row["number"], assessment=Assessment.model_validate(row["assessment"]))
            for row in self._connection.execute(query).mappings()
        )

    def deleted_at(self, assessment_id: str) -> datetime | None:
        """When it, or its person, was deleted, or None."""
        query = (
            select(assessments.c.deleted_at, persons.c.deleted_at.label("with_person"))
            .select_from(assessments.outerjoin(persons))
            .where(assessments.c.id == assessment_id)
        )
        row = self._connection.execute(query).first()
        return None if row is None else from_text_or_none(row.deleted_at or row.with_person)

    def set_deleted(self, assessment_id: str, at: datetime | None) -> None:
        """Delete, or with None restore."""
        change = update(assessments).where(assessments.c.id == assessment_id)
        self._connection.execute(change.values(deleted_at=to_text_or_none(at)))

    def deleted(self) -> tuple[Deleted, ...]:
        """Assessments deleted by themselves, last deleted first."""
        query = (
            select(assessments.c.id, assessments.c.code, assessments.c.deleted_at)
            .select_from(assessments.outerjoin(persons))
            .where(assessments.c.deleted_at.is_not(None), persons.c.deleted_at.is_(None))
            .order_by(assessments.c.deleted_at.desc(), assessments.c.id.desc())
        )
        return tuple(
            Deleted("assessment", row.id, row.code, from_text(row.deleted_at))
            for row in self._connection.execute(query)
        )

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good those deleted before; how many."""
        query = select(assessments.c.id).where(assessments.c.deleted_at < to_text(deleted_before))
        ids = list(self._connection.execute(query).scalars())
        erase_assessments(self._connection, ids)
        return len(ids)

    def _save_findings(self, assessment: Assessment, before: Assessment) -> None:
        old, new = _finding_rows(before), _finding_rows(assessment)
        of_this = findings.c.assessment_id == assessment.id
        gone = [finding_id for finding_id in old if finding_id not in new]
        if gone:
            self._connection.execute(delete(findings).where(of_this, findings.c.id.in_(gone)))
        changed = [row for key, row in new.items() if key in old and row != old[key]]
        if changed:
            same = (of_this, findings.c.id == bindparam("_id"))
            columns: Row = {name: bindparam(name) for name in changed[0] if name not in _KEY}
            rows = [
                {name: value for name, value in row.items() if name not in _KEY}
                | {"_id": row["id"]}
                for row in changed
            ]
            self._connection.execute(update(findings).where(*same).values(columns), rows)
        added = [row for key, row in new.items() if key not in old]
        if added:
            self._connection.execute(insert(findings), added)


def _finding_rows(assessment: Assessment) -> dict[str, Row]:
    return {
        finding.id: finding_row(finding, assessment_id=assessment.id, position=position)
        for position, finding in enumerate(assessment.findings)
    }


def _summary(row: RowMapping) -> AssessmentSummary:
    return AssessmentSummary(
        id=row["id"],
        person_id=row["person_id"],
        person_label=row["name"] or row["person_code"] or "",
        is_sample=bool(row["is_sample"]),
        code=row["code"],
        examined_at=from_text(row["examined_at"]),
        changed_at=from_text(row["changed_at"]),
        examiner=row["examiner"],
        reason=row["reason"],
        status=row["status"],
        editions=row["editions"],
        finding_count=row["finding_count"],
    )
