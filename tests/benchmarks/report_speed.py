"""How long a report takes: `python -m tests.benchmarks.report_speed`.

Each kind is made with its records attached, after one that is not counted, as a page makes many in
a row. CPU time, because it says the same on a busy machine. Where weasyprint and fpdf2 are
installed, which nothing else here needs, the same report is set by them too, in the same run, and
the same judge says what it finds.
"""

import io
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Final

from bodymap import files
from bodymap.exchange.forms import Form, write_records
from bodymap.exchange.report.blocks import Block, Items, Picture, Report, Table
from bodymap.exchange.report.course import course_report
from bodymap.exchange.report.html import to_html
from bodymap.exchange.report.options import Kind, Options
from bodymap.exchange.report.pdf import to_pdf
from bodymap.exchange.report.visit import visit_report
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.visit_records import VisitRecords, visit_records
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.visits.time_line import time_line
from tests import shipped
from tests.benchmarks.rows import Beside, Goal, Part, Row, number
from tests.exchange.fhir.bundles import mapper
from tests.exchange.report.visits import AT, books
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

RUNS: Final = 30
MOST_MS: Final = 100
PROFILE: Final = "ua1"
STYLE: Final = """<style>@page { size: A4; margin: 18mm } * { font-family: Bodymap Sans }
table { width: 100% } td, th { text-align: left; vertical-align: top } img { width: 76% }</style>"""

_CALLED: Final = {
    Kind.VISIT: "report of a visit, as tables",
    Kind.LETTER: "report of a visit, as a letter",
    Kind.PATIENT: "report of a visit, one plain page",
    Kind.COURSE: "report of two visits in one",
}
Set = Callable[[Report], bytes]


@dataclass(frozen=True)
class Asked:
    """A report to make: what it says, and what it carries."""

    kind: Kind
    report: Callable[[], Report]
    carried: Callable[[Form], bytes]


def asked(kind: Kind) -> Asked:
    """The last visit of a sample person, or all her visits."""
    desk = Desk(MemoryStore())
    ports = desk.ports
    alma, *_ = add_sample_people(ports=ports, body=shipped.body(), atlas=shipped.atlas())
    last = visit_of(ports, alma.id)
    if kind is Kind.COURSE:
        selection = Selection(person_ids=(alma.id,))
    else:
        selection = Selection(assessment_ids=(last.assessment.id,))

    def report() -> Report:
        options = Options(kind=kind)
        if kind is not Kind.COURSE:
            return visit_report(visit_of(ports, alma.id), options, books())
        days = time_line(person_id=alma.id, body=shipped.body(), ports=ports)
        return course_report(alma, days, options, books())

    def carried(form: Form) -> bytes:
        target = io.BytesIO()
        records = gather(choose(selection, ports=ports), ports=ports)
        write_records(target, records, form=form, at=AT, mapper=mapper())
        return target.getvalue()

    return Asked(kind, report, carried)


def visit_of(ports: Ports, person_id: str) -> VisitRecords:
    """A person's last visit."""
    with ports.store.reading() as unit:
        last = unit.assessments.finished_of(person_id)[-1]
    return visit_records(assessment_id=last.id, ports=ports)


def whole(made: Asked) -> bytes:
    """A report from its records to its bytes, as a page makes it."""
    archive, bundle = made.carried(Form.ARCHIVE), made.carried(Form.FHIR_R4)
    return to_pdf(made.report(), at=AT, records=archive, bundle=bundle)


def milliseconds(work: Callable[[], object], runs: int) -> list[float]:
    """How much of the processor it takes, the first time left out."""
    work()
    took = []
    for _ in range(runs):
        start = time.process_time()
        work()
        took.append(1000 * (time.process_time() - start))
    return sorted(took)


