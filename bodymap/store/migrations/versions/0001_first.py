"""The first tables: people, assessments with their findings and editions, drafts, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "persons",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("year_of_birth", sa.Integer(), nullable=True),
        sa.Column("sex", sa.String(length=24), nullable=True),
        sa.Column("height_cm", sa.Float(), nullable=True),
        sa.Column("handedness", sa.String(length=24), nullable=True),
        sa.Column("figure", sa.String(length=100), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.String(length=27), nullable=False),
        sa.Column("deleted_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_index(
        "ix_persons_is_sample_changed_at", "persons", ["is_sample", "changed_at"], unique=False
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("done_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
    )
    op.create_index("ix_requests_subject_id", "requests", ["subject_id"], unique=False)
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("examined_at", sa.String(length=27), nullable=False),
        sa.Column("examiner", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("figure", sa.String(length=100), nullable=False),
        sa.Column("body_version", sa.String(length=100), nullable=False),
        sa.Column("editions", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.String(length=27), nullable=True),
        sa.Column("finished_by", sa.String(length=200), nullable=False),
        sa.Column("amended_because", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.String(length=27), nullable=False),
        sa.Column("deleted_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_assessments_person_id_persons"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("code", name="uq_assessments_code"),
    )
    op.create_index("ix_assessments_examined_at", "assessments", ["examined_at"], unique=False)
    op.create_index("ix_assessments_person_id", "assessments", ["person_id"], unique=False)
    op.create_table(
        "editions",
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_editions_assessment_id_assessments"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "number", name="pk_editions"),
    )
    op.create_table(
        "findings",
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(length=100), nullable=True),
        sa.Column("figure", sa.String(length=100), nullable=True),
        sa.Column("body_version", sa.String(length=100), nullable=True),
        sa.Column("x", sa.Float(), nullable=True),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("drawing", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("laterality", sa.String(length=24), nullable=False),
        sa.Column("muscle", sa.String(length=100), nullable=True),
        sa.Column("trigger_point", sa.String(length=100), nullable=True),
        sa.Column("taut_band", sa.String(length=24), nullable=False),
        sa.Column("hypersensitive_spot", sa.String(length=24), nullable=False),
        sa.Column("twitch_response", sa.String(length=24), nullable=False),
        sa.Column("referred_sensation", sa.String(length=24), nullable=False),
        sa.Column("familiar_pain", sa.String(length=24), nullable=False),
        sa.Column("pain_nrs", sa.Integer(), nullable=True),
        sa.Column("pain_recall", sa.String(length=24), nullable=True),
        sa.Column("threshold_kilopascals", sa.Float(), nullable=True),
        sa.Column("threshold_probe_area_cm2", sa.Float(), nullable=True),
        sa.Column("threshold_entered_in", sa.String(length=24), nullable=True),
        sa.Column("depth", sa.String(length=24), nullable=True),
        sa.Column("referral_felt", sa.String(length=24), nullable=False),
        sa.Column("referral_drawing", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_findings_assessment_id_assessments"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "id", name="pk_findings"),
    )
    op.create_table(
        "steps",
        sa.Column("assessment_id", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=100), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_steps_assessment_id_assessments"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "client_id", "number", name="pk_steps"),
    )
