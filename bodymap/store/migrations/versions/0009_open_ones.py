"""Open assessments are found by an index of their own, and people are counted by that of the list.

SQLite took the index of all assessments for the open ones, and for people who are part of nobody
else the one of those who are.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both indexes anew, so that each answers its own question and no other."""
    for name, table, columns, where in (
        (
            "ix_assessments_open",
            "assessments",
            ("status", "examined_at", "id"),
            "status = 'DRAFT'",
        ),
        ("ix_persons_merged", "persons", ("merged_into",), "merged_into IS NOT NULL"),
    ):
        op.drop_index(name, table)
        listed = ", ".join(("practice_id", *columns))
        op.execute(f"CREATE INDEX {name} ON {table} ({listed}) WHERE {where}")
