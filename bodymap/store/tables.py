"""The tables. Every key begins with the practice, so that they can be spread over machines.

Plain columns that every SQL database has. Ids are UUIDs and times are UTC: text in SQLite
(`2026-11-22T04:13:00.000000Z` sorts as it is), types of their own in PostgreSQL; the store works
with the text in both. Lists of strokes are JSON; editions are compressed JSON.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, UUID

from bodymap.store.times import from_text, to_text


class TimeAsText(TypeDecorator[str]):
    """A time of PostgreSQL that the store gives and takes as text."""

    impl = TIMESTAMP(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Text to a time."""
        return None if value is None else from_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """A time to text."""
        return None if value is None else to_text(value.astimezone(UTC))


# Names for every constraint, so that a later migration can name what it changes.
metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ID: Final = String(36).with_variant(UUID(as_uuid=False), "postgresql")
TIME: Final = String(27).with_variant(TimeAsText(), "postgresql")
# By the numbers of its signs in every database, so that a beginning of a word is a range.
SEARCHED: Final = String(200).with_variant(String(200, collation="C"), "postgresql")
LINE: Final = String(200)
SLUG: Final = String(100)
WORD: Final = String(24)
KEPT_JSON: Final = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def _practice() -> Column[str]:
    return Column("practice_id", ID, ForeignKey("practices.id"), primary_key=True)


def _of(owner: str, column: str | None = None) -> ForeignKeyConstraint:
    """That a column names a row of another table, of the same practice."""
    return ForeignKeyConstraint(
        ["practice_id", column or f"{owner.removesuffix('s')}_id"],
        [f"{owner}.practice_id", f"{owner}.id"],
    )


def _index(name: str, *columns: str, where: str | None = None) -> Index:
    """An index of one practice's rows; with `where`, of those alone."""
    partial: dict[str, Any] = {}
    if where is not None:
        partial = {f"{server}_where": text(where) for server in ("sqlite", "postgresql")}
    return Index(name, "practice_id", *columns, **partial)


practices: Final = Table(
    "practices",
    metadata,
    Column("id", ID, primary_key=True),
    Column("made_at", TIME, nullable=False),
)

_FOUND: Final = "deleted_at IS NULL AND merged_into IS NULL"
_COUNTS: Final = "editions > 0 AND deleted_at IS NULL"

