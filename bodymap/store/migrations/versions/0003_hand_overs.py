"""Drawings handed over, by a link or on this device."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "hand_overs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drawing_id", sa.String(length=36), nullable=False),
        sa.Column("way", sa.String(length=24), nullable=False),
        sa.Column("digest", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.String(length=27), nullable=False),
        sa.Column("expires_at", sa.String(length=27), nullable=True),
        sa.Column("ended_at", sa.String(length=27), nullable=True),
        sa.Column("editions", sa.Integer(), nullable=False),
        sa.Column("failed_tries", sa.Integer(), nullable=False),
        sa.Column("last_try_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(
            ["drawing_id"], ["drawings.id"], name="fk_hand_overs_drawing_id_drawings"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_hand_overs"),
        sa.UniqueConstraint("digest", name="uq_hand_overs_digest"),
    )
    op.create_index("ix_hand_overs_drawing_id", "hand_overs", ["drawing_id"], unique=False)
