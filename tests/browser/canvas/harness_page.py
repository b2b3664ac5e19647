"""The page: the clickable body, and what the server has of it as JSON.

The address says what to show: `tools` (comma-separated), `marks` (how many to begin with),
`zones=1`, `insets=1`, `readonly=1`, `selected=1`, `left=1` (for a left hand), `slow` (seconds that
each rerun takes). A mark on a foot is refused.
"""

import json
import time
from dataclasses import asdict, replace

import streamlit as st

from bodymap.body import Body, Stroke
from bodymap.canvas import (
    AddArrow,
    AddPoint,
    AddStroke,
    Arrow,
    CanvasData,
    Inset,
    Mark,
    MarkTone,
    MoveMark,
    Operation,
    PressKey,
    Redo,
    RemoveMark,
    SelectMark,
    StrokeLayer,
    Tool,
    Undo,
    Vocabulary,
    Zone,
    body_canvas,
    receive,
)
from bodymap.canvas.log import Refusal

asked = st.query_params
st.set_page_config(layout="wide", page_title="Canvas")
state = st.session_state
body = st.cache_resource(Body.load)()
FEET = 930
LOG = "harness"
ASKED = ("first", "second", "third", "fourth", "fifth")
EXAMPLES = (("back", 370.0, 285.0), ("back", 305.0, 190.0), ("front", 215.0, 300.0))


def begin() -> None:
    tones = list(MarkTone)
    given = EXAMPLES[: int(asked.get("marks", 0))]
    state.marks = [
        Mark(
            f"example{n:04}",
            n,
            *at,
            label=("Infraspinatus, right", "Trapezius, right", "Pectoralis major, right")[n - 1],
            note=("active trigger point", "latent", "not decided")[n - 1],
            tone=tones[n - 1],
        )
        for n, at in enumerate(given, start=1)
    ]
    state.selected = "example0001" if asked.get("selected") else None
    state.update(
        arrows=[], strokes=[], done=[], undone=[], acknowledged={}, refusals={}, pressed=[]
    )


if "marks" not in state:
    begin()


def kept_now() -> tuple[list[Mark], list[tuple[str, Stroke]], list[Arrow]]:
    return list(state.marks), list(state.strokes), list(state.arrows)


def remember(name: str) -> None:
    state.done.append((name, kept_now()))
    state.undone = []


def carry_out(operation: Operation) -> None:
    name = str(operation.number)
    match operation:
        case AddPoint(mark_id=mark_id, view=view, x=x, y=y):
            if y > FEET:
                raise ValueError("Marks on the feet are not taken here.")
            remember(name)
            hit = body.hit(view, x, y)
            state.marks = [*state.marks, Mark(mark_id, 0, view, x, y, label=hit.region or "?")]
            state.selected = mark_id
        case AddStroke(view=view, strokes=strokes):
            remember(name)
            state.strokes = [*state.strokes, *((view, stroke) for stroke in strokes)]
        case AddArrow():
            remember(name)
            told = asdict(operation)
            del told["figure"]
            arrow = Arrow(id=told.pop("arrow_id"), label=f"arrow {told.pop('number')}", **told)
            state.arrows = [*state.arrows, arrow]
        case MoveMark(mark_id=mark_id, view=view, x=x, y=y):
            remember(name)
            state.marks = [
                replace(m, view=view, x=x, y=y) if m.id == mark_id else m for m in state.marks
            ]
        case RemoveMark(mark_id=mark_id):
            remember(name)
            state.marks = [m for m in state.marks if m.id != mark_id]
            state.arrows = [a for a in state.arrows if a.id != mark_id]
        case SelectMark(mark_id=mark_id):
            state.selected = mark_id
        case PressKey(mark_id=mark_id, key=key):
            state.pressed.append([mark_id, key])
        case _:
            step(operation)


def step(operation: Operation) -> None:
    match operation:
        case Undo(step=name) if state.done and state.done[-1][0] == name:
            state.undone.append((name, kept_now()))
            _, (state.marks, state.strokes, state.arrows) = state.done.pop()
        case Redo(step=name) if state.undone and state.undone[-1][0] == name:
            state.done.append((name, kept_now()))
            _, (state.marks, state.strokes, state.arrows) = state.undone.pop()


def take(message: object) -> None:
    received = receive(LOG, message, state.acknowledged, lambda _: Vocabulary.of(body))
    if received.client_id is None:
        return
    refused = state.refusals.setdefault(received.client_id, [])
    refused.extend(received.refusals)
    for operation in received.operations:
        try:
            carry_out(operation)
        except ValueError as error:
            refused.append(Refusal(operation.number, str(error)))
    state.acknowledged[received.client_id] = received.last


@st.fragment
def chart() -> None:
    time.sleep(float(asked.get("slow", 0)))
    marks = tuple(replace(mark, number=n) for n, mark in enumerate(state.marks, start=1))
    views = {view for view, _ in state.strokes}
    body_canvas(
        CanvasData(
            log=LOG,
            figure=body.figure,
            figure_url=f"figure/{body.version}/",
            views=("front", "back", "right", "left"),
            insets=INSETS if asked.get("insets") else (),
            tools=tuple(Tool(name) for name in asked.get("tools", "point,move").split(",")),
            editable=not asked.get("readonly"),
            marks=marks,
            selected=state.selected,
            zones=(Zone("zones", "typical referral"),) if asked.get("zones") else (),
            drawn=tuple(
                StrokeLayer(view, tuple(s for v, s in state.strokes if v == view))
                for view in sorted(views)
            ),
            arrows=tuple(state.arrows),
            brushes=(6, 12, 24),
            pressure=True,
            left_handed=bool(asked.get("left")),
            undo="last step" if state.done else None,
            redo="last step" if state.undone else None,
            undo_steps=tuple(name for name, _ in state.done[:-9:-1]),
            redo_steps=tuple(name for name, _ in state.undone[:-9:-1]),
            asked=ASKED,
            acknowledged=state.acknowledged,
            refusals=state.refusals,
        ),
        key="canvas",
        on_operations=take,
    )
    kept = {
        "marks": [[m.id, m.view, m.x, m.y] for m in state.marks],
        "strokes": [[view, s.kind.value, len(s.points), s.region] for view, s in state.strokes],
        "arrows": [[a.view, a.x, a.y, a.to_view, a.to_x, a.to_y] for a in state.arrows],
        "radii": [stroke.radius for _, stroke in state.strokes],
        "keys": state.pressed,
        "selected": state.selected,
    }
    st.html(f"<pre id='kept' hidden>{json.dumps(kept)}</pre>")


INSETS = (
    Inset("Head", "head_"),
    Inset("Hands", "hand_"),
)
chart()
st.html("<div style='height:1200px'></div>")  # so that the page can scroll
