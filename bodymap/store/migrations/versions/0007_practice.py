"""Every key begins with the practice; what follows from finished records, and words of people.

Each table is put aside, made anew and filled, in one transaction: SQLite cannot change a key.
"""

import json
import uuid
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Children before their parents, as they have to be dropped.
TABLES = (
    "findings",
    "hand_overs",
    "transfers",
    "drawings",
    "assessments",
    "persons",
    "editions",
    "undo_steps",
    "requests",
    "settings",
)
AT_ONCE = 500


def upgrade() -> None:
    """Put the tables aside, make the new ones, fill them, and drop the old ones."""
    connection = op.get_bind()
    for name in TABLES:
        op.execute(f"CREATE TABLE old_{name} AS SELECT * FROM {name}")  # noqa: S608 - our names
    for name in TABLES:
        op.drop_table(name)
    tables = new_tables()
    tables.create_all(connection)
    practice_id = str(uuid.uuid4())
    now = f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    made = sa.text(
        "INSERT INTO practices (id, made_at) VALUES (CAST(:id AS UUID), CAST(:at AS TIMESTAMPTZ))"
        if connection.dialect.name == "postgresql"
        else "INSERT INTO practices (id, made_at) VALUES (:id, :at)"
    )
    connection.execute(made, {"id": practice_id, "at": now})
    _drawn_places_become_points(connection)
    for name in reversed(TABLES):
        _fill(connection, tables.tables[name], practice_id)
    _fill_words(connection, tables.tables["person_words"], practice_id)
    for name in TABLES:
        op.drop_table(f"old_{name}")


def _fill(connection: sa.Connection, table: sa.Table, practice_id: str) -> None:
    """Copy the rows that were put aside."""
    aside = sa.MetaData()
    old = sa.Table(f"old_{table.name}", aside, autoload_with=connection)
    names = [column.name for column in table.c if column.name in old.c]
    is_server = connection.dialect.name == "postgresql"

    def value(name: str) -> sa.ColumnElement[Any]:
        kind = table.c[name].type.dialect_impl(connection.dialect)
        return sa.cast(old.c[name], kind) if is_server else old.c[name]

    quoted = f"'{practice_id}'{'::uuid' if is_server else ''}"
    practice: sa.ColumnElement[str] = sa.literal_column(quoted)
    rows = sa.select(practice, *map(value, names))
    connection.execute(sa.insert(table).from_select(["practice_id", *names], rows))


def _fill_words(connection: sa.Connection, table: sa.Table, practice_id: str) -> None:
    people = connection.execute(sa.text("SELECT id, search_text FROM old_persons"))
    for some in people.yield_per(AT_ONCE).partitions():
        rows = [
            {"practice_id": practice_id, "word": word, "person_id": str(person_id)}
            for person_id, search_text in some
            for word in sorted(_words_of(search_text))
        ]
        if rows:
            connection.execute(sa.insert(table), rows)


def _words_of(search_text: str) -> set[str]:
    found = set()
    for word in search_text.split():
        for start in range(len(word)):
            begins = word[start].isalnum() and not word[start - 1 : start].isalnum()
            if start == 0 or begins:
                found.add(word[start:])
    return found


def _drawn_places_become_points(connection: sa.Connection) -> None:
    """A place could be drawn; no page ever did, but a program may have: it is its first point."""
    query = "SELECT assessment_id, id, drawing FROM old_findings WHERE drawing IS NOT NULL"
    change = sa.text(
        "UPDATE old_findings SET view = :view, figure = :figure, body_version = :version,"
        " x = :x, y = :y WHERE assessment_id = :assessment AND id = :id"
    )
    for row in connection.execute(sa.text(query)).all():
        drawing = json.loads(row.drawing) if isinstance(row.drawing, str) else row.drawing
        first = drawing["views"][0]
        points = [p for stroke in first["strokes"] for p in stroke.get("points", ())]
        x, y = points[0] if points else (0.0, 0.0)
        values = {
            "view": first["view"],
            "figure": drawing["figure"],
            "version": drawing["body_version"],
            "x": x,
            "y": y,
        }
        connection.execute(change, values | {"assessment": row.assessment_id, "id": row.id})


