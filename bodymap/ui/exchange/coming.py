"""Importing a file: what it would do, and then all of it or nothing."""

from typing import IO, Final, NamedTuple

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.exchange.arrival import Arrival, Left
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import Said, open_records
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.plan import Fate, Line, Plan
from bodymap.services.maintaining.tidying import tidy
from bodymap.services.maintaining.time_zone import get_time_zone
from bodymap.ui import links, reading_table
from bodymap.ui.exchange import answers
from bodymap.ui.exchange.words import FATES, KINDS, THEN
from bodymap.ui.exchange.working import working
from bodymap.ui.problems import in_words
from bodymap.ui.reading_table import Cell
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, a_time, plain

_PLAN: Final = "exchange_plan"
_DONE: Final = "exchange_done"
_MOST_NAMED: Final = 30
_NAMED: Final = (Fate.RECODED, Fate.BACK, Fate.DIFFERS, Fate.DELETED)


class _Planned(NamedTuple):
    """What a file would do.

    Attributes:
        file_id: Of the file.
        charts: Which chart each of its questions is about, as chosen.
        arrived: The file, opened.
        plan: What becomes of its records.
    """

    file_id: str
    charts: dict[str, str]
    arrived: Arrival
    plan: Plan


def draw(workspace: Workspace) -> None:
    """Draw the field for the file, and what becomes of what is in it."""
    st.markdown("## Import")
    st.write(
        "Choose an archive, a report that carries its records, a FHIR Bundle, tables, or answers "
        "on another body chart. First you see what it would do; then all of it is added, or "
        "nothing. What is recorded here is never overwritten."
    )
    file = st.file_uploader(
        "Archive or tables (.zip), report (.pdf), FHIR (.json) or answers (.csv)",
        type=["zip", "pdf", "json", "csv"],
        key="exchange-file",
    )
    if file is None:
        st.session_state.pop(_PLAN, None)
        st.session_state.pop(_DONE, None)
        return
    done: Plan | None = st.session_state.get(_DONE)
    if done is not None:
        _tell(done)
        return
    try:
        _offer(workspace, file, file.name, file.file_id)
    except BodymapError as error:
        st.session_state.pop(_PLAN, None)
        st.error(plain(in_words(error)))


def _offer(workspace: Workspace, file: IO[bytes], name: str, file_id: str) -> None:
    ports, atlas = workspace.ports, workspace.atlas()
    planned: _Planned | None = st.session_state.get(_PLAN)
    charts = answers.charts(file, atlas, key=file_id)
    if charts is None:
        st.session_state.pop(_PLAN, None)
        return
    if planned is not None and (planned.file_id, planned.charts) != (file_id, charts):
        planned = None
    if planned is None:
        said = Said(charts, get_time_zone(ports=ports))
        mapper = Mapper(workspace.body, atlas)
        arrived = open_records(file, mapper, at=ports.clock.now(), said=said)
    else:
        arrived = planned.arrived
    arriving = Arriving(
        arrived.records,
        " ".join(name.split())[:200],
        arrived.written_at,
        known_names(workspace.body("neutral"), atlas),
    )
    if planned is None:
        with working("Reading", arrived.record_count, key="exchange-reading") as so_far:
            plan = plan_import(arriving, ports=ports, progress=so_far)
        planned = st.session_state[_PLAN] = _Planned(file_id, charts, arrived, plan)
    plan = planned.plan
    _show(arrived, plan)
    if not plan.added:
        st.info("Nothing in this file would be added.")
        return
    records = "1 record" if plan.added == 1 else f"{plan.added:,} records"
    if st.button(f"Import {records}", type="primary", key="exchange-import"):
        # Whatever comes of it, what was shown is out of date afterwards.
        st.session_state.pop(_PLAN)
        with working("Importing", len(plan.lines), key="exchange-importing") as so_far:
            done = carry_out(arriving, expected=plan, ports=ports, progress=so_far)
        # From here on it is imported, whoever cancels; what is missing is made once a day.
        st.session_state[_DONE] = done
        with working("Painting what was drawn", plan.added, key="exchange-painting") as so_far:
            tidy(ports=ports, body=workspace.body("neutral"), progress=so_far)
        st.rerun()


def _show(arrived: Arrival, plan: Plan) -> None:
    written = arrived.written_at
    st.caption(f"Written by {plain(arrived.program)}, {a_day(written)}, {a_time(written)}.")
    rows = [
        [
            Cell(f"{count:,} {KINDS[kind][count != 1]}"),
            Cell(FATES[fate]),
            Cell(THEN[fate]),
        ]
        for kind, counts in plan.counts.items()
        for fate, count in counts.items()
    ]
    reading_table.draw("What this file would do", ("Records", "They are", "Then"), rows)
    _name("Look at these", plan.of(*_NAMED))
    _name(
        "No longer attached to an assessment",
        tuple(line for line in plan.lines if line.is_loose),
    )
    _leave(arrived.left)


def _leave(left: tuple[Left, ...]) -> None:
    """Name what of a file is not taken, and why, as far as a page can."""
    if not left:
        return
    with st.expander(f"Not taken ({len(left):,})"):
        for each in left[:_MOST_NAMED]:
            st.markdown(f"{plain(each.path)}: {plain(each.reason)}")
        if len(left) > _MOST_NAMED:
            st.caption(f"And {len(left) - _MOST_NAMED:,} more: `bodymap import` names them all.")


def _name(title: str, lines: tuple[Line, ...]) -> None:
    """Name single records, as far as a page can."""
    if not lines:
        return
    with st.expander(f"{title} ({len(lines):,})"):
        for line in lines[:_MOST_NAMED]:
            what = KINDS[line.kind][0].capitalize()
            st.markdown(f"{what} {plain(line.label)}: {THEN[line.fate]}")
        if len(lines) > _MOST_NAMED:
            st.caption(f"And {len(lines) - _MOST_NAMED:,} more: `bodymap import` names them all.")


def _tell(done: Plan) -> None:
    st.success(f"Imported: {done.added:,} of {len(done.lines):,} records were added.")
    people = [line for line in done.lines if line.kind == "person"]
    for line in people[:_MOST_NAMED]:
        links.way("people", plain(line.label), key=f"imported-{line.id}", person=line.id)
