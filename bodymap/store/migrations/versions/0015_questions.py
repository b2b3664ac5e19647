"""Questions over everybody: what records say under whom; tags and the archive of people."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

FOUND = "deleted_at IS NULL AND merged_into IS NULL"
COUNTS = "editions > 0 AND deleted_at IS NULL"


def upgrade() -> None:
    """Add columns and indexes; drawings are found at once, visits when they were read again."""
    identifier = sa.String(length=36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
    time = sa.String(length=27).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")
    kept = sa.JSON(none_as_null=True).with_variant(
        postgresql.JSONB(none_as_null=True), "postgresql"
    )
    no = sa.false()

    op.add_column("persons", sa.Column("tags", kept, nullable=False, server_default="[]"))
    archived = sa.Column("is_archived", sa.Boolean, nullable=False, server_default=no)
    op.add_column("persons", archived)
    _index_again(
        "ix_persons_listed", "persons", "is_sample", "is_archived", "seen_at", "id", where=FOUND
    )
    for column in (
        sa.Column("muscle", sa.String(length=100)),
        sa.Column("state", sa.String(length=24)),
        sa.Column("treatment", sa.String(length=100)),
        sa.Column("reaction", sa.Boolean, nullable=False, server_default=no),
        sa.Column("person_id", identifier),
        sa.Column("at", time),
        sa.Column("examiner", sa.String(length=200), nullable=False, server_default=""),
    ):
        op.add_column("marked_regions", column)
    _index_again(
        *("ix_marked_regions_searched", "marked_regions"),
        *("region", "kind", "intensity", "at", "person_id"),
    )
    _index(
        *("ix_marked_regions_muscle", "marked_regions"),
        *("muscle", "laterality", "state", "at", "examiner", "person_id"),
        where="state IS NOT NULL",
    )
    _index(
        *("ix_marked_regions_treatment", "marked_regions"),
        *("reaction", "treatment", "at", "examiner", "person_id"),
        where="treatment IS NOT NULL",
    )
    _index("ix_marked_regions_person", "marked_regions", "person_id", "at")
    _index(
        *("ix_assessments_examiner", "assessments"),
        *("examiner", "examined_at", "person_id"),
        where=COUNTS,
    )
    _index("ix_assessments_finished", "assessments", "examined_at", "person_id", where=COUNTS)
    this = "drawings.practice_id = marked_regions.practice_id AND drawings.id = record_id"
    for name, value in (
        ("person_id", "CASE WHEN deleted_at IS NULL THEN drawings.person_id END"),
        ("at", "drawn_at"),
    ):
        op.execute(
            f"UPDATE marked_regions SET {name} = "  # noqa: S608 - our own words
            f"(SELECT {value} FROM drawings WHERE {this}) WHERE kind = 'drawing'"
        )
    op.execute("UPDATE assessments SET derived_for = NULL WHERE editions > 0")


def _index_again(name: str, table: str, *columns: str, where: str | None = None) -> None:
    op.drop_index(name, table_name=table)
    _index(name, table, *columns, where=where)


def _index(name: str, table: str, *columns: str, where: str | None = None) -> None:
    only = sa.text(where) if where else None
    op.create_index(
        name, table, ["practice_id", *columns], sqlite_where=only, postgresql_where=only
    )
