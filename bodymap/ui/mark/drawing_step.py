"""First step: where it hurts, drawn on the body or chosen from a list."""

from collections.abc import Collection
from functools import partial
from typing import Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bodymap.body import Body, Laterality
from bodymap.records import DrawnBy, InsidePlace, PainDrawing, PainMark
from bodymap.ui.fields import bound, entered, held, pressed
from bodymap.ui.language import words
from bodymap.ui.mark import chart, elsewhere, moving, place_list
from bodymap.ui.mark.desk import Desk, drawn_by_hand
from bodymap.ui.mark.places import place_names
from bodymap.ui.wording import FIGURES, plain

LIST: Final = "list"
_ANOTHER: Final = "another"


def draw(desk: Desk, drawing: PainDrawing, *, by_list: bool, left_handed: bool) -> None:
    """Show the pains so far, and the body or the list for the one at hand."""
    body = desk.body(drawing)
    if drawing.no_pain:
        st.info(words()("mark-you-said-none"))
        st.button(
            words()("mark-hurts-after-all"),
            on_click=pressed(desk.attempt),
            args=(partial(desk.say_no_pain, no_pain=False),),
            key="mark-pain-after-all",
        )
        return
    if by_list:
        _which(desk, drawing, left_handed=left_handed)
        _from_a_list(desk, drawing, body)
    else:
        with st.container(border=True, key="card-mark-body"):
            chart.draw(desk, drawing, left_handed=left_handed)
        elsewhere.tell(drawing, body)


def settings(desk: Desk, drawing: PainDrawing, inside: DeltaGenerator) -> None:
    """Who draws, and on which body; both can be changed as long as the drawing is open."""
    say = words()
    helped = "mark-with-help"
    figure = "mark-figure"

    def by() -> None:
        hand = DrawnBy.WITH_HELP if held(helped) else DrawnBy.SELF
        desk.attempt(desk.drawn_by, hand)

    inside.toggle(
        say("mark-helped"),
        key=bound(helped, drawing.drawn_by is not DrawnBy.SELF),
        on_change=by,
    )
    inside.selectbox(
        say("mark-figure"),
        list(FIGURES),
        format_func=lambda kind: say(f"mark-figure-kind.{kind}"),
        key=bound(figure, drawing.figure),
        on_change=entered(figure, partial(desk.attempt, desk.show_figure)),
    )


def other_way(drawing: PainDrawing, *, by_list: bool) -> bool:
    """Beside the way on: from the body to the list or back; whether it is asked for."""
    if drawing.no_pain:
        st.space("small")  # keeps the way on at its side
        return False
    return st.button(words()("mark-draw" if by_list else "mark-list"), key="mark-other-way")


def _which(desk: Desk, drawing: PainDrawing, *, left_handed: bool) -> None:
    """The pains as buttons; one more can be begun, the one shown removed."""
    if drawing.marks:
        side: Literal["left", "right"] = "left" if left_handed else "right"
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment=side):
            _at_hand(desk, drawing)


def _at_hand(desk: Desk, drawing: PainDrawing) -> None:
    say = words()
    numbers = {mark.id: number for number, mark in enumerate(drawing.marks, start=1)}
    names = {mark_id: say("mark-pain", number=number) for mark_id, number in numbers.items()}
    names[_ANOTHER] = say("mark-another")
    at_hand = desk.window.at_hand if desk.window.at_hand in names else _ANOTHER

    def taken() -> None:
        chosen = st.session_state[key]
        desk.attempt(desk.take, None if chosen == _ANOTHER else chosen)

    key = f"mark-which-{at_hand}-{len(names)}"
    st.segmented_control(
        say("mark-at-hand"),
        list(names),
        format_func=names.__getitem__,
        default=at_hand,
        key=key,
        on_change=taken,
        required=True,
        label_visibility="collapsed",
    )
    if at_hand == _ANOTHER:
        st.caption(say("mark-choose-next"))
    else:
        st.button(
            say("mark-remove-pain", number=numbers[at_hand]),
            on_click=pressed(desk.attempt),
            args=(desk.remove, at_hand),
            type="tertiary",
            key=f"mark-remove-{at_hand}",
        )


def _from_a_list(desk: Desk, drawing: PainDrawing, body: Body) -> None:
    """The same answer without drawing: whole parts by name, with the keyboard or by touch."""
    at_hand = drawing.mark(desk.window.at_hand or "")
    places = place_names(body, words())
    chosen = [] if at_hand is None else [name for name in _held(at_hand) if name in places]
    mark_id = at_hand.id if at_hand else _new_id(desk)

    def changed(own: Collection[str], now: list[str]) -> PainDrawing | None:
        # Taps may come faster than the page answers: each changes what it asks about, and no more.
        kept = desk.open().mark(mark_id)
        given = [name for name in (_held(kept) if kept else ()) if name not in own] + now
        regions = tuple(name for name in given if ":" not in name)
        inside = tuple(
            InsidePlace(site=site, laterality=Laterality(side))
            for site, side in (name.split(":") for name in given if ":" in name)
        )
        return desk.attempt(desk.choose, mark_id, regions, inside, body)

    if drawn_by_hand(at_hand):
        st.caption(words()("mark-drawn-too"))
    place_list.draw(body, chosen, changed, key=f"list-{mark_id[-8:]}")
    if drawing.marks:
        moving.draw(desk, drawing, body)


def _new_id(desk: Desk) -> str:
    """Id of the pain that the list will begin; the same until it is begun."""
    kept: dict[str, str] = st.session_state.setdefault("mark-list-ids", {})
    used = kept.get(desk.drawing_id)
    if used is None or desk.open().mark(used) is not None:
        kept[desk.drawing_id] = desk.ports.ids.new()
    return kept[desk.drawing_id]


def _held(mark: PainMark) -> tuple[str, ...]:
    """What of a pain the list can show."""
    views = mark.drawing.views if mark.drawing else ()
    regions = [stroke.region for view in views for stroke in view.strokes if stroke.region]
    inside = [f"{place.site}:{place.laterality.value}" for place in mark.inside]
    return tuple(dict.fromkeys([*regions, *inside]))


def problem(desk: Desk) -> None:
    """Why the last thing could not be done; its place is there before, so that the body stays."""
    place = st.empty()
    if desk.window.problem:
        place.error(plain(desk.window.problem))
