"""The list of parts of the body for a person who does not draw: one part and side with each tap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from bodymap.analysis.place_search import Part
from bodymap.body import Body, Laterality, View
from bodymap.ui.fields import choices
from bodymap.ui.language import words
from bodymap.ui.mark.places import place_names
from bodymap.ui.wording import plain
from bodymap.wording.part_search import parts_called
from bodymap.wording.places import place_name

_GROUPS: Final = (
    *("head", "neck", "shoulder", "arm", "hand", "chest", "abdomen", "upper_back", "lower_back"),
    *("hip", "buttocks", "pelvis", "leg", "foot", "mouth", "private"),
)
"""Groups as people name them, from head to foot; private parts last and only when asked for."""
_SIDES: Final = {
    Laterality.LEFT: "left",
    Laterality.RIGHT: "right",
    Laterality.MIDLINE: "middle",
}
HandOn = Callable[[tuple[str, ...], list[str]], object | None]

_PRIVATE_SITES: Final = frozenset({"pelvis_deep", "urethra_bladder"})


@dataclass(frozen=True)
class Row(Part):
    """A part with its sides.

    Attributes:
        sides: What stands for the part on each side, see `place_names`.
    """

    sides: tuple[tuple[str, Laterality], ...]


def rows(body: Body) -> tuple[Row, ...]:
    """All parts to choose from; on the figure's own pelvic-floor chart where it has a sex."""
    found: dict[tuple[str, str], list[tuple[str, Laterality]]] = {}
    for region in body.regions.values():
        cells = body.fill([region.id]).cells
        on_chart = bool((cells >= body.cell_table.mesh_count).all())
        if on_chart and not any(chart.pixels[cells].any() for chart in _charts(body)):
            continue
        group = "private" if on_chart else region.group
        found.setdefault((region.plain_label, group), []).append((region.id, region.laterality))
    for site in body.sites.values():
        group = "private" if site.id in _PRIVATE_SITES else "mouth"
        for side in site.inside:
            label = site.plain_label or site.id
            found.setdefault((label, group), []).append((f"{site.id}:{side.value}", side))
    return tuple(Row(label, group, tuple(sides)) for (label, group), sides in found.items())


def _charts(body: Body) -> list[View]:
    """The pelvic-floor charts of a figure: its own, or both where it has no sex."""
    charts = [view for view in body.views.values() if view.group == "pelvic_floor"]
    return [view for view in charts if view.id.endswith(f"_{body.figure}")] or charts


def draw(body: Body, chosen: Sequence[str], hand_on: HandOn, *, key: str) -> None:
    """Ask for parts of the body, by search or group by group.

    Args:
        body: The figure.
        chosen: What is chosen, as `place_names` names it.
        hand_on: Given the places that a tap was about, and those of them that are chosen now.
        key: Stands before the keys of the widgets.
    """
    say = words()
    names = place_names(body, say)
    if chosen:
        choices(
            say("mark-marked-these"),
            {place: names[place] for place in chosen},
            name=f"{key}-chosen",
            value=list(chosen),
            hand_on=partial(hand_on, tuple(chosen)),
        )
    every = rows(body)
    asked = st.text_input(
        say("mark-search"), placeholder=say("mark-search-such"), key=f"{key}-search"
    )
    if asked.strip():
        open_to_all = [row for row in every if row.group != "private"]
        shown = parts_called(asked, open_to_all, say) or parts_called(asked, every, say)
        if not shown:
            st.info(plain(say("mark-search-none", asked=asked.strip())))
    group = st.pills(
        say("mark-groups"),
        list(_GROUPS),
        format_func=lambda group: say(f"mark-group.{group}"),
        key=f"{key}-group",
    )
    if not asked.strip() or not shown:
        shown = tuple(row for row in every if row.group == group)
    st.caption(say("mark-own-left"))
    for row in shown:
        _row(row, chosen, hand_on, key=key)


def _row(row: Row, chosen: Sequence[str], hand_on: HandOn, *, key: str) -> None:
    say = words()
    own = {place: say(f"mark-side.{_SIDES[side]}") for place, side in row.sides}
    choices(
        say.begun(place_name(row.label, say)),
        own,
        name=f"{key}-{row.sides[0][0]}",
        value=[place for place in chosen if place in own],
        hand_on=partial(hand_on, tuple(own)),
    )
