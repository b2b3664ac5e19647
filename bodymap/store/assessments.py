"""Assessments in the tables."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)

from bodymap.records import Assessment, AssessmentSummary, Status
from bodymap.records.assessment import NOTE_FIELDS
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.kernel.ports import VersionMoved
from bodymap.store.erasing import erase_assessments
from bodymap.store.owned import SqlOwned, of_sample_people, visible
from bodymap.store.paging import Order, read_page
from bodymap.store.people import begin_with
from bodymap.store.practice import own
from bodymap.store.reading import read_or_none, reading
from bodymap.store.rows import Row, assessment_of, assessment_row, finding_of, finding_row
from bodymap.store.seeing import see
from bodymap.store.tables import assessments, drawings, findings, persons
from bodymap.store.times import from_text, to_text

# Written out once: building a statement takes longer than running it.
_ONE: Final = visible(select(assessments), assessments).where(
    assessments.c.id == bindparam("assessment")
)
_ITS_FINDINGS: Final = (
    select(findings)
    .where(own(findings), findings.c.assessment_id == bindparam("assessment"))
    .order_by(findings.c.position)
)
_FINISHED_OF: Final = (
    visible(select(assessments), assessments)
    .where(assessments.c.person_id == bindparam("person"), assessments.c.editions > 0)
    .order_by(assessments.c.examined_at, assessments.c.id)
)
_ALL_FINDINGS: Final = (
    select(findings)
    .select_from(assessments.join(findings))
    .where(
        own(assessments),
        assessments.c.person_id == bindparam("person"),
        assessments.c.editions > 0,
        assessments.c.deleted_at.is_(None),
    )
    .order_by(findings.c.assessment_id, findings.c.position)
)
_REPLACE: Final = update(assessments).where(
    own(assessments),
    assessments.c.id == bindparam("assessment"),
    assessments.c.version == bindparam("read_version"),
)
_KEY: Final = frozenset({"assessment_id", "id"})
# As it stands in the index of open drafts.
_IS_OPEN: Final = assessments.c.status == literal_column(f"'{Status.DRAFT}'")


class SqlAssessments(SqlOwned[Assessment]):
    """The port `AssessmentRepository` over one transaction."""

    kind = "assessment"
    record = Assessment
    table = assessments
    at = assessments.c.examined_at
    by = assessments.c.examiner
    erase_all = erase_assessments

    def get(self, assessment_id: str) -> Assessment | None:
        """The assessment with its findings in order, or None."""
        this = {"assessment": assessment_id}
        with reading("assessment", assessment_id):
            row = self._run(_ONE, this).mappings().first()
            if row is None:
                return None
            found = self._run(_ITS_FINDINGS, this).mappings()
            return assessment_of(row, tuple(finding_of(finding) for finding in found))

    def save(self, assessment: Assessment, *, before: Assessment, at: datetime) -> None:
        """Replace `before` by `assessment`; VersionMoved if it is no longer what is kept."""
        row = self._row(assessment, at)
        row |= {"assessment": row.pop("id"), "read_version": before.version}
        # First, so that of two transactions that meet here the second one stops.
        if self._run(_REPLACE, row).rowcount != 1:
            raise VersionMoved
        if (before.person_id, before.examined_at) != (assessment.person_id, assessment.examined_at):
            self._find_under_person([assessment.id])
            see(self._run, before.person_id, assessment.person_id)
        self._save_findings(assessment, before)

    def summaries(
        self,
        *,
        person_id: str | None,
        only_open: bool,
        only_waiting: bool,
        sample: bool,
        limit: int,
        after: Position | None,
        leave_empty: bool = False,
        words: Sequence[str] = (),
    ) -> Page[AssessmentSummary]:
        """Lines of a list, last examined first."""
        counted = (
            select(func.count())
            .select_from(findings)
            .where(
                findings.c.practice_id == assessments.c.practice_id,
                findings.c.assessment_id == assessments.c.id,
            )
            .scalar_subquery()
        )
        columns = (persons.c.name, persons.c.code.label("person_code"), persons.c.is_sample)
        everything = select(assessments, *columns, counted.label("finding_count"))
        query = visible(everything, assessments)
        if person_id is not None:
            query = query.where(assessments.c.person_id == person_id)
        else:
            query = of_sample_people(query, assessments, sample=sample)
        if only_open:
            query = query.where(_IS_OPEN)
        if only_waiting:
            query = query.where(assessments.c.person_id.is_(None))
        if leave_empty:
            query = query.where(~self.empty())
        for word in words:
            of_people = assessments.c.person_id.in_(begin_with(word))
            under_code = func.lower(assessments.c.code).startswith(word, autoescape=True)
            query = query.where(or_(of_people, under_code))
        order = Order(assessments.c.examined_at, assessments.c.id)
        return read_page(self._run, query, order, _summary, limit=limit, after=after)

    def finished_of(self, person_id: str) -> tuple[Assessment, ...]:
        """Every finished visit of a person with its findings, the first first."""
        this = {"person": person_id}
        found: dict[str, list[RowMapping]] = {}
        for row in self._run(_ALL_FINDINGS, this).mappings():
            found.setdefault(row["assessment_id"], []).append(row)
        read = (
            read_or_none(partial(_whole, row, found.get(row["id"], [])))
            for row in self._run(_FINISHED_OF, this).mappings().all()
        )
        kept = [each for each in read if each is not None]
        last = self.last_editions([each.id for each in kept if each.is_amendment])
        return tuple(
            last[each.id].changed(person_id=person_id) if each.is_amendment else each
            for each in kept
            if not each.is_amendment or each.id in last
        )

    def empty(self) -> ColumnElement[bool]:
        """Condition of drafts in which nothing stands and that are nobody's."""
        mine = assessments.c
        attached = (
            exists().where(own(table), table.c.assessment_id == mine.id)
            for table in (findings, drawings)
        )
        return and_(
            _IS_OPEN,
            mine.editions == 0,
            mine.person_id.is_(None),
            mine.reason == "",
            *(mine[name] == "" for name in NOTE_FIELDS),
            *(~each for each in attached),
        )

    def _several(self, record_ids: Sequence[str]) -> dict[str, Callable[[], Assessment]]:
        of_these = (own(findings), findings.c.assessment_id.in_(record_ids))
        found: dict[str, list[RowMapping]] = {}
        for row in self._run(
            select(findings).where(*of_these).order_by(findings.c.position)
        ).mappings():
            found.setdefault(row["assessment_id"], []).append(row)
        query = visible(select(assessments), assessments).where(assessments.c.id.in_(record_ids))
        return {
            row["id"]: partial(_whole, row, found.get(row["id"], []))
            for row in self._run(query).mappings().all()
        }

    def _row(self, record: Assessment, at: datetime) -> Row:
        return assessment_row(record) | {"changed_at": to_text(at)}

    def _add_parts(self, records: Sequence[Assessment]) -> None:
        """Keep the findings of new assessments."""
        self._insert(findings, [row for each in records for row in _finding_rows(each).values()])

    def _save_findings(self, assessment: Assessment, before: Assessment) -> None:
        old, new = _finding_rows(before), _finding_rows(assessment)
        of_this = (own(findings), findings.c.assessment_id == assessment.id)
        gone = [finding_id for finding_id in old if finding_id not in new]
        if gone:
            self._run(delete(findings).where(*of_this, findings.c.id.in_(gone)))
        changed = [row for key, row in new.items() if key in old and row != old[key]]
        if changed:
            same = (*of_this, findings.c.id == bindparam("_id"))
            columns: Row = {name: bindparam(name) for name in changed[0] if name not in _KEY}
            rows = [
                {name: value for name, value in row.items() if name not in _KEY}
                | {"_id": row["id"]}
                for row in changed
            ]
            self._run(update(findings).where(*same).values(columns), rows)
        added = [row for key, row in new.items() if key not in old]
        self._insert(findings, added)


def _finding_rows(assessment: Assessment) -> dict[str, Row]:
    return {
        finding.id: finding_row(finding, assessment_id=assessment.id, position=position)
        for position, finding in enumerate(assessment.findings)
    }


def _whole(row: RowMapping, found: Sequence[RowMapping]) -> Assessment:
    return assessment_of(row, tuple(map(finding_of, found)))


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
