"""Small pictures and tables beside a topic, made from what the atlas says elsewhere."""

from collections.abc import Mapping
from html import escape
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas, Drawing, SourceKind, typical_referral
from bodymap.body import Body, Laterality
from bodymap.ui import links, statements
from bodymap.ui.treatments import soreness
from bodymap.ui.wording import plain

_EXAMPLE: Final = "infraspinatus"
_SHOWN: Final = 0.62
"""How much of the body is shown, from the top; the pattern ends at the hand."""
_ALT: Final = (
    "A body from behind with an X on the right shoulder blade, and from the front with the pain it "
    "sends to the front of the shoulder and down the arm."
)
_BARS: Final = {
    "rathbone_tenderness": "Where it is sore",
    "rathbone_recognition": "It is the pain you know",
    "rathbone_overall": "It is a trigger point",
}
_WIDE, _ROW = 420, 40
_SET: Final = "delphi_2018"


def draw(drawing: Drawing, atlas: Atlas, body: Body) -> None:
    """Draw what a part of a topic asks for."""
    if drawing is Drawing.REFERRAL:
        _referral(atlas, body)
    elif drawing is Drawing.SIGNS:
        _signs(atlas)
    elif drawing is Drawing.AGREEMENT:
        _agreement(atlas)
    else:
        soreness.draw(atlas, list(atlas.treatments.values()))


def _referral(atlas: Atlas, body: Body) -> None:
    """Where the example muscle's pain is typically felt, and the X from which it comes."""
    muscle = atlas.muscles[_EXAMPLE]
    point = muscle.trigger_points[0]
    st.image(referral_picture(atlas, body), width=420, alt=_ALT)
    st.caption(
        f"An example: the right {plain(muscle.name.lower())}, a rotator cuff muscle on the back of "
        "the shoulder blade. The X lies there, but the pain is felt at the front of the shoulder "
        "and down the arm."
    )
    statements.behind(atlas, point.sources, point.certainty, SourceKind.TEXTBOOK)
    links.way("explore", f"Look at {plain(muscle.name)} on the body", muscle=muscle.id)


@st.cache_data(show_spinner=False)
def _paths(_atlas: Atlas, _body: Body, trigger_point: str) -> str:
    """The pattern of a trigger point on the right, from behind and from the front, side by side."""
    point = _atlas.trigger_points[trigger_point]
    referral = typical_referral(point, Laterality.RIGHT, _body)
    cell = _atlas.place_cell(point.id)
    parts, left = [], 0
    for view in ("back", "front"):
        at = _body.project(cell, view)
        parts.append(
            f'<g transform="translate({left} 0)">'
            f'<path class="skin" d="{escape(_body.outline(view))}"/>'
            f'<path class="spill" d="{_body.trace(referral.spillover, view)}"/>'
            f'<path class="pain" d="{_body.trace(referral.essential, view)}"/>'
            f"{'' if at is None else _cross(float(at[0]), float(at[1]))}</g>"
        )
        left += _body.views[view].width
    high = _body.views["back"].height * _SHOWN
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left} {high:.0f}">' + "".join(
        parts
    )


def _cross(x: float, y: float) -> str:
    return f'<path class="x" d="M{x - 9:.0f} {y - 9:.0f}l18 18m0-18l-18 18"/>'


def referral_picture(atlas: Atlas, body: Body) -> str:
    """SVG of the example muscle's pattern from behind and from the front; colours by theme."""
    point = atlas.muscles[_EXAMPLE].trigger_points[0]
    style = (
        "<style>:root{color-scheme:light dark}"
        ".skin{fill:light-dark(#EFE6D8,#3A4644);stroke:light-dark(#8A7F70,#8FA09C)}"
        ".pain,.spill{fill:light-dark(#C2362B,#E8695C)}.spill{fill-opacity:.3}"
        ".x{stroke:light-dark(#1E2B2A,#FFFFFF);stroke-width:6;fill:none}</style>"
    )
    return f"{_paths(atlas, body, point.id)}{style}</svg>"


def _signs(atlas: Atlas) -> None:
    """The essential signs, as three numbered boxes."""
    criteria = next(c for c in atlas.criteria.diagnostic_criteria if c.id == _SET)
    columns = st.columns(len(criteria.essential))
    for number, (column, sign) in enumerate(zip(columns, criteria.essential, strict=True), 1):
        with column.container(border=True):
            st.markdown(f"**{number}** · {plain(sign.label)}")
    st.caption(plain(f"{criteria.name}. {criteria.rule}"))


def _agreement(atlas: Atlas) -> None:
    """How well examiners agree, as bars from 0 (chance) to 1 (always)."""
    by_id = {each.id: each for each in atlas.criteria.reliability}
    rows = {words: by_id[name] for name, words in _BARS.items()}
    values = {words: row.value or 0.0 for words, row in rows.items()}
    told = "; ".join(f"{words}: {value:.2f}" for words, value in values.items())
    st.image(bars(values), width=420, alt=f"How well two examiners agree, from 0 to 1. {told}.")
    st.caption("0 is no better than chance; 1 is always the same.")
    first = next(iter(rows.values()))
    statements.behind(atlas, first.sources, first.certainty, first.kind)


def bars(values: Mapping[str, float]) -> str:
    """SVG of bars from 0 to 1, each with its words and its value; colours by theme."""
    drawn = []
    for number, (words, value) in enumerate(values.items()):
        y = _ROW * number
        drawn.append(
            f'<text x="0" y="{y + 14}">{escape(words)}: {value:.2f}</text>'
            f'<rect class="whole" x="0" y="{y + 20}" width="{_WIDE}" height="9" rx="4"/>'
            f'<rect class="part" x="0" y="{y + 20}" width="{_WIDE * value:.0f}" height="9" rx="4"/>'
        )
    style = (
        "<style>:root{color-scheme:light dark}text{font:14px sans-serif;"
        "fill:light-dark(#1E2B2A,#E8EEEC)}.whole{fill:light-dark(#E5E0D8,#2C3938)}"
        ".part{fill:light-dark(#0F766E,#4FC3B3)}</style>"
    )
    size = f"0 0 {_WIDE} {_ROW * len(values)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">{style}{"".join(drawn)}</svg>'
