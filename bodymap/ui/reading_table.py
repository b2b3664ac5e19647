"""A table meant for reading: real rows and headings, who says what in each cell; cards on a phone.

Streamlit's own table cannot be scrolled by keyboard and is too wide for a phone. This one is a
region that takes the focus, and below 640 px each row is a card whose lines name their column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

_STYLE: Final = """
<style>
.reading-table { overflow-x: auto; }
.reading-table table { border-collapse: collapse; width: 100%; font-size: .875rem; }
.reading-table th, .reading-table td { border-bottom: 1px solid light-dark(#E5E0D8, #2C3938);
  min-width: 6.5rem; padding: .5rem .6rem; text-align: left; vertical-align: top; }
.reading-table th { font-weight: 600; }
.reading-table .wide { min-width: 12rem; }
.reading-table i { color: light-dark(#57625F, #AEB9B6); font-size: .8rem; }
.reading-table b.clinic { background: light-dark(#FDEFE0, #3A2A18); border-radius: 4px;
  color: light-dark(#8A3F00, #FFB675); font-size: .8rem; font-weight: 400; padding: 0 .3rem;
  white-space: nowrap; }
@media (max-width: 640px) {
  .reading-table thead { display: none; }
  .reading-table table, .reading-table tbody, .reading-table tr, .reading-table th,
  .reading-table td { display: block; min-width: 0; border: 0; padding: .1rem 0; }
  .reading-table tr { border: 1px solid light-dark(#E5E0D8, #2C3938); border-radius: 8px;
    margin-bottom: .75rem; padding: .6rem .75rem; background: light-dark(#FFFFFF, #1A2324); }
  .reading-table td::before { content: attr(data-label) ": ";
    color: light-dark(#57625F, #AEB9B6); }
}
</style>
"""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell.

    Attributes:
        text: Plain text, never markup.
        clinics: Whether a clinic says so of its own; marked.
        others: Who else says so, each short.
    """

    text: str
    clinics: bool = False
    others: tuple[str, ...] = ()


def draw(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    wide: Sequence[str] = (),
) -> None:
    """Draw a table; the first cell of each row is its heading.

    Args:
        title: What the table tells, for who does not see it.
        columns: Their headings.
        rows: One cell for each column.
        wide: Columns that need more room.
    """
    st.html(_STYLE + markup(title, columns, rows, wide=wide))


def markup(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], *, wide: Sequence[str] = ()
) -> str:
    """The table as HTML; every text in it is escaped."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(_row(columns, row, wide) for row in rows)
    return (
        f'<div class="reading-table" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(columns: Sequence[str], row: Sequence[Cell], wide: Sequence[str]) -> str:
    first, *others = row
    cells = (
        f'<td data-label="{escape(column)}"{_wide(column in wide)}>{_cell(cell)}</td>'
        for column, cell in zip(columns[1:], others, strict=True)
    )
    return f'<tr><th scope="row">{_cell(first)}</th>{"".join(cells)}</tr>'


def _wide(is_wide: bool) -> str:  # noqa: FBT001 - one of two words
    return ' class="wide"' if is_wide else ""


def _cell(cell: Cell) -> str:
    clinic = ' <b class="clinic">a clinic says</b>' if cell.clinics else ""
    others = f" <i>{escape(', '.join(cell.others))}</i>" if cell.others else ""
    return f"{escape(cell.text)}{clinic}{others}"
