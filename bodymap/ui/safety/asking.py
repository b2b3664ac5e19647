"""The questions for safety, a few at a time; every page asks them by the same steps.

`draw` shows one step. `passed` is the way through all of them where they stand in front of
something: what was answered there is kept while the window is open, so that reading on does not ask
again and a yes stays a yes; it is never written down.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from bodymap.analysis.safety_steps import SafetyQuestions, SafetyStep, open_steps, said_yes
from bodymap.ui.fields import HandOn, bound, entered
from bodymap.ui.safety import advice
from bodymap.ui.wording import plain
from bodymap.wording import Words, words_in
from bodymap.wording.safety import asked_in_words

_GIVEN: Final = "safety-answers"
Kept = Callable[[SafetyStep, frozenset[str]], object | None]
"""Takes the ids of what is so on a step, keeps that the rest of it is not; None if it could not."""


def draw(
    step: SafetyStep, answers: Mapping[str, bool], *, key: str, kept: Kept, say: Words
) -> None:
    """Show one step; its answers are kept at each tick.

    Args:
        step: What is asked.
        answers: Given so far.
        key: Names the widgets; of the person and place that is asked about.
        kept: What is done with an answer.
        say: Words of the language.
    """
    if step.about:
        st.markdown(say("safety-about", question=plain(asked_in_words(step.about, say))))
    chosen = frozenset(ask.id for ask in step.asks if answers.get(ask.id))
    with st.container(border=True, key=f"card-safety-{key}"):
        for ask in step.asks:
            others = chosen - {ask.id}
            _box(
                f"{key}-{ask.id}",
                asked_in_words(ask, say),
                is_so=ask.id in chosen,
                told=partial(_told, kept, step, others, ask.id),
            )
    with st.container(key=f"safety-none-{key}"):
        none = all(answers.get(ask.id) is False for ask in step.asks)
        name = f"{key}-none-{step.asks[0].id}"
        _box(name, say("safety-none"), is_so=none, told=lambda _: kept(step, frozenset()))


def _told(
    kept: Kept, step: SafetyStep, others: frozenset[str], ask_id: str, is_so: object
) -> object:
    return kept(step, others | {ask_id} if is_so else others)


def _box(name: str, words: str, *, is_so: bool, told: HandOn) -> None:
    st.checkbox(plain(words), key=bound(name, is_so), on_change=entered(name, told))


def passed(place: str, questions: SafetyQuestions) -> bool:
    """Ask, and say whether the way is free: all was asked and nothing answered with yes.

    Args:
        place: What they are asked for; answers are kept for each place.
        questions: What can be asked there.
    """
    say = words_in()
    atlas = questions.atlas
    given = _given(place)
    steps = questions.steps(given)
    left = open_steps(steps, given)
    yes = said_yes(given, atlas)
    at = _at(place, steps, given)
    if not yes and not left and at >= len(steps):
        with st.container(horizontal=True, vertical_alignment="center", key="safety-done"):
            st.caption(say("safety-none-applies"))
            st.button(
                say("safety-ask-again"), key=f"ask-again:{place}", on_click=_forget, args=(place,)
            )
        return True
    st.header(say("safety-first"))
    advice.draw(atlas, given, say)
    if at >= len(steps):
        st.write(say("safety-stopped"))
        st.button(
            say("safety-ask-again"), key=f"ask-again:{place}", on_click=_forget, args=(place,)
        )
        return False
    step = steps[at]
    st.caption(say("safety-at", at=at + 1, of=len(steps), when=say("safety-when")))

    def kept(of: SafetyStep, chosen: frozenset[str]) -> dict[str, bool]:
        now = questions.answered(of, chosen, given)
        given.clear()
        given.update(now)
        return given

    draw(step, given, key=f"flag:{place}", kept=kept, say=say)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="safety-way"):
        st.button(
            say("mark-back"),
            key=f"safety-back:{place}:{at}",
            disabled=not at,
            on_click=_go,
            args=(place, at - 1),
        )
        st.button(
            say("mark-next"),
            key=f"safety-next:{place}:{at}",
            type="primary",
            disabled=any(ask.id not in given for ask in step.asks),
            on_click=_go,
            args=(place, at + 1),
        )
    st.caption(say("safety-once-answered", accuracy=plain(atlas.red_flag_accuracy.text)))
    return False


def _given(place: str) -> dict[str, bool]:
    answers: dict[str, dict[str, bool]] = st.session_state.setdefault(_GIVEN, {})
    return answers.setdefault(place, {})


def _at(place: str, steps: Sequence[SafetyStep], given: Mapping[str, bool]) -> int:
    """Which step is shown: the one gone to, never beyond one that is not answered."""
    gone_to = int(st.session_state.get(f"safety-at:{place}", 0))
    first_open = next(
        (n for n, s in enumerate(steps) if any(a.id not in given for a in s.asks)), len(steps)
    )
    return min(gone_to, first_open)


def _go(place: str, step: int) -> None:
    st.session_state[f"safety-at:{place}"] = step


def _forget(place: str) -> None:
    _given(place).clear()
    _go(place, 0)