def new_tables() -> sa.MetaData:
    """All tables as they are at this revision."""
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")  # noqa: N806
    TIME = sa.String(27).with_variant(  # noqa: N806
        postgresql.TIMESTAMP(timezone=True), "postgresql"
    )
    SEARCHED = sa.String(200).with_variant(  # noqa: N806
        sa.String(200, collation="C"), "postgresql"
    )
    LINE, SLUG, WORD = sa.String(200), sa.String(100), sa.String(24)  # noqa: N806
    KEPT_JSON = sa.JSON(none_as_null=True).with_variant(  # noqa: N806
        postgresql.JSONB(none_as_null=True), "postgresql"
    )

    found = "deleted_at IS NULL AND merged_into IS NULL"

    def _practice() -> sa.Column[str]:
        return sa.Column("practice_id", ID, sa.ForeignKey("practices.id"), primary_key=True)

    def _of(owner: str, column: str | None = None) -> sa.ForeignKeyConstraint:
        return sa.ForeignKeyConstraint(
            ["practice_id", column or f"{owner.removesuffix('s')}_id"],
            [f"{owner}.practice_id", f"{owner}.id"],
        )

    def _index(name: str, *columns: str, where: str | None = None) -> sa.Index:
        partial: dict[str, Any] = {}
        if where is not None:
            partial = {f"{server}_where": sa.text(where) for server in ("sqlite", "postgresql")}
        return sa.Index(name, "practice_id", *columns, **partial)

    sa.Table(
        "practices",
        metadata,
        sa.Column("id", ID, primary_key=True),
        sa.Column("made_at", TIME, nullable=False),
    )
    sa.Table(
        "persons",
        metadata,
        _practice(),
        sa.Column("id", ID, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column("name", LINE, nullable=False),
        sa.Column("code", LINE, nullable=False),
        sa.Column("year_of_birth", sa.Integer),
        sa.Column("sex", WORD),
        sa.Column("height_cm", sa.Float),
        sa.Column("handedness", WORD),
        sa.Column("figure", SLUG, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.Column("changed_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("merged_into", ID),
        sa.Column("deleted_at", TIME),
        sa.ForeignKeyConstraint(
            ["practice_id", "merged_into"], ["persons.practice_id", "persons.id"]
        ),
        _index("ix_persons_listed", "is_sample", "seen_at", "id", where=found),
        _index("ix_persons_seen", "seen_at", "id", where=found),
        _index("ix_persons_merged", "merged_into"),
        _index("ix_persons_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
    )
    sa.Table(
        "person_words",
        metadata,
        _practice(),
        sa.Column("word", SEARCHED, primary_key=True),
        sa.Column("person_id", ID, primary_key=True),
        _of("persons"),
        _index("ix_person_words_person", "person_id"),
    )
    sa.Table(
        "assessments",
        metadata,
        _practice(),
        sa.Column("id", ID, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("person_id", ID),
        sa.Column("code", SLUG, nullable=False),
        sa.Column("examined_at", TIME, nullable=False),
        sa.Column("examiner", LINE, nullable=False),
        sa.Column("reason", LINE, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("figure", SLUG, nullable=False),
        sa.Column("body_version", SLUG, nullable=False),
        sa.Column("editions", sa.Integer, nullable=False),
        sa.Column("finished_at", TIME),
        sa.Column("finished_by", LINE, nullable=False),
        sa.Column("amended_because", LINE, nullable=False),
        sa.Column("changed_at", TIME, nullable=False),
        sa.Column("deleted_at", TIME),
        sa.Column("derived_for", SLUG),
        _of("persons"),
        sa.UniqueConstraint("practice_id", "code"),
        _index("ix_assessments_listed", "examined_at", "id", where="deleted_at IS NULL"),
        _index("ix_assessments_of_person", "person_id", "examined_at", "id"),
        _index("ix_assessments_open", "examined_at", "id", where="status = 'DRAFT'"),
        _index("ix_assessments_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
        _index("ix_assessments_derived", "derived_for", "id", where="editions > 0"),
    )
    sa.Table(
        "findings",
        metadata,
        _practice(),
        sa.Column("assessment_id", ID, primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("view", SLUG, nullable=False),
        sa.Column("figure", SLUG, nullable=False),
        sa.Column("body_version", SLUG, nullable=False),
        sa.Column("x", sa.Float, nullable=False),
        sa.Column("y", sa.Float, nullable=False),
        sa.Column("cell", sa.Integer, nullable=False),
        sa.Column("region", SLUG, nullable=False),
        sa.Column("laterality", WORD, nullable=False),
        sa.Column("muscle", SLUG),
        sa.Column("trigger_point", SLUG),
        sa.Column("taut_band", WORD, nullable=False),
        sa.Column("hypersensitive_spot", WORD, nullable=False),
        sa.Column("twitch_response", WORD, nullable=False),
        sa.Column("referred_sensation", WORD, nullable=False),
        sa.Column("familiar_pain", WORD, nullable=False),
        sa.Column("pain_nrs", sa.Integer),
        sa.Column("pain_recall", WORD),
        sa.Column("threshold_kilopascals", sa.Float),
        sa.Column("threshold_probe_area_cm2", sa.Float),
        sa.Column("threshold_entered_in", WORD),
        sa.Column("depth", WORD),
        sa.Column("referral_felt", WORD, nullable=False),
        sa.Column("referral_drawing", KEPT_JSON),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("copied_from", sa.String(64)),
        _of("assessments"),
    )
    sa.Table(
        "drawings",
        metadata,
        _practice(),
        sa.Column("id", ID, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("person_id", ID),
        sa.Column("assessment_id", ID),
        sa.Column("code", SLUG, nullable=False),
        sa.Column("drawn_at", TIME, nullable=False),
        sa.Column("drawn_by", WORD, nullable=False),
        sa.Column("occasion", WORD),
        sa.Column("status", WORD, nullable=False),
        sa.Column("figure", SLUG, nullable=False),
        sa.Column("body_version", SLUG, nullable=False),
        sa.Column("marks", KEPT_JSON, nullable=False),
        sa.Column("mark_count", sa.Integer, nullable=False),
        sa.Column("arrows", KEPT_JSON, nullable=False),
        sa.Column("no_pain", sa.Boolean, nullable=False),
        sa.Column("severity", KEPT_JSON),
        sa.Column("red_flags", KEPT_JSON, nullable=False),
        sa.Column("seconds", sa.Float),
        sa.Column("actions", sa.Integer, nullable=False),
        sa.Column("editions", sa.Integer, nullable=False),
        sa.Column("finished_at", TIME),
        sa.Column("finished_by", LINE, nullable=False),
        sa.Column("amended_because", LINE, nullable=False),
        sa.Column("changed_at", TIME, nullable=False),
        sa.Column("deleted_at", TIME),
        sa.Column("derived_for", SLUG),
        _of("persons"),
        _of("assessments"),
        sa.UniqueConstraint("practice_id", "code"),
        _index("ix_drawings_listed", "drawn_at", "id", where="deleted_at IS NULL"),
        _index("ix_drawings_of_person", "person_id", "drawn_at", "id"),
        _index("ix_drawings_of_assessment", "assessment_id", "drawn_at", "id"),
        _index("ix_drawings_open", "changed_at", "id", where="status = 'DRAFT'"),
        _index("ix_drawings_deleted", "deleted_at", "id", where="deleted_at IS NOT NULL"),
        _index("ix_drawings_derived", "derived_for", "id", where="editions > 0"),
    )
    sa.Table(
        "editions",
        metadata,
        _practice(),
        sa.Column("record_id", ID, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    sa.Table(
        "undo_steps",
        metadata,
        _practice(),
        sa.Column("record_id", ID, primary_key=True),
        sa.Column("client_id", SLUG, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.Column("what", SLUG, nullable=False),
        sa.Column("change", KEPT_JSON, nullable=False),
    )
    sa.Table(
        "mark_cells",
        metadata,
        _practice(),
        sa.Column("drawing_id", ID, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("mark_id", sa.String(64), nullable=False),
        sa.Column("body_version", SLUG, nullable=False),
        sa.Column("cells", sa.LargeBinary, nullable=False),
        sa.Column("intensity", sa.Integer),
        _of("drawings"),
    )
    sa.Table(
        "marked_regions",
        metadata,
        _practice(),
        sa.Column("record_id", ID, primary_key=True),
        sa.Column("item_id", sa.String(64), primary_key=True),
        sa.Column("region", SLUG, primary_key=True),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("laterality", WORD, nullable=False),
        sa.Column("intensity", sa.Integer),
        _index("ix_marked_regions_searched", "region", "kind", "intensity", "record_id"),
    )
    sa.Table(
        "transfers",
        metadata,
        _practice(),
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("from_id", ID, nullable=False),
        sa.Column("to_id", ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("records", KEPT_JSON, nullable=False),
        sa.Column("undone_at", TIME),
        _of("persons", "from_id"),
        _of("persons", "to_id"),
        _index("ix_transfers_from", "from_id"),
        _index("ix_transfers_to", "to_id"),
    )

    sa.Table(
        "hand_overs",
        metadata,
        _practice(),
        sa.Column("id", ID, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("drawing_id", ID, nullable=False),
        sa.Column("way", WORD, nullable=False),
        sa.Column("digest", LINE, nullable=False),
        sa.Column("made_at", TIME, nullable=False),
        sa.Column("expires_at", TIME),
        sa.Column("ended_at", TIME),
        sa.Column("editions", sa.Integer, nullable=False),
        sa.Column("failed_tries", sa.Integer, nullable=False),
        sa.Column("last_try_at", TIME),
        _of("drawings"),
        sa.UniqueConstraint("practice_id", "digest"),
        _index("ix_hand_overs_of_drawing", "drawing_id"),
        _index("ix_hand_overs_made", "made_at"),
        _index("ix_hand_overs_held", "way", "made_at", "id", where="ended_at IS NULL"),
    )
    sa.Table(
        "requests",
        metadata,
        _practice(),
        sa.Column("id", LINE, primary_key=True),
        sa.Column("subject_id", ID, nullable=False),
        sa.Column("done_at", TIME, nullable=False),
        _index("ix_requests_subject", "subject_id"),
        _index("ix_requests_done", "done_at"),
    )
    sa.Table(
        "settings",
        metadata,
        _practice(),
        sa.Column("name", SLUG, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    return metadata
