"""When a person was last seen, who was merged into whom, what moved; names are folded anew."""

import sqlalchemy as sa
from alembic import op

from bodymap.services.people.searching import BETWEEN, folded

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AT_ONCE = 500
NAMED = ("id", "name", "code", "year_of_birth")


def upgrade() -> None:
    """Add the columns and the table, and fill them from what is there."""
    op.execute("ALTER TABLE persons ADD COLUMN seen_at VARCHAR(27) NOT NULL DEFAULT ''")
    op.execute(
        "ALTER TABLE persons ADD COLUMN merged_into VARCHAR(36) "
        "CONSTRAINT fk_persons_merged_into_persons REFERENCES persons (id)"
    )
    op.create_index("ix_persons_merged_into", "persons", ["merged_into"])
    op.create_index("ix_persons_is_sample_seen_at", "persons", ["is_sample", "seen_at"])
    op.create_table(
        "transfers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("from_id", sa.String(length=36), nullable=False),
        sa.Column("to_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("records", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("undone_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_transfers"),
        sa.ForeignKeyConstraint(["from_id"], ["persons.id"], name="fk_transfers_from_id_persons"),
        sa.ForeignKeyConstraint(["to_id"], ["persons.id"], name="fk_transfers_to_id_persons"),
    )
    op.create_index("ix_transfers_from_id", "transfers", ["from_id"])
    op.create_index("ix_transfers_to_id", "transfers", ["to_id"])
    _see()
    _fold()


def _see() -> None:
    op.execute("UPDATE persons SET seen_at = changed_at")
    for table, time in (("assessments", "examined_at"), ("drawings", "drawn_at")):
        last = (
            f"(SELECT MAX({time}) FROM {table} "  # noqa: S608 - our own words
            f"WHERE {table}.person_id = persons.id AND {table}.deleted_at IS NULL)"
        )
        later = " AND " + last + " > seen_at" if table == "drawings" else ""
        op.execute(f"UPDATE persons SET seen_at = {last} WHERE {last} IS NOT NULL{later}")  # noqa: S608


def _fold() -> None:
    persons = sa.table("persons", *map(sa.column, (*NAMED, "search_text")))
    connection = op.get_bind()
    rows = connection.execute(sa.select(*(persons.c[name] for name in NAMED))).all()
    change = (
        sa.update(persons)
        .where(persons.c.id == sa.bindparam("person"))
        .values(search_text=sa.bindparam("plain"))
    )
    for start in range(0, len(rows), AT_ONCE):
        told = [
            {
                "person": row.id,
                "plain": BETWEEN.join(
                    (folded(row.name), folded(row.code), str(row.year_of_birth or ""))
                ),
            }
            for row in rows[start : start + AT_ONCE]
        ]
        connection.execute(change, told)
