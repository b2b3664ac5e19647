"""A report for the browser's own print says all that the PDF says; what people wrote is text."""

import re
from dataclasses import replace
from html import unescape

from bodymap.exchange.report.blocks import Items, Picture, Report, Section, Table
from bodymap.exchange.report.html import to_html
from tests.exchange.report.visits import alma, reported

WROTE = "<script>alert(\"x\")</script> & 'b'"


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "\n", html))


def test_every_text_of_a_report_is_printed() -> None:
    report = reported(alma())
    report = replace(report, sections=tuple(each for each in report.sections if each.blocks))
    html = to_html(report)

    shown = text_of(html) + "".join(unescape(alt) for alt in re.findall(r'alt="([^"]*)"', html))
    assert [text for text in report.texts() if text not in shown and text != report.foot] == []
    assert html.count("<h1>") == 1
    assert html.count("<img") == 1


def test_what_people_wrote_is_never_markup() -> None:
    blocks = (
        WROTE,
        Items((WROTE,)),
        Table(WROTE, (WROTE,), (1.0,), ((WROTE,),)),
        Picture("<svg/>", WROTE, WROTE),
    )
    html = to_html(
        Report(WROTE, (WROTE,), (Section(WROTE, blocks),), WROTE, WROTE, letterhead=(WROTE,))
    )

    assert "<script" not in html
    assert text_of(html).count(WROTE) == 11


def test_an_empty_section_vanishes_and_a_line_to_sign_on_is_asked_for() -> None:
    report = Report("Title", (), (Section("Empty", ()),), "Notice.", "Foot")

    assert "Empty" not in to_html(report)
    assert "Signature" not in to_html(report)
    signed = Report("Title", (), (), "Notice.", "Foot", signed_by="Kim <b>")
    assert "Signature of Kim &lt;b&gt;" in to_html(signed)
