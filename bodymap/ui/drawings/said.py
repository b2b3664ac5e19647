"""What a pain drawing says: places and words, answers for safety, size, change, and look-up."""

from typing import Final

import streamlit as st

from bodymap.analysis import change, codings, look_up, moves
from bodymap.analysis.extent import extent, strength
from bodymap.analysis.look_up import LookUp
from bodymap.analysis.read_back import read_back
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.records import DrawnBy, PainDrawing
from bodymap.ui import links
from bodymap.ui.explore.sources import behind
from bodymap.ui.fields import opened
from bodymap.ui.mark.words import CUE, answers_in_words, places_in_words
from bodymap.ui.treatments import safety
from bodymap.ui.wording import NOTICE, plain
from bodymap.ui.workspace import Workspace

_SHOWN: Final = 6
_BY: Final = {
    DrawnBy.SELF: "drawn by the person",
    DrawnBy.WITH_HELP: "drawn with help",
    DrawnBy.THERAPIST: "drawn by the therapist",
}
_SCHEMES: Final = {
    "choir": "CHOIR",
    "michigan": "Michigan",
    "wpi": "Widespread pain index",
    "mypain": "MyPAIN",
    "snomed_ct": "SNOMED CT",
}


def draw(workspace: Workspace, drawing: PainDrawing, earlier: PainDrawing | None) -> None:
    """Show one drawing.

    Args:
        workspace: Where body and atlas are.
        drawing: The drawing.
        earlier: The one before it, to say what changed; None if there is none.
    """
    body = workspace.body(drawing.figure)
    st.caption(plain(_how_made(drawing)))
    _safety(workspace, drawing)
    if drawing.no_pain or not drawing.marks:
        st.write("No pain that day." if drawing.no_pain else "Nothing is marked.")
        return
    area = drawing.area(body)
    layers = list(drawing.layers(body))
    picture = body.layered_picture(layers, drawing.arrows(body))
    if picture:
        st.image(picture, width=360)
    for number, mark in enumerate(drawing.marks, start=1):
        words = answers_in_words(mark)
        places = places_in_words(read_back(mark.area(body)))
        st.write(f"**Pain {number}: {plain(places)}**" + (f"; {plain(words)}" if words else ""))
    for move in drawing.moves:
        st.write(plain(f"The pain moves {moves.move_in_words(move, body)}."))
    _size(area, strength(layers).highest)
    if earlier is not None:
        _change(workspace, drawing, earlier, body)
    _look_up(workspace, area)
    _codings(workspace, drawing, area)
    st.caption(NOTICE)


def _how_made(drawing: PainDrawing) -> str:
    took = "" if drawing.seconds is None else f", in {drawing.seconds / 60:.0f} min"
    actions = f"{drawing.actions} action{'' if drawing.actions == 1 else 's'}"
    return f"{_BY[drawing.drawn_by]}{took}, {actions}"


def _safety(workspace: Workspace, drawing: PainDrawing) -> None:
    """What was answered with yes stands first."""
    atlas = workspace.atlas()
    known = atlas.red_flags
    yes = [known[name] for name, applies in drawing.red_flags.items() if applies and name in known]
    if yes:
        safety.what_to_do(atlas, yes)
        return
    if not drawing.red_flags:
        st.caption("The questions for safety were not answered.")
        return
    words = {f"{CUE}{cue.id}": cue.words for cue in atlas.cues.values()}
    cues = {words[name]: is_so for name, is_so in drawing.red_flags.items() if name in words}
    ticked = "; ".join(word for word, is_so in cues.items() if is_so)
    if ticked:
        asked = any(name in known for name in drawing.red_flags)
        then = "No to every question about it" if asked else "The questions about it are open"
        st.caption(plain(f"For safety, ticked: {ticked}. {then}."))
    elif cues:
        st.caption(plain(f"For safety, asked in these words, none ticked: {'; '.join(cues)}."))


def _size(area: SurfaceArea, highest: int | None) -> None:
    size = extent(area)
    told = [f"{100 * size.share:.1f} % of the body surface ({size.cm2:.0f} cm² of the model body)"]
    told += [f"{100 * share:.0f} % of the pelvic-floor chart" for share in size.on_charts.values()]
    told.append(f"{size.areas} separate area{'' if size.areas == 1 else 's'}")
    if highest is not None:
        told.append(f"strongest {highest} of 10")
    st.write("; ".join(told) + ".")


def _change(workspace: Workspace, drawing: PainDrawing, earlier: PainDrawing, body: Body) -> None:
    means = tuple(strength(each.layers(body)).mean for each in (earlier, drawing))
    moved = change(
        earlier.area(body), drawing.area(body), workspace.atlas(), intensity=(means[0], means[1])
    )
    st.markdown("## Since the drawing before")
    for sentence in (*moves.moves_changed(earlier.moves, drawing.moves, body), *moved.text):
        st.write(plain(sentence))
    behind(
        workspace.atlas(),
        moved.sources,
        moved.certainty,
        key=f"change-{drawing.id}",
        what="how much drawings differ by themselves",
    )


def _look_up(workspace: Workspace, area: SurfaceArea) -> None:
    found = look_up(area, workspace.atlas(), limit=_SHOWN)
    st.markdown("## Trigger points that typically refer there")
    st.caption(plain(found.caution))
    _candidates(found)


def _candidates(found: LookUp) -> None:
    for number, each in enumerate(found, start=1):
        left = each.laterality is Laterality.LEFT
        either = each.laterality is Laterality.BILATERAL
        side = "either side" if either else "left" if left else "right"
        with st.container(border=True, key=f"card-candidate-{number}", gap="xsmall"):
            links.way(
                "explore",
                plain(f"{number}. {each.muscle.name}, {each.trigger_point.name} ({side})"),
                key=f"candidate-{number}",
                muscle=each.muscle.id,
                point=each.trigger_point.id,
                side="left" if left else "right",
            )
            st.caption(plain(" ".join(reason.text for reason in each.reasons)))


def _codings(workspace: Workspace, drawing: PainDrawing, area: SurfaceArea) -> None:
    inside = opened("Codes of this drawing", key=f"codes-{drawing.id}", quiet=True)
    if inside is None:
        return
    coded = codings(area, workspace.atlas())
    with inside:
        for name, title in _SCHEMES.items():
            each = getattr(coded, name)
            marked = "; ".join(f"{code.code} {code.label}" for code in each.marked) or "none marked"
            st.write(f"**{plain(title)}** ({plain(each.version)}): {plain(marked)}")
            if each.outside:
                st.caption(plain(f"No code for: {', '.join(each.outside)}"))
        st.caption("The assignment of places to codes is ours.")
