"""What was drawn over what is typical: found, missed and beyond, told apart by texture."""

import base64
from html import escape
from typing import Final

import numpy as np
import numpy.typing as npt
import streamlit as st

from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.practice.scoring import Drawn
from bodymap.body import Body, SurfaceArea
from bodymap.wording.views import cues, view_name

MOST_VIEWS: Final = 3
LEAST_NEW: Final = 0.08
"""A further view is shown if it adds so much of all there is to see."""
CLOSE_UP: Final = 0.75
_MARGIN: Final = 45
_LEAST_SIDE: Final = 300
_DASH: Final = "6 5"
_TEXTURES: Final = (
    '<defs><pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse">'
    '<circle cx="3" cy="3" r="2.2" fill="#8C1730"/></pattern>'
    '<pattern id="lines" width="8" height="8" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="3" height="8" fill="#3B2A6B"/></pattern></defs>'
)
_FILLS: Final = {
    "found": 'fill="#0F766E" fill-opacity=".82" stroke="#0B4F4A" stroke-width="1.5"',
    "missed": f'fill="url(#dots)" stroke="#8C1730" stroke-width="2" stroke-dasharray="{_DASH}"',
    "beyond": 'fill="url(#lines)" stroke="#3B2A6B" stroke-width="1.5"',
}
_LEGEND: Final = {
    "found": "found (plain)",
    "missed": "missed (dots)",
    "beyond": "beyond the pattern (stripes)",
}


def draw(drawn: Drawn, body: Body) -> None:
    """Show the picture with its legend."""
    st.html(page(drawn, body))


def page(drawn: Drawn, body: Body) -> str:
    """The picture as HTML; nothing of a user's text is in it."""
    areas = {"found": drawn.found, "missed": drawn.missed, "beyond": drawn.beyond}
    pictures = "".join(_view(view, areas, body) for view in views(areas, body))
    swatches = "".join(
        f'<span class="practise-swatch"><img alt="" width="18" height="18" src="{_swatch(name)}">'
        f"{words}</span>"
        for name, words in _LEGEND.items()
    )
    return (
        f'<div class="practise-picture"><div class="practise-views">{pictures}</div>'
        f'<p class="practise-legend">{swatches}</p></div>'
    )


def views(areas: dict[str, SurfaceArea], body: Body) -> tuple[str, ...]:
    """The views that show most of it, at most three, each adding something."""
    cells = np.unique(np.concatenate([area.cells for area in areas.values()]))
    left = cells[body.area_cm2[cells] > 0]
    enough = LEAST_NEW * float(body.area_cm2[left].sum())
    chosen: list[str] = []
    while left.size and len(chosen) < MOST_VIEWS:
        best = max(_offered(body), key=lambda view: _shows(view, left, body))
        if _shows(best, left, body) < enough:
            break
        chosen.append(best)
        left = left[body.view(best).pixels[left] == 0]
    return tuple(view for view in body.views if view in chosen) or ("front", "back")


def _offered(body: Body) -> list[str]:
    return [view.id for view in body.views.values() if view.group != "pelvic_floor"]


def _shows(view_id: str, cells: npt.NDArray[np.integer], body: Body) -> float:
    """Surface of the cells that a view shows, cm2; less for a close-up, which shows less around."""
    view = body.view(view_id)
    shown = float(body.area_cm2[cells[view.pixels[cells] > 0]].sum())
    return shown if view.group == "main" else CLOSE_UP * shown


def _view(view_id: str, areas: dict[str, SurfaceArea], body: Body) -> str:
    view = body.view(view_id)
    left, top, width, height = box(view_id, areas, body)
    told = ", ".join(
        f"{name} {percent(area.share_of_view(view_id))} of what this view shows"
        for name, area in areas.items()
        if area.share_of_view(view_id) > 0
    )
    shapes = "".join(
        f'<path d="{body.trace(area, view_id)}" {_FILLS[name]}/>' for name, area in areas.items()
    )
    drawn = _as_address(
        (left, top, width, height),
        f'<path d="{escape(body.outline(view_id))}" fill="#F3ECE5" stroke="#8A7F70"/>{shapes}',
    )
    relief = ""
    if view.relief is not None:
        place = (
            f"left:{-100 * left / width:.3f}%;top:{-100 * top / height:.3f}%;"
            f"width:{100 * view.width / width:.3f}%;height:{100 * view.height / height:.3f}%"
        )
        address = f"figure/{body.version}/{escape(view.relief)}"
        relief = f'<img class="relief" alt="" src="{address}" style="{place}">'
    label = escape(f"{view_name(view_id, yours=True)}: {told or 'nothing'}")
    return (
        f'<figure><div class="practise-view" style="aspect-ratio:{width:.0f}/{height:.0f}">'
        f'<img alt="{label}" src="{drawn}">{relief}</div>'
        f"<figcaption>{_caption(view_id)}</figcaption></figure>"
    )


def _caption(view_id: str) -> str:
    """The view's name; between the patient's sides where both are seen."""
    left, right = (escape(cue) for cue in cues(view_id, yours=True))
    name = escape(view_name(view_id, yours=True))
    return f"<span>{left}</span><span>{name}</span><span>{right}</span>"


def _swatch(name: str) -> str:
    return _as_address(
        (0, 0, 18, 18), f'<rect x="1" y="1" width="16" height="16" rx="4" {_FILLS[name]}/>'
    )


def _as_address(view_box: tuple[float, float, float, float], content: str) -> str:
    """A drawing as a `data:` address; as an element of the page it would be taken out."""
    box_ = " ".join(f"{number:.0f}" for number in view_box)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box_}" '
        f'width="{view_box[2]:.0f}" height="{view_box[3]:.0f}">{_TEXTURES}{content}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def box(
    view_id: str, areas: dict[str, SurfaceArea], body: Body
) -> tuple[float, float, float, float]:
    """Left, top, width and height, in view units, of what is to be seen with some room round it."""
    view = body.view(view_id)
    mask = np.zeros(1 << 16, bool)
    for area in areas.values():
        mask[area.cells] = True
    rows, columns = np.nonzero(mask[view.cells])
    if not rows.size:
        return 0, 0, view.width, view.height
    left, width = _span(columns, view.width)
    top, height = _span(rows, view.height)
    return left, top, width, height


def _span(places: npt.NDArray[np.intp], size: int) -> tuple[float, float]:
    low, high = int(places.min()) - _MARGIN, int(places.max()) + _MARGIN
    length = min(size, max(_LEAST_SIDE, high - low))
    start = min(max(0, (low + high - length) / 2), size - length)
    return start, length
