"""One table of editions, compressed, and one of undo steps for every kind; moves are arrows."""

import json
import zlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KINDS = (
    ("assessment", "old_editions", "steps"),
    ("drawing", "drawing_editions", "drawing_steps"),
)
JSON = sa.JSON(none_as_null=True)
STEPS = {
    "Set a mark": "set_finding",
    "Change a finding": "change_finding",
    "Move a mark": "move_finding",
    "Remove a finding": "remove_finding",
    "Copy to the other side": "copy_to_other_side",
    "Copy to another muscle": "copy_to_muscle",
    "Edit the assessment": "edit_assessment",
    "Draw": "begin_mark",
    "Draw more": "draw_more",
    "Mark a place": "put_mark",
    "Choose from the list": "choose_regions",
    "Describe a mark": "describe_mark",
    "Remove a mark": "remove_mark",
    "Show where it moves": "set_arrow",
    "Remove an arrow": "remove_arrow",
    "Answer": "answer",
}
AT_ONCE = 500


def upgrade() -> None:
    """Make the new tables, fill them from the old ones, and drop those."""
    connection = op.get_bind()
    op.execute("CREATE TABLE old_editions AS SELECT * FROM editions")
    op.drop_table("editions")
    op.create_table(
        "editions",
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "number", name="pk_editions"),
    )
    op.create_table(
        "undo_steps",
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=100), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=100), nullable=False),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "client_id", "number", name="pk_undo_steps"),
    )
    for kind, editions, steps in KINDS:
        _copy_editions(connection, kind, editions)
        _copy_steps(connection, kind, steps)
        op.drop_table(editions)
        op.drop_table(steps)
    op.execute("ALTER TABLE drawings RENAME COLUMN moves TO arrows")


def _copy_editions(connection: sa.Connection, kind: str, old_name: str) -> None:
    old = sa.table(old_name, sa.column(f"{kind}_id"), sa.column("number"), sa.column(kind, JSON))
    new = sa.table("editions", *map(sa.column, ("record_id", "number", "record")))
    for rows in connection.execute(sa.select(old)).yield_per(AT_ONCE).partitions():
        filled = [
            {"record_id": row[0], "number": row[1], "record": _packed(_with_arrows(row[2]))}
            for row in rows
        ]
        connection.execute(sa.insert(new), filled)


def _copy_steps(connection: sa.Connection, kind: str, old_name: str) -> None:
    names = ("client_id", "number", "undone", "what")
    old = sa.table(
        old_name, sa.column(f"{kind}_id"), *map(sa.column, names), sa.column("change", JSON)
    )
    new = sa.table(
        "undo_steps", sa.column("record_id"), *map(sa.column, names), sa.column("change", JSON)
    )
    for rows in connection.execute(sa.select(old)).yield_per(AT_ONCE).partitions():
        filled = [
            {
                "record_id": row[0],
                **{name: getattr(row, name) for name in names},
                "what": STEPS.get(row.what, "answer"),
                "change": _change_with_arrows(row.change),
            }
            for row in rows
        ]
        connection.execute(sa.insert(new), filled)


def _packed(record: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())


def _with_arrows(fields: dict[str, Any]) -> dict[str, Any]:
    return {"arrows" if name == "moves" else name: value for name, value in fields.items()}


def _change_with_arrows(change: dict[str, Any]) -> dict[str, Any]:
    if change.get("kind") != "pain_details":
        return change
    return change | {end: _with_arrows(change[end]) for end in ("before", "after")}
