"""One page of a long list, read by where the page before ended."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, RowMapping, Select, func, tuple_

from bodymap.services.kernel.pages import Page, Position, page_of
from bodymap.store.times import from_text, to_text

LineT = TypeVar("LineT")


class Order(NamedTuple):
    """The columns that a list is ordered by, the last first: a time, and an id to tell ties."""

    at: Column[str]
    id: Column[str]


def read_page(
    connection: Connection,
    query: Select[Any],
    order: Order,
    line: Callable[[RowMapping], LineT],
    *,
    limit: int,
    after: Position | None,
) -> Page[LineT]:
    """A page of what the query finds, and how many lines it finds in all.

    Args:
        connection: Of the open transaction.
        query: What is listed, without an order.
        order: Columns of the query.
        line: Makes a line of a row.
        limit: At most so many lines.
        after: Where the page begins; None for the first.
    """
    ordered = query.order_by(order.at.desc(), order.id.desc()).limit(limit + 1)
    if after is not None:
        ordered = ordered.where(tuple_(order.at, order.id) < (to_text(after.at), after.id))
    rows = connection.execute(ordered).mappings().all()
    if after is None and len(rows) <= limit:
        total = len(rows)
    else:
        counted = query.with_only_columns(func.count(), maintain_column_froms=True)
        total = connection.execute(counted).scalar_one()
    found = page_of(
        rows,
        limit=limit,
        total=total,
        at=lambda row: Position(from_text(row[order.at.name]), row[order.id.name]),
    )
    return Page(tuple(map(line, found.items)), found.total, found.next_after)
