"""Finding a muscle: by typing, by part of the body, or by a region that was clicked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from bodymap.analysis.finding_muscles import FoundBy, FoundMuscle, MuscleIndex, often_first
from bodymap.analysis.looking_up.who_refers_here import RefersHere
from bodymap.analysis.muscles_here import LiesHere
from bodymap.analysis.offered_muscles import OfferedMuscle
from bodymap.atlas import Atlas, Extent, FrequencyLevel, Muscle
from bodymap.body import Laterality
from bodymap.ui.explore.address import Explored, with_muscle
from bodymap.ui.fields import bound
from bodymap.ui.wording import LATERALITIES, plain

MOST_SHOWN: Final = 12
MOST_NEAR: Final = 6
MOST_LETTERS_OF_A_REASON: Final = 80
_FIND: Final = "explore-find"
_GROUP: Final = "explore-group"
_BY: Final = {
    FoundBy.SYMPTOM: "complaint: ",
    FoundBy.COMPLAINT: "pain taken for: ",
    FoundBy.MISTAKEN: "mistaken for: ",
    FoundBy.FELT_IN: "felt in: ",
    FoundBy.SPILLS_TO: "spills to: ",
    FoundBy.LATIN_NAME: "Latin: ",
}

Go = Callable[[Explored], None]


@dataclass(frozen=True)
class Line:
    """One muscle in the list, or one of its trigger points."""

    muscle: Muscle
    reason: str
    point: str | None = None
    laterality: Laterality | None = None


def draw(
    asked: Explored,
    atlas: Atlas,
    *,
    index: MuscleIndex,
    refer: Sequence[RefersHere],
    lie: Sequence[LiesHere],
    near: Sequence[OfferedMuscle],
    go: Go,
    typed: Go,
) -> None:
    """Draw the fields and the list; choosing a line takes that muscle to hand.

    Args:
        asked: What the page shows.
        atlas: The muscles.
        index: Of the muscles' words.
        refer: Who refers to the region asked about.
        lie: Which muscles lie there, where they are shown.
        near: Those that lie at the middle of it or beside, shown where no muscles are.
        go: Shows something else.
        typed: Shows something else while somebody is still typing.
    """
    with st.container(key="explore-fields", gap="small"):
        _fields(asked, atlas, go, typed)
    idle = not (asked.region or asked.words.strip() or asked.group)
    with st.container(key="explore-common" if idle else "explore-results", gap="xsmall"):
        if asked.region is not None:
            _region(asked, refer, go)
            if lie:
                _lying(asked, lie, go)
            else:
                _near(asked, near, go)
        elif asked.words.strip():
            _found(asked, atlas, index.find(asked.words), go)
        elif asked.group is not None:
            held = [m for m in atlas.muscles.values() if _belongs(m, asked.group, atlas)]
            st.caption(f"{len(held)} muscles, those with trigger points most often first")
            _lines(asked, [Line(m, m.plain_name) for m in sorted(held, key=often_first)], go)
        else:
            often = FrequencyLevel.VERY_COMMON
            st.caption("Where trigger points are found most often")
            common = [m for m in atlas.muscles.values() if m.frequency.level is often]
            _lines(asked, [Line(m, m.plain_name) for m in common], go)


def _fields(asked: Explored, atlas: Atlas, go: Go, typed: Go) -> None:
    def entered() -> None:
        typed(replace(asked, words=st.session_state[find], region=None))

    def chosen() -> None:
        go(replace(asked, group=st.session_state[group_key], region=None))

    find = bound(_FIND, asked.words)
    st.text_input(
        "Find a muscle by name, complaint or place",
        key=find,
        on_change=entered,
        placeholder="front of shoulder pain",
        max_chars=200,
        live=True,
    )
    group_key = bound(_GROUP, asked.group)
    groups = {group.id: group.plain_label for group in atlas.groups.values() if not group.parent}
    if asked.group is not None:
        groups.setdefault(asked.group, atlas.groups[asked.group].plain_label)
    st.selectbox(
        "Part of the body",
        list(groups),
        format_func=groups.__getitem__,
        placeholder="any",
        index=None,
        key=group_key,
        on_change=chosen,
    )


def _found(asked: Explored, atlas: Atlas, found: Sequence[FoundMuscle], go: Go) -> None:
    kept = [f for f in found if not asked.group or _belongs(f.muscle, asked.group, atlas)]
    if not kept:
        st.write("Nothing found. Try a name, a complaint or a place, or click the body.")
        if found:
            st.button(
                f"Look in the whole body ({len(found)})",
                on_click=go,
                args=(replace(asked, group=None),),
                key="explore-anywhere",
            )
        return
    st.caption(f"{len(kept)} found, the best first")
    _lines(asked, [Line(f.muscle, _because(f), f.trigger_point) for f in kept], go)


def _because(found: FoundMuscle) -> str:
    if found.by is FoundBy.NAME:
        return found.muscle.plain_name
    said = found.because
    if len(said) > MOST_LETTERS_OF_A_REASON:
        said = said[:MOST_LETTERS_OF_A_REASON].rsplit(" ", 1)[0] + " …"
    return _BY.get(found.by, "") + said


def _region(asked: Explored, refer: Sequence[RefersHere], go: Go) -> None:
    st.button(
        "Leave this place",
        on_click=go,
        args=(replace(asked, region=None),),
        key="explore-leave-region",
    )
    for extent, heading in (
        (Extent.ESSENTIAL, "Refer here: where it is mainly felt"),
        (Extent.SPILLOVER, "Spill over to here: felt by some"),
    ):
        those = [each for each in refer if each.extent is extent]
        if those:
            st.caption(f"{heading} ({len(those)})")
            _lines(asked, [_referring(each) for each in those], go, of=extent.value)
    if not refer:
        st.write("No typical referral of the atlas reaches this place.")


def _lying(asked: Explored, lie: Sequence[LiesHere], go: Go) -> None:
    """The muscles that are drawn in the region, those at the surface first."""
    st.caption(f"Muscles drawn here ({len(lie)})")
    told = [
        Line(
            here.muscle,
            f"{LATERALITIES[here.laterality]} side, {'deep' if here.deep else 'at the surface'}",
            laterality=here.laterality,
        )
        for here in lie
    ]
    _lines(asked, told, go, of="lies")


def _near(asked: Explored, near: Sequence[OfferedMuscle], go: Go) -> None:
    """The muscles that lie at the middle of a region or beside it, the likeliest first."""
    st.caption("Lie here or near")
    _lines(
        asked,
        [
            Line(o.muscle, o.muscle.plain_name, o.trigger_point.id, o.laterality)
            for o in near[:MOST_NEAR]
        ],
        go,
        of="here",
    )


def _referring(found: RefersHere) -> Line:
    words = "either side" if found.laterality is Laterality.BILATERAL else None
    side = words or f"{LATERALITIES[found.laterality]} side"
    return Line(
        found.muscle,
        f"{found.trigger_point.name}, {side}",
        found.trigger_point.id,
        found.laterality,
    )


def _lines(asked: Explored, lines: Sequence[Line], go: Go, *, of: str = "list") -> None:
    for number, line in enumerate(lines[:MOST_SHOWN]):
        _line(asked, line, go, key=f"hit-{of}-{number}")
    rest = lines[MOST_SHOWN:]
    if rest and st.toggle(f"Show {len(rest)} more", key=f"explore-more-{of}"):
        for number, line in enumerate(rest, start=MOST_SHOWN):
            _line(asked, line, go, key=f"hit-{of}-{number}")


def _line(asked: Explored, line: Line, go: Go, *, key: str) -> None:
    at_hand = line.muscle.id == asked.muscle and line.point in {None, asked.point}
    st.button(
        f"**{plain(line.muscle.name)}**  \n:small[{plain(line.reason)}]",
        on_click=go,
        args=(with_muscle(asked, line.muscle, line.point, line.laterality),),
        key=f"{key}-{'chosen' if at_hand else line.muscle.id}",
        width="stretch",
    )


def _belongs(muscle: Muscle, group: str, atlas: Atlas) -> bool:
    """Whether a muscle belongs to a group, or to one around or within it."""
    outermost = atlas.group_of(group).id
    return group in muscle.regions or outermost in muscle.regions
