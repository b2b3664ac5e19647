"""A report as plain values: headings, sentences, tables and pictures, before anybody sets type."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.exchange.sheet import Paper


@dataclass(frozen=True)
class Picture:
    """A picture without letters in it.

    Attributes:
        svg: The picture.
        alt: What it shows, for who does not see it.
        caption: Stands below it.
        width: How wide it is beside the text.
    """

    svg: str
    alt: str
    caption: str
    width: float = 0.76


@dataclass(frozen=True)
class Table:
    """A table; it may run over pages, its head on each of them.

    Attributes:
        caption: What it tells.
        columns: Their headings.
        widths: How wide each is beside the others.
        rows: One text for each column.
    """

    caption: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Items:
    """A list of sentences."""

    texts: tuple[str, ...]


Block = str | Items | Table | Picture
"""Part of a section; a text is a paragraph."""


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it; without blocks it is left out.

    Attributes:
        heading: The heading.
        blocks: What stands below it.
    """

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A whole report.

    Attributes:
        title: Its first heading.
        about: Whom and what it is about, one short line each.
        sections: In order; empty ones vanish.
        notice: What it is and is not; at its end.
        foot: At the foot of each page, beside its number.
        paper: What it is printed on.
        large: Whether it is set in large type.
        letterhead: Lines above everything: whose report it is.
        signed_by: Name below a line to sign on; None for no such line.
    """

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    notice: str
    foot: str
    paper: Paper = Paper.A4
    large: bool = False
    letterhead: tuple[str, ...] = ()
    signed_by: str | None = None

    def texts(self) -> Iterator[str]:
        """Every text that is printed or read aloud."""
        yield from (*self.letterhead, self.title, *self.about, self.notice, self.foot)
        yield self.signed_by or ""
        for section in self.sections:
            yield section.heading
            for block in section.blocks:
                yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield block
        case Items():
            yield from block.texts
        case Table():
            yield block.caption
            yield from block.columns
            for row in block.rows:
                yield from row
        case Picture():
            yield from (block.alt, block.caption)
