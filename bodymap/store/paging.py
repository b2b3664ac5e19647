"""One page of a long list, read by where the page before ended."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, CursorResult, Executable, RowMapping, Select, func, tuple_

from bodymap.services.kernel.pages import Page, Position
from bodymap.store.reading import read_or_none
from bodymap.store.times import from_text, to_text

LineT = TypeVar("LineT")


class Order(NamedTuple):
    """The columns that a list is ordered by, the last first: a time, and an id to tell ties."""

    at: Column[str]
    id: Column[str]


def read_page(
    run: Callable[[Executable], CursorResult[Any]],
    query: Select[Any],
    order: Order,
    line: Callable[[RowMapping], LineT],
    *,
    limit: int,
    after: Position | None,
) -> Page[LineT]:
    """A page of what the query finds, and how many lines it finds in all.

    Args:
        run: Runs a statement within the practice.
        query: What is listed, without an order.
        order: Columns of the query.
        line: Makes a line of a row.
        limit: At most so many lines.
        after: Where the page begins; None for the first.
    """
    ordered = query.order_by(order.at.desc(), order.id.desc()).limit(limit + 1)
    if after is not None:
        ordered = ordered.where(tuple_(order.at, order.id) < (to_text(after.at), after.id))
    rows = run(ordered).mappings().all()
    if after is None and len(rows) <= limit:
        total = len(rows)
    else:
        counted = query.with_only_columns(func.count(), maintain_column_froms=True)
        total = run(counted).scalar_one()
    shown = rows[:limit]
    lines = [(row, read_or_none(partial(line, row))) for row in shown]
    return Page(
        tuple(found for _, found in lines if found is not None),
        total,
        _end(shown, order) if len(rows) > limit else None,
        tuple(row[order.id.name] for row, found in lines if found is None),
    )


def _end(rows: Sequence[RowMapping], order: Order) -> Position | None:
    """Where the page ends: its last line whose time can be read."""
    for row in reversed(rows):
        at = read_or_none(partial(from_text, row[order.at.name]))
        if at is not None:
            return Position(at, row[order.id.name])
    return None
