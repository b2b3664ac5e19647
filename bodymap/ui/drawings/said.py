"""What a pain drawing says: places and words, answers for safety, size, change, and look-up."""

from typing import Final

import streamlit as st

from bodymap.analysis.coding.answered import NUMBERINGS, Pains, coded_on, codings_of
from bodymap.analysis.comparing.change import DrawingChange, change
from bodymap.analysis.comparing.extent import extent, strength
from bodymap.analysis.looking_up.look_up import look_up
from bodymap.analysis.read_back import read_back
from bodymap.body import Body, SurfaceArea
from bodymap.records import DrawnBy, PainDrawing
from bodymap.services.drawing.deriving import layers_of, whole_area
from bodymap.ui.drawings import candidates, criterion
from bodymap.ui.explore.sources import behind
from bodymap.ui.fields import opened
from bodymap.ui.mark import pictured
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, plain
from bodymap.wording import words_in
from bodymap.wording.arrows import arrow_in_words, arrows_changed
from bodymap.wording.pain import answers_in_words, places_in_words

_BY: Final = {
    DrawnBy.SELF: "drawn by the person",
    DrawnBy.WITH_HELP: "drawn with help",
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
    candidates.safety_first(workspace, drawing)
    if drawing.no_pain or not drawing.marks:
        st.write("No pain that day." if drawing.no_pain else "Nothing is marked.")
        return
    layers = layers_of(drawing, body=body, ports=workspace.ports)
    area = whole_area(layers, body)
    picture = pictured.on_screen(drawing, body, layers, whose="patient's")
    st.image(picture, width=420, alt=words_in()("mark-alt"))
    for number, (mark, (place, _)) in enumerate(zip(drawing.marks, layers, strict=True), start=1):
        words = answers_in_words(mark)
        places = places_in_words(read_back(place).places)
        st.write(f"**Pain {number}: {plain(places)}**" + (f"; {plain(words)}" if words else ""))
        for answer in mark.coded:
            title = known.title if (known := NUMBERINGS.get(answer.numbering)) else answer.numbering
            st.caption(plain(f"Answered as {title}: {', '.join(answer.codes)}"))
    for arrow in drawing.arrows:
        st.write(plain(f"The pain moves {arrow_in_words(arrow, body)}."))
    _size(area, strength(layers).highest)
    if earlier is not None:
        st.markdown("## Since the drawing before")
        changed(workspace, drawing, earlier, body)
    pains = [(mark, place) for mark, (place, _) in zip(drawing.marks, layers, strict=True)]
    criterion.draw(workspace, drawing, coded_on("wpi", pains, workspace.atlas(), body))
    _look_up(workspace, area)
    _codings(workspace, drawing, pains, body)
    st.caption(NOTICE)


def _how_made(drawing: PainDrawing) -> str:
    actions = f"{drawing.actions} action{'' if drawing.actions == 1 else 's'}"
    told = [_BY[drawing.drawn_by], actions]
    if drawing.seconds is not None:
        minutes, seconds = divmod(round(drawing.seconds), 60)
        told.append(f"{minutes} min {seconds} s of use" if minutes else f"{seconds} s of use")
    return ", ".join(told)


def _size(area: SurfaceArea, highest: int | None) -> None:
    size = extent(area)
    told = [f"{100 * size.share:.1f} % of the body surface ({size.cm2:.0f} cm² of the model body)"]
    told += [f"{100 * share:.0f} % of the pelvic-floor chart" for share in size.on_charts.values()]
    told.append(f"{size.areas} separate area{'' if size.areas == 1 else 's'}")
    if highest is not None:
        told.append(f"strongest {highest} of 10")
    st.write("; ".join(told) + ".")


def changed(
    workspace: Workspace,
    drawing: PainDrawing,
    earlier: PainDrawing,
    body: Body,
    *,
    key: str = "change",
) -> None:
    """What changed since an earlier drawing, in words.

    Args:
        workspace: Where the atlas is.
        drawing: The later drawing.
        earlier: The earlier one.
        body: Figure to measure both on.
        key: Tells this place on the page from another.
    """
    before, after = (
        layers_of(each, body=body, ports=workspace.ports) for each in (earlier, drawing)
    )
    moved = change(
        whole_area(before, body),
        whole_area(after, body),
        workspace.atlas(),
        intensity=(strength(before).mean, strength(after).mean),
    )
    for sentence in (
        *_places_changed(moved),
        *arrows_changed(earlier.arrows, drawing.arrows, body),
        *moved.text,
    ):
        st.write(plain(sentence))
    behind(
        workspace.atlas(),
        moved.sources,
        moved.certainty,
        key=f"{key}-{drawing.id}",
        what="how much drawings differ by themselves",
    )


def _places_changed(moved: DrawingChange) -> tuple[str, ...]:
    """Whole places that are gone or new; they come first. Nothing where one drawing is empty."""
    if moved.overlap is None or not moved.size_ratio:
        return ()
    told = (("No longer marked", moved.places_gone), ("Newly marked", moved.places_new))
    return tuple(f"{what}: {places_in_words(said)}." for what, said in told if said)


def _look_up(workspace: Workspace, area: SurfaceArea) -> None:
    st.markdown("## Trigger points that typically refer there")
    candidates.draw(look_up(area, workspace.atlas(), limit=candidates.SHOWN))


def _codings(workspace: Workspace, drawing: PainDrawing, pains: Pains, body: Body) -> None:
    inside = opened("Codes of this drawing", key=f"codes-{drawing.id}", quiet=True)
    if inside is None:
        return
    coded = codings_of(pains, workspace.atlas(), body)
    with inside:
        for name, title in _SCHEMES.items():
            each = getattr(coded, name)
            marked = "; ".join(f"{code.code} {code.label}" for code in each.marked) or "none marked"
            st.write(f"**{plain(title)}** ({plain(each.version)}): {plain(marked)}")
            if each.outside:
                st.caption(plain(f"No code for: {', '.join(each.outside)}"))
        st.caption(
            "Codes that were answered stay as they were said. For the rest, the assignment of "
            "places to codes is ours."
        )
