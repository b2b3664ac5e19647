"""What is asked: conditions, how they are joined, which records count; kept under a name."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from bodymap.body import Laterality
from bodymap.errors import BodymapError
from bodymap.records.question import (
    MOST_CONDITIONS,
    Among,
    Condition,
    DrawnPain,
    FoundPoint,
    NotSeen,
    Question,
    Tagged,
    Treated,
    Visited,
)
from bodymap.records.signs import State
from bodymap.services.questions.asking import (
    keep_question,
    list_examiners,
    list_questions,
    list_tags,
    remove_question,
)
from bodymap.ui.find.words import AMONG, ANY_STATE, STATES, condition_in_words, question_in_words
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import LATERALITIES, plain

_CONDITIONS: Final = "find_conditions"
_REFUSED: Final = "find_refused"
_KEPT_NOW: Final = "find_kept_now"
_SIDES: Final = (Laterality.RIGHT, Laterality.LEFT)
_BEGIN: Final[dict[str, tuple[Condition, ...]]] = {
    "Not seen for 3 months": (NotSeen(months=3),),
    "A treatment with a reaction": (Treated(with_reaction=True),),
}
"""Offered where nothing is asked yet."""
_FIELDS: Final = {
    "any_of": ("find-joined", False),
    "since": ("find-since", None),
    "until": ("find-until", None),
    "examiner": ("find-examiner", None),
    "among": ("find-among", Among.PEOPLE),
}
"""Widget of each field of a question, and what it shows at first."""


def draw(workspace: Workspace) -> Question | None:
    """Draw the question; it, or None while nothing is asked."""
    _kept(workspace)
    conditions: tuple[Condition, ...] = st.session_state.get(_CONDITIONS, ())
    st.header("What to look for")
    if not conditions:
        st.write("Nothing to look for yet. Add a condition, or start with one of these.")
        with st.container(horizontal=True):
            for label, given in _BEGIN.items():
                st.button(label, key=f"find-begin-{label}", on_click=_put, args=(given,))
    for place, condition in enumerate(conditions):
        with st.container(horizontal=True, vertical_alignment="center", key=f"listed-find-{place}"):
            st.write(plain(condition_in_words(condition, workspace.atlas())))
            rest = (*conditions[:place], *conditions[place + 1 :])
            st.button(
                "Remove",
                key=f"find-remove-{place}-of-{len(conditions)}",
                on_click=_put,
                args=(rest,),
            )
    _add(workspace, conditions)
    if len(conditions) > 1:
        st.radio(
            "What must be true",
            [False, True],
            format_func=lambda any_of: "Any of these" if any_of else "All of these",
            key="find-joined",
            horizontal=True,
        )
    _which(workspace)
    refused = st.session_state.pop(_REFUSED, None)
    if refused:
        st.warning(plain(refused))
    if not conditions:
        return None
    question = _question(conditions)
    if question is not None:
        _keep(workspace, question)
    return question


def _question(conditions: tuple[Condition, ...]) -> Question | None:
    asked = {name: st.session_state.get(key, usual) for name, (key, usual) in _FIELDS.items()}
    asked |= {"conditions": conditions, "examiner": asked["examiner"] or ""}
    try:
        return Question.checked(asked)
    except BodymapError:
        st.warning("The last day lies before the first.")
        return None


def _add(workspace: Workspace, conditions: tuple[Condition, ...]) -> None:
    if len(conditions) >= MOST_CONDITIONS:
        st.caption(f"A question has at most {MOST_CONDITIONS} conditions.")
        return
    with st.container(border=True, key="card-find-add"):
        kind = st.selectbox("Add a condition", list(_KINDS), key="find-kind")
        condition = _KINDS[kind](workspace)
        more = () if condition is None else (condition,)
        st.button(
            "Add",
            type="secondary" if conditions else "primary",
            disabled=condition is None,
            key=f"find-add-to-{len(conditions)}",
            on_click=_put,
            args=((*conditions, *more),),
        )


def _point(workspace: Workspace) -> Condition | None:
    muscles = workspace.atlas().muscles
    muscle = st.selectbox(
        "Muscle",
        list(muscles),
        index=None,
        format_func=lambda each: muscles[each].name,
        key="find-muscle",
        placeholder="Choose a muscle",
    )
    state = st.selectbox(
        "State",
        [None, *State],
        format_func=lambda each: ANY_STATE if each is None else STATES[each],
        key="find-state",
    )
    side = _side("find-point-side")
    return None if muscle is None else FoundPoint(muscle=muscle, state=state, laterality=side)


def _pain(workspace: Workspace) -> Condition | None:
    atlas, body = workspace.atlas(), workspace.body("neutral")
    on_the_skin = [each for each in atlas.sites if body.sites[each].regions]
    site = st.selectbox(
        "Part of the body",
        on_the_skin,
        index=None,
        format_func=lambda each: atlas.sites[each].label,
        key="find-site",
        placeholder="Choose a part",
    )
    at_least = st.number_input("Pain of at least, 0 to 10", 0, 10, 0, key="find-nrs")
    side = _side("find-pain-side")
    if site is None:
        return None
    return DrawnPain(site=site, at_least=int(at_least), laterality=side)


def _treated(workspace: Workspace) -> Condition | None:
    options = workspace.atlas().treatments
    treatment = st.selectbox(
        "Treatment",
        [None, *options],
        format_func=lambda each: "Any treatment" if each is None else options[each].name,
        key="find-treatment",
    )
    reaction = st.checkbox("With a reaction", value=True, key="find-reaction")
    return Treated(treatment=treatment, with_reaction=reaction)


def _not_seen(workspace: Workspace) -> Condition | None:  # noqa: ARG001 - one shape for all
    months = st.number_input("For how many months", 1, 120, 3, key="find-months")
    return NotSeen(months=int(months))


def _tagged(workspace: Workspace) -> Condition | None:
    tags = list_tags(ports=workspace.ports)
    if not tags:
        st.caption("Nobody has a tag yet. Tags are added with *Edit* on a person's page.")
        return None
    return Tagged(tag=st.selectbox("Tag", tags, key="find-tag"))


_KINDS: Final[dict[str, Callable[[Workspace], Condition | None]]] = {
    "Trigger point": _point,
    "Pain": _pain,
    "Treatment": _treated,
    "Visit": lambda _: Visited(),
    "Not seen": _not_seen,
    "Tag": _tagged,
}


def _side(key: str) -> Any:
    return st.segmented_control(
        "Side of the person",
        _SIDES,
        format_func=LATERALITIES.__getitem__,
        key=key,
        help="Neither pressed: on either side.",
    )


def _which(workspace: Workspace) -> None:
    """Which visits and drawings count, and who is asked about."""
    with st.expander("Dates, examiner, whose records"):
        first, last = st.columns(2)
        first.date_input("From", value=None, key="find-since", format="YYYY-MM-DD")
        last.date_input("To", value=None, key="find-until", format="YYYY-MM-DD")
        st.selectbox(
            "Examined by",
            list_examiners(ports=workspace.ports),
            index=None,
            key="find-examiner",
            placeholder="Anybody",
            help="Counts for visits. A drawing has no examiner.",
        )
        st.selectbox("Among", list(Among), format_func=AMONG.__getitem__, key="find-among")


def _kept(workspace: Workspace) -> None:
    """Questions that are kept: one is asked again, or removed."""
    questions = list_questions(ports=workspace.ports)
    if not questions:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="find-kept-row"):
        name = st.selectbox(
            "Kept questions",
            list(questions),
            index=None,
            key="find-kept",
            placeholder="Choose one to ask it again",
            on_change=_ask_again,
            args=(questions,),
        )
        if name is not None:
            st.button(
                "Remove this question",
                key="find-forget",
                on_click=_forget,
                args=(workspace, name),
            )


def _keep(workspace: Workspace, question: Question) -> None:
    kept_now = st.session_state.pop(_KEPT_NOW, None)
    if kept_now:
        st.success(f"Kept as {plain(kept_now)}.")
    with st.expander("Keep this question"):
        st.caption(plain(question_in_words(question, workspace.atlas())))
        st.text_input("Name of the question", key="find-name", max_chars=200)
        st.button("Keep", key="find-keep", on_click=_keep_now, args=(workspace, question))


def _forget(workspace: Workspace, name: str) -> None:
    try:
        remove_question(name=name, ports=workspace.ports)
    except BodymapError as error:
        st.session_state[_REFUSED] = in_words(error)


def _keep_now(workspace: Workspace, question: Question) -> None:
    try:
        st.session_state[_KEPT_NOW] = keep_question(
            name=st.session_state["find-name"], question=question, ports=workspace.ports
        )
        st.session_state["find-name"] = ""
    except BodymapError as error:
        st.session_state[_REFUSED] = in_words(error)


def _ask_again(questions: dict[str, Question]) -> None:
    question = questions.get(st.session_state["find-kept"] or "")
    if question is None:
        return
    _put(question.conditions)
    for name, (key, _) in _FIELDS.items():
        st.session_state[key] = getattr(question, name) or _FIELDS[name][1]


def _put(conditions: tuple[Condition, ...]) -> None:
    st.session_state[_CONDITIONS] = conditions
