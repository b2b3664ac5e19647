"""The plain way to a clickable body in Streamlit: `st.plotly_chart(on_select=...)`.

The same regions of the front and back views as filled polygons, and above them an invisible grid
of markers, because a click on a filled polygon is never reported. Beside them what the Assess page
answers too: region, the muscles that lie there, a table of the marks.

    streamlit run tests/benchmarks/plotly_screen.py
"""

import json

import plotly.graph_objects as go
import streamlit as st

from bodymap.analysis import offered_muscles
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body
from tests.benchmarks.outlines import VIEWS, main_views, regions, view_starts

# View units between two markers of the grid; finer grids answer later, coarser ones miss more.
GRID = 8
HEIGHT = 700
MUSCLES = 3
ROWS = 8


@st.cache_resource
def body() -> Body:
    return Body.load()


@st.cache_resource
def atlas() -> Atlas:
    return Atlas.load(body=body())


def view_of(x: float) -> str:
    starts = view_starts()
    return max((view for view in VIEWS if starts[view] <= x), key=starts.__getitem__)


def filled(view: str, name: str) -> go.Scatter:
    """A region as one filled trace, its pieces parted by gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in regions(view)[name]:
        xs += [round(x + view_starts()[view], 1) for x, _ in ring] + [None]
        ys += [y for _, y in ring] + [None]
    label = body().regions[name].label
    return go.Scatter(
        x=xs, y=ys, fill="toself", mode="lines", hoveron="fills", text=label, hoverinfo="text",
        line={"width": 1}, name=name, showlegend=False,
    )  # fmt: skip


@st.cache_resource
def chart() -> str:
    """Regions and grid, made once; only the marks change."""
    figure = go.Figure([filled(view, name) for view in VIEWS for name in regions(view)])
    grid = [
        (x + view_starts()[view], y)
        for view in VIEWS
        for y in range(0, main_views()[view]["height"], GRID)
        for x in range(0, main_views()[view]["width"], GRID)
        if body().hit(view, x, y)
    ]
    figure.add_scatter(
        x=[x for x, _ in grid], y=[y for _, y in grid], mode="markers", name="grid",
        marker={"size": GRID, "opacity": 0}, hoverinfo="none", showlegend=False,
    )  # fmt: skip
    width = view_starts()[VIEWS[-1]] + main_views()[VIEWS[-1]]["width"]
    figure.update_xaxes(visible=False, range=[0, width])
    figure.update_yaxes(visible=False, range=[1000, 0], scaleanchor="x")
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="pan",
        clickmode="event+select",
    )
    return str(figure.to_json())


def on_select() -> None:
    points = st.session_state["chart"]["selection"]["points"]
    if points:
        st.session_state["marks"].append((float(points[0]["x"]), float(points[0]["y"])))


def panel(marks: list[tuple[float, float]]) -> None:
    with st.container(key="panel"):
        st.markdown(f"{len(marks)} marks")
        hit = None
        if marks:
            x, y = marks[-1]
            view = view_of(x)
            hit = body().hit(view, x - view_starts()[view], y)
        if hit is not None and hit.region:
            st.markdown(f"**{body().regions[hit.region].label}**, {hit.laterality.value.lower()}")
            layer = MuscleLayer.load()
            for offer in offered_muscles(atlas(), body(), hit.cell, layer=layer)[:MUSCLES]:
                st.markdown(f"- {offer.muscle.name}")
        st.dataframe([{"x": x, "y": y} for x, y in marks[-ROWS:]], height=200)


@st.fragment
def screen() -> None:
    marks = st.session_state.setdefault("marks", [])
    left, right = st.columns([3, 1])
    figure = json.loads(chart())
    figure["data"].append(
        {
            "type": "scatter",
            "x": [x for x, _ in marks],
            "y": [y for _, y in marks],
            "mode": "markers",
            "hoverinfo": "none",
            "marker": {"size": 10, "color": "red"},
            "name": "marks",
            "showlegend": False,
        }
    )
    with left:
        st.plotly_chart(
            go.Figure(figure, skip_invalid=True),
            key="chart",
            on_select=on_select,
            selection_mode="points",
            config={"scrollZoom": True},
        )
    with right:
        panel(marks)


st.set_page_config(page_title="Plain Plotly screen", layout="wide")
screen()
