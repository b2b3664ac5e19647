"""The tables. Plain columns that every SQL database has; ids are UUIDs as text.

Times are text in UTC (`2026-11-22T04:13:00.000000Z`): they sort as they are and mean the same in
every database. Lists of strokes are JSON; editions are compressed JSON.
"""

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Names for every constraint, so that a later migration can name what it changes.
metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_ID: Final = String(36)
_TIME: Final = String(27)
_LINE: Final = String(200)
_SLUG: Final = String(100)
_WORD: Final = String(24)
_JSON: Final = JSON(none_as_null=True)


persons: Final = Table(
    "persons",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("name", _LINE, nullable=False),
    Column("code", _LINE, nullable=False),
    Column("year_of_birth", Integer),
    Column("sex", _WORD),
    Column("height_cm", Float),
    Column("handedness", _WORD),
    Column("figure", _SLUG, nullable=False),
    Column("search_text", Text, nullable=False),
    Column("changed_at", _TIME, nullable=False),
    # The last examination or drawing; of who has none, when they were added.
    Column("seen_at", _TIME, nullable=False),
    Column("merged_into", _ID, ForeignKey("persons.id"), index=True),
    Column("deleted_at", _TIME),
    Index(None, "is_sample", "changed_at"),
    Index(None, "is_sample", "seen_at"),
)

assessments: Final = Table(
    "assessments",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("person_id", _ID, ForeignKey("persons.id"), index=True),
    Column("code", _SLUG, nullable=False),
    Column("examined_at", _TIME, nullable=False),
    Column("examiner", _LINE, nullable=False),
    Column("reason", _LINE, nullable=False),
    Column("notes", Text, nullable=False),
    Column("status", _WORD, nullable=False),
    Column("figure", _SLUG, nullable=False),
    Column("body_version", _SLUG, nullable=False),
    Column("editions", Integer, nullable=False),
    Column("finished_at", _TIME),
    Column("finished_by", _LINE, nullable=False),
    Column("amended_because", _LINE, nullable=False),
    Column("changed_at", _TIME, nullable=False),
    Column("deleted_at", _TIME),
    UniqueConstraint("code"),
    Index(None, "examined_at"),
)

findings: Final = Table(
    "findings",
    metadata,
    Column("assessment_id", _ID, ForeignKey("assessments.id"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    # A point has view, figure, body_version, x, y; a drawn area has the drawing.
    Column("view", _SLUG),
    Column("figure", _SLUG),
    Column("body_version", _SLUG),
    Column("x", Float),
    Column("y", Float),
    Column("drawing", _JSON),
    Column("cell", Integer, nullable=False),
    Column("region", _SLUG, nullable=False),
    Column("laterality", _WORD, nullable=False),
    Column("muscle", _SLUG),
    Column("trigger_point", _SLUG),
    Column("taut_band", _WORD, nullable=False),
    Column("hypersensitive_spot", _WORD, nullable=False),
    Column("twitch_response", _WORD, nullable=False),
    Column("referred_sensation", _WORD, nullable=False),
    Column("familiar_pain", _WORD, nullable=False),
    Column("pain_nrs", Integer),
    Column("pain_recall", _WORD),
    Column("threshold_kilopascals", Float),
    Column("threshold_probe_area_cm2", Float),
    Column("threshold_entered_in", _WORD),
    Column("depth", _WORD),
    Column("referral_felt", _WORD, nullable=False),
    Column("referral_drawing", _JSON),
    Column("notes", Text, nullable=False),
    Column("copied_from", String(64)),
)

drawings: Final = Table(
    "drawings",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("person_id", _ID, ForeignKey("persons.id"), index=True),
    Column("assessment_id", _ID, ForeignKey("assessments.id"), index=True),
    Column("code", _SLUG, nullable=False),
    Column("drawn_at", _TIME, nullable=False),
    Column("drawn_by", _WORD, nullable=False),
    Column("occasion", _WORD),
    Column("status", _WORD, nullable=False),
    Column("figure", _SLUG, nullable=False),
    Column("body_version", _SLUG, nullable=False),
    Column("marks", _JSON, nullable=False),
    Column("mark_count", Integer, nullable=False),
    Column("arrows", _JSON, nullable=False),
    Column("no_pain", Boolean, nullable=False),
    Column("severity", _JSON),
    Column("red_flags", _JSON, nullable=False),
    Column("seconds", Float),
    Column("actions", Integer, nullable=False),
    Column("editions", Integer, nullable=False),
    Column("finished_at", _TIME),
    Column("finished_by", _LINE, nullable=False),
    Column("amended_because", _LINE, nullable=False),
    Column("changed_at", _TIME, nullable=False),
    Column("deleted_at", _TIME),
    UniqueConstraint("code"),
    Index(None, "drawn_at"),
)

# Of every kind of draftable record; a new kind needs no table of its own here.
editions: Final = Table(
    "editions",
    metadata,
    Column("record_id", _ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

undo_steps: Final = Table(
    "undo_steps",
    metadata,
    Column("record_id", _ID, primary_key=True),
    Column("client_id", _SLUG, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("undone", Boolean, nullable=False),
    Column("what", _SLUG, nullable=False),
    Column("change", _JSON, nullable=False),
)

transfers: Final = Table(
    "transfers",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kind", _WORD, nullable=False),
    Column("from_id", _ID, ForeignKey("persons.id"), nullable=False, index=True),
    Column("to_id", _ID, ForeignKey("persons.id"), nullable=False, index=True),
    Column("at", _TIME, nullable=False),
    Column("records", _JSON, nullable=False),
    Column("undone_at", _TIME),
)

hand_overs: Final = Table(
    "hand_overs",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("drawing_id", _ID, ForeignKey("drawings.id"), nullable=False, index=True),
    Column("way", _WORD, nullable=False),
    Column("digest", _LINE, nullable=False),
    Column("made_at", _TIME, nullable=False),
    Column("expires_at", _TIME),
    Column("ended_at", _TIME),
    Column("editions", Integer, nullable=False),
    Column("failed_tries", Integer, nullable=False),
    Column("last_try_at", _TIME),
    UniqueConstraint("digest"),
)

requests: Final = Table(
    "requests",
    metadata,
    Column("id", _LINE, primary_key=True),
    Column("subject_id", _ID, nullable=False, index=True),
    Column("done_at", _TIME, nullable=False),
)

settings: Final = Table(
    "settings",
    metadata,
    Column("name", _SLUG, primary_key=True),
    Column("value", Text, nullable=False),
)
