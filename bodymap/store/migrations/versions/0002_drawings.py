"""Pain drawings with their editions and undo steps."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "drawings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("assessment_id", sa.String(length=36), nullable=True),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("drawn_at", sa.String(length=27), nullable=False),
        sa.Column("drawn_by", sa.String(length=24), nullable=False),
        sa.Column("occasion", sa.String(length=24), nullable=True),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("figure", sa.String(length=100), nullable=False),
        sa.Column("body_version", sa.String(length=100), nullable=False),
        sa.Column("marks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("mark_count", sa.Integer(), nullable=False),
        sa.Column("moves", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("no_pain", sa.Boolean(), nullable=False),
        sa.Column("severity", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("red_flags", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("actions", sa.Integer(), nullable=False),
        sa.Column("editions", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.String(length=27), nullable=True),
        sa.Column("finished_by", sa.String(length=200), nullable=False),
        sa.Column("amended_because", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.String(length=27), nullable=False),
        sa.Column("deleted_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_drawings_assessment_id_assessments"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_drawings_person_id_persons"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_drawings"),
        sa.UniqueConstraint("code", name="uq_drawings_code"),
    )
    op.create_index("ix_drawings_assessment_id", "drawings", ["assessment_id"], unique=False)
    op.create_index("ix_drawings_drawn_at", "drawings", ["drawn_at"], unique=False)
    op.create_index("ix_drawings_person_id", "drawings", ["person_id"], unique=False)
    op.create_table(
        "drawing_editions",
        sa.Column("drawing_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("drawing", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["drawing_id"], ["drawings.id"], name="fk_drawing_editions_drawing_id_drawings"
        ),
        sa.PrimaryKeyConstraint("drawing_id", "number", name="pk_drawing_editions"),
    )
    op.create_table(
        "drawing_steps",
        sa.Column("drawing_id", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=100), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["drawing_id"], ["drawings.id"], name="fk_drawing_steps_drawing_id_drawings"
        ),
        sa.PrimaryKeyConstraint("drawing_id", "client_id", "number", name="pk_drawing_steps"),
    )
