"""Any two days of a person beside each other: gained, lost and kept on every view."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.over_time.following import Row, followed
from bodymap.body import Body, SurfaceArea
from bodymap.canvas import (
    CanvasData,
    Mark,
    MarkTone,
    Texts,
    Tool,
    Zone,
    ZoneLook,
    body_canvas,
)
from bodymap.exchange.pain_picture import of_layers
from bodymap.records import State
from bodymap.services.visits.time_line import Event
from bodymap.ui.assess.chart import place_on_views, standing
from bodymap.ui.assess.naming import named
from bodymap.ui.drawings.said import changed
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, plain

_KEPT: Final = "compared-zones"
_CHANGE, _BESIDE, _OVER = "Gained, lost, kept", "Side by side", "Overlaid"
_TONES: Final = {
    State.ACTIVE: MarkTone.ACTIVE,
    State.LATENT: MarkTone.LATENT,
    State.UNDECIDED: MarkTone.UNDECIDED,
}
_TEXTS: Final = Texts(
    name="Two days compared",
    whose="the patient's",
    your_right="R",
    your_left="L",
    list_empty="No findings on either day.",
)


def draw(workspace: Workspace, body: Body, events: Sequence[Event], *, key: str) -> None:
    """Choose two days and compare them; nothing where there is only one."""
    count = len(events)
    if count < 2:  # noqa: PLR2004 - one day cannot be compared
        return
    st.header("Two days compared")
    first, second = st.select_slider(
        "From and to",
        options=range(count),
        value=(count - 2, count - 1),
        format_func=lambda at: a_day(events[at].at),
        key=f"compare-{key}-{count}",
    )
    if first == second:
        st.caption("Move one of the two ends to choose another day.")
        return
    earlier, later = events[first], events[second]
    how = st.segmented_control(
        "How", [_CHANGE, _BESIDE, _OVER], default=_CHANGE, key=f"compare-how-{key}"
    )
    if how == _BESIDE:
        _side_by_side(body, (earlier, later))
    else:
        _canvas(workspace, body, events, (first, second), key=key, overlaid=how == _OVER)
    if earlier.drawing is not None and later.drawing is not None:
        changed(workspace, later.drawing, earlier.drawing, body, key="compared")


def _side_by_side(body: Body, two: tuple[Event, Event]) -> None:
    for column, event in zip(st.columns(2), two, strict=True):
        with column:
            st.markdown(f"**{plain(a_day(event.at))}**")
            if event.drawing is None:
                st.write("No drawing that day.")
            else:
                picture = of_layers(body, event.layers)
                st.image(picture, width="stretch", alt=f"Pain as drawn on {a_day(event.at)}")


def _canvas(
    workspace: Workspace,
    body: Body,
    events: Sequence[Event],
    two: tuple[int, int],
    *,
    key: str,
    overlaid: bool,
) -> None:
    earlier, later = (events[at] for at in two)
    body_canvas(
        CanvasData(
            log=f"compare:{key}:{two[0]}:{two[1]}",
            figure=body.figure,
            figure_url=f"figure/{body.version}/",
            views=MAIN_VIEWS,
            insets=insets(body),
            tools=(Tool.MOVE,),
            editable=False,
            marks=_marks(workspace, body, (earlier, later)),
            zones=_kept_zones(body, earlier, later, overlaid=overlaid),
            texts=_TEXTS,
        ),
        key=f"canvas-compare-{key}",
        on_operations=lambda _: None,
    )


def _kept_zones(body: Body, earlier: Event, later: Event, *, overlaid: bool) -> tuple[Zone, ...]:
    """The zones; kept in this session while the same two drawings are looked at the same way."""
    drawings = (earlier.drawing, later.drawing)
    ids = tuple((each.id, each.version) for each in drawings if each is not None)
    key = (body.figure, overlaid, ids)
    kept = st.session_state.get(_KEPT)
    if kept is None or kept[0] != key:
        kept = (key, (days if overlaid else zones)(body, earlier, later))
        st.session_state[_KEPT] = kept
    found: tuple[Zone, ...] = kept[1]
    return found


def zones(body: Body, earlier: Event, later: Event) -> tuple[Zone, ...]:
    """What was gained, lost and kept, each with a look of its own; none without two drawings."""
    if earlier.drawing is None or later.drawing is None:
        return ()
    nothing = body.fill(())
    before, after = earlier.area or nothing, later.area or nothing
    parts = (
        ("gained: drawn on the later day alone", after - before, ZoneLook.ONE),
        ("lost: drawn on the earlier day alone", before - after, ZoneLook.TWO),
        ("kept: drawn on both", before & after, ZoneLook.THREE),
    )
    return tuple(_zone(body, title, area, look) for title, area, look in parts if area)


def days(body: Body, earlier: Event, later: Event) -> tuple[Zone, ...]:
    """All that was drawn on each of two days, one over the other."""
    parts = ((earlier, ZoneLook.TWO), (later, ZoneLook.ONE))
    return tuple(
        _zone(body, f"drawn on {a_day(event.at)}", event.area, look)
        for event, look in parts
        if event.area
    )


def _zone(body: Body, title: str, area: SurfaceArea, look: ZoneLook) -> Zone:
    return Zone(f"part:{title}", title, shapes={"essential": body.traces(area)}, look=look)


def _marks(workspace: Workspace, body: Body, two: tuple[Event, Event]) -> tuple[Mark, ...]:
    """Each finding of either day, with how it stands on both."""
    visits = [event.visit for event in two if event.visit is not None]
    is_one = len(visits) == 1
    marks = []
    for number, row in enumerate(followed(visits, body), start=1):
        view, x, y, also = place_on_views(row.last, body)
        marks.append(
            Mark(
                id=f"row-{number}",
                number=number,
                view=view,
                x=x,
                y=y,
                label=named(workspace.atlas(), row.last, "No muscle chosen"),
                note=standing(row.last) if is_one else change_of(row),
                tone=_TONES[row.last.state],
                also=also,
            )
        )
    return tuple(marks)


def change_of(row: Row) -> str:
    """How a finding stands on the earlier of two days and on the later one."""
    earlier, later = row.at(0), row.at(1)
    if earlier is None:
        return f"New: {standing(row.last)}"
    if later is None:
        return f"Only then: {standing(row.last)}"
    return f"{standing(earlier.finding)} → {standing(later.finding)}"
