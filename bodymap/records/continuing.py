"""Which finding of an earlier visit a finding continues, and how it went since."""

from enum import StrEnum

from bodymap.records.base import MarkId, Record, RecordId


class Course(StrEnum):
    """How a finding stands to last time; not said is None."""

    SAME = "SAME"
    BETTER = "BETTER"
    WORSE = "WORSE"
    GONE = "GONE"
    NOT_EXAMINED = "NOT_EXAMINED"


class Continues(Record):
    """The earlier finding, by its assessment, and how it went since.

    Attributes:
        assessment_id: the earlier visit. It may belong to another person by now, or be gone:
            then nobody can say any more what was continued, but that something was.
        finding_id: the finding within it.
        course: same, better, worse, gone or not examined today; None if nobody has said.
    """

    assessment_id: RecordId
    finding_id: MarkId
    course: Course | None = None