def others() -> dict[str, Set]:
    """Other engines that are installed, each as a way to set a report."""
    found: dict[str, Set] = {}
    try:
        import weasyprint  # noqa: PLC0415 - only where it is installed

        found["weasyprint"] = lambda report: weasyprint.HTML(
            string=f"<html lang=en><title>Report</title>{STYLE}{to_html(report)}</html>"
        ).write_pdf(pdf_variant="pdf/ua-1")
    except ImportError:
        pass
    try:
        import fpdf  # noqa: PLC0415 - only where it is installed

        found["fpdf2"] = lambda report: set_by_fpdf2(report, fpdf.FPDF())
    except ImportError:
        pass
    return found


def set_by_fpdf2(report: Report, pdf) -> bytes:  # noqa: ANN001 - only where it is installed
    """The same with fpdf2: headings, paragraphs, tables and pictures."""
    for style, weight in (("", "Regular"), ("B", "Bold")):
        pdf.add_font("Bodymap Sans", style, str(files.assets("fonts", f"BodymapSans-{weight}.ttf")))
    pdf.set_title(report.title)
    pdf.set_lang("en-GB")
    pdf.add_page()
    pdf.set_font("Bodymap Sans", size=9.5)
    for text in (report.title, *report.about):
        _line(pdf, text)
    for section in report.sections:
        if section.blocks:
            pdf.set_font(style="B")
            _line(pdf, section.heading)
            pdf.set_font(style="")
        for block in section.blocks:
            _block(pdf, block)
    _line(pdf, report.notice)
    return bytes(pdf.output())


def _block(pdf, block: Block) -> None:  # noqa: ANN001 - only where it is installed
    match block:
        case str():
            _line(pdf, block)
        case Items():
            for text in block.texts:
                _line(pdf, f"- {text}")
        case Table():
            with pdf.table(col_widths=block.widths) as table:
                for row in (block.columns, *block.rows):
                    table.row(row)
        case Picture():
            pdf.image(io.BytesIO(block.svg.encode()), w=130, alt_text=block.alt)


def _line(pdf, text: str) -> None:  # noqa: ANN001 - only where it is installed
    pdf.multi_cell(0, text=text, new_x="LMARGIN", new_y="NEXT")


def verdict(pdf: bytes) -> str:
    """How many rules of PDF/UA-1 a file breaks, in words."""
    import page  # noqa: PLC0415 - another name here

    judged = page.validate_pdf_bytes(pdf, profile=PROFILE)
    if judged.is_compliant:
        return "keeps PDF/UA-1"
    return f"breaks {judged.rules.failed} rules of PDF/UA-1"


def rows(runs: int = RUNS) -> Iterator[Row]:
    """Each kind of report with its records, then setting it alone beside other engines."""
    for kind in Kind:
        made = asked(kind)
        took = milliseconds(lambda made=made: whole(made), runs)
        yield Row(
            id=f"report_{kind}",
            what=f"{_CALLED[kind]}, its records attached",
            value=median(took),
            p95=took[int(0.95 * len(took))],
            unit="ms CPU",
            part=Part.REPORTS,
            goal=Goal(MOST_MS),
            how=f"{len(whole(made)) / 1000:.0f} kB",
        )
    report = asked(Kind.VISIT).report()
    ours = milliseconds(lambda: to_pdf(report, at=AT), runs)
    for name, set_by in ({"": None} | others()).items():
        beside = None
        if set_by is not None:
            theirs = milliseconds(lambda set_by=set_by: set_by(report), runs)
            beside = Beside(f"{name}, {verdict(set_by(report))}", median(theirs))
        yield Row(
            id=f"report_set{'_' * bool(name)}{name}",
            what="the same report of a visit set alone",
            value=median(ours),
            p95=ours[int(0.95 * len(ours))],
            unit="ms CPU",
            part=Part.REPORTS,
            beside=beside,
            how=verdict(to_pdf(report, at=AT)),
        )


def main() -> None:
    """Print the figures."""
    for row in rows(*map(int, sys.argv[1:])):
        beside = f"beside {number(row.beside.value)} ms ({row.beside.name})" if row.beside else ""
        sys.stdout.write(
            f"{row.what:50}{number(row.value):>7} {row.unit}  p95 {number(row.p95 or 0)}"
            f"  {row.how}  {beside}\n"
        )


if __name__ == "__main__":
    main()
