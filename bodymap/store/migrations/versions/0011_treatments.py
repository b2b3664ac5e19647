"""What was done at a visit, and what was said at the next one about what it brought."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; before, nothing could be recorded."""
    kept = sa.JSON(none_as_null=True).with_variant(
        postgresql.JSONB(none_as_null=True), "postgresql"
    )
    for name in ("treatments", "responses"):
        empty = sa.Column(name, kept, nullable=False, server_default="[]")
        op.add_column("assessments", empty)
