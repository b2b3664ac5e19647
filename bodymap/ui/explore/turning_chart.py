"""The turning body as a Plotly chart: a pure function of the pattern, as plain values.

Plotly's frame has x to the right, y into the screen and z up for somebody who looks from the
front; ours has y up and z to the front.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from bodymap.analysis.turning import Triangles

HEIGHT_PX: Final = 620
_PER_CM: Final = 100
_FILLS: Final = 1.95
"""How much of the chart's height the body fills, in Plotly's own measure."""
_SKIN_COLOURS: Final = ("#f3ece5", "#ecd3d0", "#cd6e7c", "#aecbc3")
"""Of skin, spillover, essential zone and muscle: those of the flat chart, over its ivory."""
_SIGN_COLOURS: Final = ("#b6213b", "#ffffff", "#16201f", "#4a5553")
"""Of a dot, the rim of an X, the X at hand, and that of another trigger point."""
_LIGHT: Final = {
    "ambient": 0.4,
    "diffuse": 0.62,
    "specular": 0.03,
    "roughness": 0.9,
    "fresnel": 0.05,
    "vertexnormalsepsilon": 0,
    "facenormalsepsilon": 0,
}
_LAMP: Final = {"x": -4e4, "y": 7e4, "z": -1e5}
_UNLIT: Final = {"ambient": 1, "diffuse": 0, "specular": 0, "fresnel": 0}
_FAR: Final = 2.0
EYES: Final = {
    "front": (0.0, -_FAR),
    "back": (0.0, _FAR),
    "left": (_FAR, 0.0),
    "right": (-_FAR, 0.0),
}
"""Where the camera stands for each view: Plotly's x and y. Left and right are the patient's."""


def chart(skin: Triangles, signs: Triangles, *, view: str) -> dict[str, Any]:
    """Data and layout of the chart, for `st.plotly_chart`.

    Places travel as whole hundredths of a centimetre, in two bytes each.

    Args:
        skin: The figure with its zones.
        signs: Dots and crosses on it.
        view: From where it is seen at first, one of `EYES`.
    """
    size = np.ptp(skin.xyz_cm, axis=0)[[0, 2, 1]]
    ratio = _FILLS * size / size[2]
    return {
        "data": [
            _mesh(skin, _SKIN_COLOURS, lighting=_LIGHT, lightposition=_LAMP),
            _mesh(signs, _SIGN_COLOURS, lighting=_UNLIT),
        ],
        "layout": {
            "height": HEIGHT_PX,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "scene": {
                "bgcolor": "rgba(0,0,0,0)",
                "dragmode": "turntable",
                "aspectmode": "manual",
                "aspectratio": dict(zip("xyz", ratio.tolist(), strict=True)),
                "camera": camera(view),
                **{f"{axis}axis": {"visible": False, "showspikes": False} for axis in "xyz"},
            },
        },
    }


def _mesh(triangles: Triangles, colours: Sequence[str], **looks: Any) -> dict[str, Any]:
    """One value per triangle picks its colour."""
    last = len(colours) - 1
    places = np.round(triangles.xyz_cm * _PER_CM).astype(np.int16)
    corners = triangles.corners.astype(np.uint16)
    return {
        "type": "mesh3d",
        "x": places[:, 0],
        "y": -places[:, 2],
        "z": places[:, 1],
        **dict(zip("ijk", corners.T, strict=True)),
        "intensity": triangles.kind,
        "intensitymode": "cell",
        "cmin": 0,
        "cmax": last,
        "colorscale": [[number / last, colour] for number, colour in enumerate(colours)],
        "showscale": False,
        "hoverinfo": "skip",
        **looks,
    }


def camera(view: str) -> dict[str, Any]:
    """Camera of a view."""
    x, y = EYES[view]
    return {
        "eye": {"x": x, "y": y, "z": 0.0},
        "up": {"x": 0, "y": 0, "z": 1},
        "center": {"x": 0, "y": 0, "z": 0},
        "projection": {"type": "orthographic"},
    }
