"""A finding says from which other one its signs and measures were copied."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of what was recorded before, nothing is known to be copied."""
    op.add_column("findings", sa.Column("copied_from", sa.String(length=64), nullable=True))
