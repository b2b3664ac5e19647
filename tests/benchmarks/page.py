"""Writes the figures as `docs/performance.md`."""

from collections.abc import Iterable, Sequence

from tests.benchmarks.growth import Grown, growth_table
from tests.benchmarks.rows import Part, Row, number, with_unit

HEAD = """# Performance

`make benchmark` (or `python -m tests.benchmarks`) measures everything on this page and writes it.
It takes about six minutes; nothing else should run meanwhile. Figures are medians unless the row
says otherwise, p95 is the 95th percentile. Times depend on the machine: compare the columns of one
run, which were measured one after the other on the same machine, rather than two runs. None of
this is a timed test; a test only sees that each benchmark still runs.
"""

BESIDE = """The plain screen is the usual way to a clickable figure in Streamlit:
`st.plotly_chart(on_select=...)` with the very same regions of the front and back views as filled
polygons, an invisible grid of markers every 8 units over them (a click on a filled polygon is never
reported), and a panel that names the region, three muscles and a table of marks. It runs with the
same Streamlit settings: `streamlit run tests/benchmarks/plotly_screen.py`. A mark counts as visible
when the browser has it at the place of the click at the start of a painted frame.
"""

GROWTH = """By number of assessments, each with two findings and a drawing, its last edition and its
cells beside it; a tenth as many people. CPU time, because it says the same on a busy machine;
*growth* is how many times the last figure is the first. One assessment in a hundred is a draft, one
record in a thousand is deleted. The scripts of the pages run whole, as Streamlit runs them when
somebody comes to the page, with 50 people or 8 drafts on it.
"""

REPORTS = """A report is made from its records to its bytes, with an archive and a FHIR Bundle of
them attached, after one that is not counted; CPU time. Where `pip install weasyprint fpdf2` was
said, which nothing else here needs, the same report is set by these too, in the same run, and
page-validation judges each.
"""

PERSON = """The times are those of a person, by the keystroke-level model (Card, Moran and Newell,
Communications of the ACM 1980;23(7):396-410: pointing and clicking 1.2 s, a key 0.28 s, a decision
1.4 s) and a silent reading rate of 4 words a second (Brysbaert, Journal of Memory and Language
2019;109:104047: 238 words a minute). `tests/browser/therapist.py` states what is counted; palpating
is not. It is a model of somebody who knows the page, carried out on the real one.
"""

#: What is said under the table when a goal is missed; the reason, not an excuse.
WHY = {
    "panel": "A click runs the whole fragment of the page again, header and panel, and the browser "
    "draws it on the same cores as the server. The mark itself does not wait for it.",
    "socket": "The canvas's own message is 2 kB and some 200 bytes per mark. The rest is "
    "Streamlit's: every element and container of header and panel, 100 to 250 bytes each and more "
    "for lists, is sent again with each run of the fragment.",
    "first_page": "Most of it is Streamlit's own page of some 2.6 MB of script, which the browser "
    "has to parse on the cores it shares with the server.",
    "weight": "It includes parts of Streamlit that an empty page does not load: select boxes, "
    "pop-overs, segmented controls.",
    "cold": "Most of it is importing Streamlit (the empty page beside it); records, body and atlas "
    "are imported while the server answers already.",
    "save_p99": "The slowest saves wait for the disk or for a busy processor; compare the bare "
    "insert and the bare page, written in the same turns.",
}
NO_REASON = "The reason is not known yet."


def page(rows: Sequence[Row], machine: Iterable[str], grown: Sequence[Grown] = ()) -> str:
    """The whole page."""
    judged = [row for row in rows if row.goal is not None]
    parts = [
        HEAD,
        "\n".join(f"- {line}" for line in machine) + "\n",
        f"## {Part.MUST}\n",
        _must_table(judged),
        _missed(judged),
        f"## {Part.CLICKS}\n",
        BESIDE,
        _table(_of(rows, Part.CLICKS)),
        f"## {Part.BODY}\n",
        _table(_of(rows, Part.BODY)),
        f"## {Part.PAIN}\n",
        _table(_of(rows, Part.PAIN)),
        f"## {Part.REPORTS}\n",
        REPORTS,
        _table(_of(rows, Part.REPORTS)),
        f"## {Part.SAVING}\n",
        _table(_of(rows, Part.SAVING)),
        f"## {Part.GROWTH}\n",
        GROWTH,
        growth_table(grown),
        f"## {Part.PERSON}\n",
        PERSON,
        _table(_of(rows, Part.PERSON)),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _of(rows: Iterable[Row], part: Part) -> list[Row]:
    return [row for row in rows if row.part is part]


def _must_table(rows: Iterable[Row]) -> str:
    lines = ["| what | must | measured | met |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {row.what} | {_goal(row)} | {with_unit(row.value, row.unit)} "
        f"| {'yes' if row.met else '**no**'} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _goal(row: Row) -> str:
    assert row.goal is not None
    sign = "at least" if row.goal.at_least else "at most"
    return f"{sign} {with_unit(row.goal.limit, row.unit)}"


def _missed(rows: Sequence[Row]) -> str:
    missed = [row for row in rows if not row.met]
    if not missed:
        return "All of these are met.\n"
    lines = [f"Not met in this run ({len(missed)} of {len(rows)}):\n"]
    lines += [f"- **{row.what}**: {WHY.get(row.id, NO_REASON)}" for row in missed]
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Row]) -> str:
    lines = [
        "| what | Bodymap | p95 | beside it | factor | how |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.what} | {with_unit(row.value, row.unit)} | {_p95(row)} | {_beside(row)} "
        f"| {_factor(row)} | {row.how} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _p95(row: Row) -> str:
    return "" if row.p95 is None else with_unit(row.p95, row.unit)


def _beside(row: Row) -> str:
    beside = row.beside
    return "" if beside is None else f"{with_unit(beside.value, row.unit)} ({beside.name})"


def _factor(row: Row) -> str:
    counted = row.goal is not None and row.goal.at_least
    return "" if row.ratio is None or counted else number(row.ratio)