persons: Final = Table(
    "persons",
    metadata,
    _practice(),
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("name", LINE, nullable=False),
    Column("code", LINE, nullable=False),
    Column("year_of_birth", Integer),
    Column("sex", WORD),
    Column("height_cm", Float),
    Column("handedness", WORD),
    Column("figure", SLUG, nullable=False),
    Column("tags", KEPT_JSON, nullable=False),
    Column("is_archived", Boolean, nullable=False),
    Column("search_text", Text, nullable=False),
    Column("changed_at", TIME, nullable=False),
    # The last examination or drawing; of who has none, when they were added.
    Column("seen_at", TIME, nullable=False),
    Column("merged_into", ID),
    Column("deleted_at", TIME),
    _of("persons", "merged_into"),
    _index("ix_persons_listed", "is_sample", "is_archived", "seen_at", "id", where=_FOUND),
    _index("ix_persons_seen", "seen_at", "id", where=_FOUND),
    _index("ix_persons_merged", "merged_into", where="merged_into IS NOT NULL"),
    _index("ix_persons_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
)

person_words: Final = Table(
    "person_words",
    metadata,
    _practice(),
    Column("word", SEARCHED, primary_key=True),
    Column("person_id", ID, primary_key=True),
    _of("persons"),
    _index("ix_person_words_person", "person_id"),
)

assessments: Final = Table(
    "assessments",
    metadata,
    _practice(),
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("person_id", ID),
    Column("code", SLUG, nullable=False),
    Column("examined_at", TIME, nullable=False),
    Column("examiner", LINE, nullable=False),
    Column("reason", LINE, nullable=False),
    Column("notes", Text, nullable=False),
    Column("subjective", Text, nullable=False),
    Column("objective", Text, nullable=False),
    Column("conclusion", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("status", WORD, nullable=False),
    Column("figure", SLUG, nullable=False),
    Column("body_version", SLUG, nullable=False),
    Column("editions", Integer, nullable=False),
    Column("finished_at", TIME),
    Column("finished_by", LINE, nullable=False),
    Column("amended_because", LINE, nullable=False),
    Column("treatments", KEPT_JSON, nullable=False),
    Column("responses", KEPT_JSON, nullable=False),
    Column("measures", KEPT_JSON, nullable=False),
    Column("changed_at", TIME, nullable=False),
    Column("deleted_at", TIME),
    Column("derived_for", SLUG),
    _of("persons"),
    UniqueConstraint("practice_id", "code"),
    _index("ix_assessments_listed", "examined_at", "id", where="deleted_at IS NULL"),
    _index("ix_assessments_of_person", "person_id", "examined_at", "id"),
    # With the status, the same in all: else SQLite takes the index of the whole list.
    _index("ix_assessments_open", "status", "examined_at", "id", where="status = 'DRAFT'"),
    _index("ix_assessments_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
    _index("ix_assessments_derived", "derived_for", "id", where="editions > 0"),
    _index("ix_assessments_examiner", "examiner", "examined_at", "person_id", where=_COUNTS),
    _index("ix_assessments_finished", "examined_at", "person_id", where=_COUNTS),
)

findings: Final = Table(
    "findings",
    metadata,
    _practice(),
    Column("assessment_id", ID, primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("view", SLUG, nullable=False),
    Column("figure", SLUG, nullable=False),
    Column("body_version", SLUG, nullable=False),
    Column("x", Float, nullable=False),
    Column("y", Float, nullable=False),
    Column("cell", Integer, nullable=False),
    Column("region", SLUG, nullable=False),
    Column("laterality", WORD, nullable=False),
    Column("muscle", SLUG),
    Column("trigger_point", SLUG),
    Column("taut_band", WORD, nullable=False),
    Column("hypersensitive_spot", WORD, nullable=False),
    Column("twitch_response", WORD, nullable=False),
    Column("referred_sensation", WORD, nullable=False),
    Column("familiar_pain", WORD, nullable=False),
    Column("pain_nrs", Integer),
    Column("pain_recall", WORD),
    Column("threshold_kilopascals", Float),
    Column("threshold_probe_area_cm2", Float),
    Column("threshold_entered_in", WORD),
    Column("depth", WORD),
    Column("referral_felt", WORD, nullable=False),
    Column("referral_drawing", KEPT_JSON),
    Column("notes", Text, nullable=False),
    Column("copied_from", String(64)),
    # No foreign keys: what was continued may be removed for good, and is then only not found.
    Column("continues_assessment", ID),
    Column("continues_finding", String(64)),
    Column("course", WORD),
    Column("is_new", Boolean, nullable=False),
    _of("assessments"),
)

drawings: Final = Table(
    "drawings",
    metadata,
    _practice(),
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("person_id", ID),
    Column("assessment_id", ID),
    Column("code", SLUG, nullable=False),
    Column("drawn_at", TIME, nullable=False),
    Column("drawn_by", WORD, nullable=False),
    Column("occasion", WORD),
    Column("status", WORD, nullable=False),
    Column("figure", SLUG, nullable=False),
    Column("body_version", SLUG, nullable=False),
    Column("marks", KEPT_JSON, nullable=False),
    Column("mark_count", Integer, nullable=False),
    Column("arrows", KEPT_JSON, nullable=False),
    Column("no_pain", Boolean, nullable=False),
    Column("severity", KEPT_JSON),
    Column("red_flags", KEPT_JSON, nullable=False),
    Column("seconds", Float),
    Column("actions", Integer, nullable=False),
    Column("editions", Integer, nullable=False),
    Column("finished_at", TIME),
    Column("finished_by", LINE, nullable=False),
    Column("amended_because", LINE, nullable=False),
    Column("changed_at", TIME, nullable=False),
    Column("deleted_at", TIME),
    Column("derived_for", SLUG),
    _of("persons"),
    _of("assessments"),
    UniqueConstraint("practice_id", "code"),
    _index("ix_drawings_listed", "drawn_at", "id", where="deleted_at IS NULL"),
    _index("ix_drawings_of_person", "person_id", "drawn_at", "id"),
    _index("ix_drawings_of_assessment", "assessment_id", "drawn_at", "id"),
    _index("ix_drawings_open", "changed_at", "id", where="status = 'DRAFT'"),
    _index("ix_drawings_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
    _index("ix_drawings_derived", "derived_for", "id", where="editions > 0"),
)

# Of every kind of draftable record; a new kind needs no table of its own here.
editions: Final = Table(
    "editions",
    metadata,
    _practice(),
    Column("record_id", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

undo_steps: Final = Table(
    "undo_steps",
    metadata,
    _practice(),
    Column("record_id", ID, primary_key=True),
    Column("client_id", SLUG, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("undone", Boolean, nullable=False),
    Column("what", SLUG, nullable=False),
    Column("change", KEPT_JSON, nullable=False),
    Column("name", LINE),
)

# What follows from the last edition of a record, so that nothing is painted again to search, list
# or compare: the cells of each mark, the regions that marks and findings lie in, and treatments.
mark_cells: Final = Table(
    "mark_cells",
    metadata,
    _practice(),
    Column("drawing_id", ID, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("mark_id", String(64), nullable=False),
    Column("body_version", SLUG, nullable=False),
    Column("cells", LargeBinary, nullable=False),
    Column("intensity", Integer),
    _of("drawings"),
)

marked_regions: Final = Table(
    "marked_regions",
    metadata,
    _practice(),
    Column("record_id", ID, primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("region", SLUG, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("laterality", WORD, nullable=False),
    Column("intensity", Integer),
    Column("muscle", SLUG),
    Column("state", WORD),
    Column("treatment", SLUG),
    Column("reaction", Boolean, nullable=False),
    # Of the record as it is now; nobody's while it waits for its person or is deleted.
    Column("person_id", ID),
    Column("at", TIME),
    Column("examiner", LINE, nullable=False),
    _index("ix_marked_regions_searched", "region", "kind", "intensity", "at", "person_id"),
    _index(
        "ix_marked_regions_muscle",
        *("muscle", "laterality", "state", "at", "examiner", "person_id"),
        where="state IS NOT NULL",
    ),
    _index(
        "ix_marked_regions_treatment",
        *("reaction", "treatment", "at", "examiner", "person_id"),
        where="treatment IS NOT NULL",
    ),
    _index("ix_marked_regions_person", "person_id", "at"),
)

transfers: Final = Table(
    "transfers",
    metadata,
    _practice(),
    Column("id", ID, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("from_id", ID, nullable=False),
    Column("to_id", ID, nullable=False),
    Column("at", TIME, nullable=False),
    Column("records", KEPT_JSON, nullable=False),
    Column("undone_at", TIME),
    _of("persons", "from_id"),
    _of("persons", "to_id"),
    _index("ix_transfers_from", "from_id"),
    _index("ix_transfers_to", "to_id"),
)

hand_overs: Final = Table(
    "hand_overs",
    metadata,
    _practice(),
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("drawing_id", ID, nullable=False),
    Column("way", WORD, nullable=False),
    Column("digest", LINE, nullable=False),
    Column("made_at", TIME, nullable=False),
    Column("expires_at", TIME),
    Column("ended_at", TIME),
    Column("editions", Integer, nullable=False),
    Column("failed_tries", Integer, nullable=False),
    Column("last_try_at", TIME),
    _of("drawings"),
    UniqueConstraint("practice_id", "digest"),
    _index("ix_hand_overs_of_drawing", "drawing_id"),
    _index("ix_hand_overs_made", "made_at"),
    _index("ix_hand_overs_held", "way", "made_at", "id", where="ended_at IS NULL"),
)

# Of what was removed for good, so that no backup brings it back. The ids themselves go; from what
# stays here they cannot be found out.
erased: Final = Table(
    "erased",
    metadata,
    _practice(),
    Column("digest", String(64), primary_key=True),
)

# Where records came from that were not made here.
origins: Final = Table(
    "origins",
    metadata,
    _practice(),
    Column("record_id", ID, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("at", TIME, nullable=False),
    Column("source", LINE, nullable=False),
    Column("written_at", TIME, nullable=False),
    Column("code_then", SLUG, nullable=False),
)

requests: Final = Table(
    "requests",
    metadata,
    _practice(),
    Column("id", LINE, primary_key=True),
    Column("subject_id", ID, nullable=False),
    Column("done_at", TIME, nullable=False),
    _index("ix_requests_subject", "subject_id"),
    _index("ix_requests_done", "done_at"),
)

settings: Final = Table(
    "settings",
    metadata,
    _practice(),
    Column("name", SLUG, primary_key=True),
    Column("value", Text, nullable=False),
)
