"""The Mark page: a person shows where it hurts, one step at a time, on a phone or any screen."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, NotAllowed, UnknownDrawing
from bodymap.records import DrawnBy, PainDrawing
from bodymap.ui import language, links
from bodymap.ui.hand_over import visitor
from bodymap.ui.language import keep_in_address, words
from bodymap.ui.mark import (
    describing_step,
    drawing_step,
    ease,
    end,
    reading_step,
    safety_step,
    start,
    stopwatch,
    translation,
)
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.for_whom import asked_for
from bodymap.ui.mark.start import Begun
from bodymap.ui.mark.steps import COUNTED, TITLES, Step, after, before, reachable, step_of
from bodymap.ui.problems import in_words
from bodymap.ui.safety import advice
from bodymap.ui.session import Workspace
from bodymap.ui.top import top
from bodymap.ui.visit import note_finished
from bodymap.ui.wording import plain

TITLE: Final = "Mark"
PATH: Final = "mark"
_STEP: Final = "step"
_BY: Final = "by"
_FINISH: Final = "mark-finish"


def show(workspace: Workspace) -> None:
    """Show the page; the address names the drawing and the step, and nothing else.

    Who was handed a drawing sees that one, whatever else the address asks for.
    """
    drawing_id = st.query_params.get(links.DRAWING)
    with st.container(key="mark-page"):
        if not workspace.access.is_whole:
            _handed_over(workspace)
        elif drawing_id:
            _step(Desk(workspace, drawing_id))
        else:
            ease.apply(ease.chosen())
            start.draw(workspace, asked_for(workspace), partial(_begin, workspace))
    top.speaks(language.spoken())


def _handed_over(workspace: Workspace) -> None:
    """The drawing that was handed over, from the start page on as any other."""
    if workspace.access.drawing_id is None:
        visitor.no_drawing(workspace.access)
        return
    desk = Desk(workspace, workspace.access.drawing_id)
    try:
        drawing = desk.open()
        to_begin = drawing.is_open and not drawing.actions
    except BodymapError:
        to_begin = False  # the step says what is wrong
    if to_begin and _STEP not in st.query_params:
        ease.apply(ease.chosen())
        start.of_handed_over(desk, partial(_begin_handed_over, desk))
    else:
        _step(desk)


def _begin_handed_over(desk: Desk, hand: DrawnBy, how: Begun) -> None:
    drawing = desk.attempt(desk.drawn_by, hand)
    if drawing is not None:
        _begin(desk.workspace, drawing, how)
    st.rerun()


def _begin(workspace: Workspace, drawing: PainDrawing, how: Begun) -> None:
    """Put the new drawing into the address, so that reload and Back find it again."""
    asked = {_STEP: Step.DRAW.value, **ease.asked(), **language.asked()}
    if workspace.access.is_whole:
        asked[links.DRAWING] = drawing.id
    if how is Begun.BY_LIST:
        asked[_BY] = drawing_step.LIST
    elif how is Begun.WITHOUT_PAIN:
        Desk(workspace, drawing.id).begin_without_pain()
        asked[_STEP] = Step.READ_BACK.value
    st.query_params.from_dict(asked)
    st.rerun()


def _go(step: Step) -> None:
    st.query_params[_STEP] = step.value
    st.rerun()


@st.fragment
def _step(desk: Desk) -> None:
    """One step of the way, run again by itself while it is worked on."""
    eased = ease.chosen()
    keep_in_address()
    ease.apply(eased)
    drawing = _opened(desk)
    if drawing is None:
        return
    step = reachable(
        step_of(st.query_params.get(_STEP)),
        marked=bool(drawing.marks),
        no_pain=drawing.no_pain,
        is_open=drawing.is_open,
    )
    st.set_page_config(page_title=f"{words()(TITLES[step])} · Bodymap")
    _above(desk, drawing, step)
    advice.draw(desk.workspace.atlas(), drawing.red_flags, words())
    drawing_step.problem(desk)
    _at(desk, drawing, step, eased)
    if step is not Step.DONE:
        stopwatch.run(drawing.id, ends=_FINISH if step is Step.READ_BACK else "")
        with st.container(horizontal=True, horizontal_alignment="distribute", key="big-way"):
            parts = (_back, _on)
            for part in reversed(parts) if eased.left_handed else parts:
                part(desk, drawing, step)
    translation.note()
    top.of(_place(step), heard=True)


def _place(step: Step) -> str:
    """Names what is shown: the step, and the part of it."""
    part = st.query_params.get(safety_step.PART, "1") if step is Step.SAFETY else ""
    return f"{step.value}{part}"


def _opened(desk: Desk) -> PainDrawing | None:
    """The drawing, or None after saying why it cannot be shown."""
    try:
        return desk.open()
    except NotAllowed:  # a link ran out, or this device was handed over or taken back
        st.rerun(scope="app")
    except UnknownDrawing as error:
        st.markdown(f"# {words()(TITLES[Step.DRAW])}")
        st.warning(plain(in_words(error, words())))
        begin_anew = desk.workspace.access.is_whole
        if begin_anew and st.button(words()("mark-again"), type="primary", key="mark-again"):
            st.query_params.clear()
            st.rerun(scope="app")
    except BodymapError as error:
        st.markdown(f"# {words()(TITLES[Step.DRAW])}")
        st.error(plain(in_words(error, words())))
        st.button(words()("mark-try-again"), key="mark-try-again")
    return None


def _at(desk: Desk, drawing: PainDrawing, step: Step, eased: ease.Ease) -> None:
    match step:
        case Step.DRAW:
            left_handed = eased.left_handed
            drawing_step.draw(desk, drawing, by_list=_by_list(), left_handed=left_handed)
        case Step.DESCRIBE:
            describing_step.draw(desk, drawing)
        case Step.SAFETY:
            safety_step.draw(desk, drawing)
        case Step.READ_BACK:
            reading_step.draw(desk, drawing, _go)
        case Step.DONE:
            end.draw(desk, drawing)


def _by_list() -> bool:
    return st.query_params.get(_BY) == drawing_step.LIST


def _above(desk: Desk, drawing: PainDrawing, step: Step) -> None:
    """How far it is, what can be set, and what the step is about."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        at = list(Step).index(step) + 1
        with st.container(gap=None, width="stretch"):
            if step is not Step.DONE:
                st.caption(words()("mark-step", at=at, of=COUNTED), width="content")
            st.markdown(f"# {words()(TITLES[step])}")
        inside = ease.settings()
        if inside is not None and drawing.is_open:
            drawing_step.settings(desk, drawing, inside)


