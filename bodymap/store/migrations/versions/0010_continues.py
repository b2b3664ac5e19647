"""A finding says which finding of an earlier visit it continues, and how it went since."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of what was recorded before, nobody has said."""
    kept_id = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
    op.add_column("findings", sa.Column("continues_assessment", kept_id, nullable=True))
    op.add_column("findings", sa.Column("continues_finding", sa.String(64), nullable=True))
    op.add_column("findings", sa.Column("course", sa.String(24), nullable=True))
    new = sa.Column("is_new", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("findings", new)
