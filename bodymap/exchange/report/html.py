"""A report as HTML for the browser's own print; on the screen it is not seen."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from bodymap.exchange.report.blocks import Block, Items, Picture, Report, Table

PRINTED = "printed-report"
"""Class of the whole; the style sheet prints nothing else where it stands."""


def to_html(report: Report) -> str:
    """The report; what people wrote is text and never markup."""
    return f'<article class="{PRINTED}">{"".join(_parts(report))}</article>'


def _parts(report: Report) -> Iterator[str]:
    if report.letterhead:
        yield f'<p class="letterhead">{"<br>".join(map(escape, report.letterhead))}</p>'
    yield f"<h1>{escape(report.title)}</h1>"
    yield from map(_paragraph, report.about)
    for section in report.sections:
        if section.blocks:
            yield f"<h2>{escape(section.heading)}</h2>"
            yield from map(_block, section.blocks)
    if report.signed_by is not None:
        of = f" of {escape(report.signed_by)}" if report.signed_by else ""
        yield f'<p class="signature">Signature{of}</p>'
    yield "<h2>What this is and is not</h2>"
    yield _paragraph(report.notice)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _block(block: Block) -> str:
    match block:
        case str():
            return _paragraph(block)
        case Items():
            return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in block.texts)}</ul>"
        case Table():
            head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.columns)
            rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
            return (
                f"<table><caption>{escape(block.caption)}</caption>"
                f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            )
        case Picture():
            svg = b64encode(block.svg.encode()).decode()
            return (
                f'<figure><img src="data:image/svg+xml;base64,{svg}" alt="{escape(block.alt)}" '
                f'width="{block.width:.0%}">'
                f"<figcaption>{escape(block.caption)}</figcaption></figure>"
            )


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"