def _go_on(desk: Desk, *, by_list: bool) -> None:
    """Show the same pains on the body or in the list; what was drawn last comes along."""
    if desk.attempt(desk.open):
        if by_list:
            st.query_params[_BY] = drawing_step.LIST
        else:
            st.query_params.pop(_BY, None)
    st.rerun()


def _back(desk: Desk, drawing: PainDrawing, step: Step) -> None:
    """The way back, or from the body to the list; every answer is kept when it is given."""
    if step is Step.DRAW:
        if drawing_step.other_way(drawing, by_list=_by_list()):
            _go_on(desk, by_list=not _by_list())
    elif st.button(words()("mark-back"), key=f"mark-back-{_place(step)}"):
        if step is Step.SAFETY and safety_step.part_before():
            st.rerun()
        _go(Step.DRAW if drawing.no_pain else before(step))


def _on(desk: Desk, drawing: PainDrawing, step: Step) -> None:
    """The way on; from the last step it closes the drawing."""
    # Named for the place, so that a second tap before the answer never goes on from the next one.
    key = f"mark-next-{_place(step)}"
    if step is Step.READ_BACK:
        if st.button(words()("mark-yes"), type="primary", key=_FINISH):
            finished = desk.attempt(desk.finish, desk.open())
            if finished:
                note_finished(desk.drawing_id)
            _go(Step.DONE if finished else step)
    elif drawing.no_pain:
        if st.button(words()("mark-next"), type="primary", key=key):
            _go(Step.READ_BACK)
    elif step is Step.SAFETY:
        if st.button(words()("mark-next"), type="primary", key=key):
            now = desk.attempt(desk.open)
            if now is None or safety_step.next_part(desk, now):
                st.rerun()
            _go(after(step))
    elif st.button(words()("mark-next"), type="primary", key=key, disabled=not drawing.marks):
        # What was drawn last and could not be kept yet comes along, or keeps the page here.
        _go(after(step) if desk.attempt(desk.open) else step)
