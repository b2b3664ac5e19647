"""The register of what was removed for good, and where imported records came from."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables, empty."""
    identifier = sa.String(length=36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
    time = sa.String(length=27).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")

    op.create_table(
        "erased",
        sa.Column("practice_id", identifier, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "digest", name="pk_erased"),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name="fk_erased_practice_id_practices"
        ),
    )
    op.create_table(
        "origins",
        sa.Column("practice_id", identifier, nullable=False),
        sa.Column("record_id", identifier, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", time, nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("written_at", time, nullable=False),
        sa.Column("code_then", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "record_id", name="pk_origins"),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name="fk_origins_practice_id_practices"
        ),
    )
