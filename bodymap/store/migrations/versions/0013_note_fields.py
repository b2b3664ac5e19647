"""Notes of a visit by what they are about, beside the free notes."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty; what was written before stays in the free notes."""
    for name in ("subjective", "objective", "conclusion", "plan"):
        empty = sa.Column(name, sa.Text(), nullable=False, server_default="")
        op.add_column("assessments", empty)
