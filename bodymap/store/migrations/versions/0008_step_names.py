"""Steps that can be taken back have names, so that an undo says which one it means."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the names; steps of open drafts go on without one."""
    op.add_column("undo_steps", sa.Column("name", sa.String(length=200), nullable=True))
