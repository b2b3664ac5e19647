"""A question of a round, and what is to be known once it is answered."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from bodymap.analysis.practice.scoring import pattern_of, place_of, score_drawing
from bodymap.atlas import Muscle
from bodymap.records.practice import Answer, Exercise, Question, Round
from bodymap.services.practising import practice as services
from bodymap.ui import links
from bodymap.ui.explore import figure, patterns, sources
from bodymap.ui.operation_log import settle
from bodymap.ui.practise import board, picture, words
from bodymap.ui.practise.desk import SOMEONE_ELSE, Desk, become
from bodymap.ui.wording import LATERALITIES, plain

_DONE_KEY: Final = "D"
_NEXT_KEY: Final = "Enter"


def draw(desk: Desk, going: Round, question: Question) -> None:
    """Show the question at hand."""
    _head(desk, going, question)
    said = _chosen_instead(desk, question, going.answer)
    widths = [0.35, 0.3, 0.35] if said else [0.64, 0.36]
    shown, told, *beside = st.columns(widths, gap="small")
    with shown, st.container(border=True, key="card-practise-body"):
        if going.exercise is Exercise.DRAW and going.answer is not None:
            truth = pattern_of(desk.books.atlas, desk.books.body, question)
            area = services.area_of(going.drawing, desk.books.body)
            picture.draw(score_drawing(desk.books.body, truth, area), desk.books.body)
        else:
            if said is not None:
                _shown(desk, question)
            board.draw(desk, going, question)
    with told, st.container(border=True, key="card-practise-panel"):
        if going.answer is None:
            _ask(desk, going, question)
        else:
            _explain(desk, going, question, going.answer)
    if said is not None:
        with beside[0], st.container(border=True, key="card-practise-said"):
            _beside(desk, question, said)


def _head(desk: Desk, going: Round, question: Question) -> None:
    right = sum(answer.right for answer in going.answers)
    name = plain(desk.learner.name) if desk.learner else ""
    with st.container(key="practise-head"):
        place = f"Question {going.position + 1} of {len(going.questions)}"
        st.caption(f"{name} · {words.SHORT[going.exercise]} · {place} · {right} right so far")
        st.markdown(f"# {plain(words.asked(question, going.exercise, desk.books.atlas))}")


def _ask(desk: Desk, going: Round, question: Question) -> None:
    if going.exercise is Exercise.RECOGNISE:
        _choices(desk, going, question)
    elif going.exercise is Exercise.PLACE:
        st.write(
            "Click or tap the place on the body. With the keyboard: Tab to the body, arrow keys "
            "to a region, Shift and arrow keys for the cross-hair, Enter sets it."
        )
        _check(desk, going, services.answer_place, ready=going.point is not None)
    else:
        st.write(
            "Draw where it is felt; more than one stroke and more than one view are fine. With "
            "the keyboard: choose Draw or Region, Tab to the body, arrow keys to a region, Shift "
            "and arrow keys for the cross-hair, Enter draws or fills."
        )
        _check(desk, going, services.answer_drawing, ready=True)
        st.caption("The main zone is looked for. Spillover may be left out.")
    with st.container(horizontal=True, key="practise-away"):
        st.button(
            "Leave this round",
            key="practise-leave",
            type="tertiary",
            on_click=desk.leave,
            args=(going,),
        )
        st.button(
            "Switch learner",
            key="practise-someone-else",
            type="tertiary",
            on_click=become,
            args=(SOMEONE_ELSE,),
        )


def _choices(desk: Desk, going: Round, question: Question) -> None:
    st.markdown(f"## On the {LATERALITIES[question.laterality]} side, which muscle is it?")
    atlas, practice, at = desk.books.atlas, desk.workspace.practice, desk.at(going)

    def choose(muscle: str) -> None:
        desk.attempt(
            lambda: services.answer_choice(
                at=at, muscle=muscle, books=desk.books, practice=practice
            )
        )

    for number, muscle_id in enumerate(question.choices, start=1):
        muscle = atlas.muscles[muscle_id]
        st.button(
            f"**{plain(muscle.name)}**  \n:small[{plain(muscle.plain_name)}]",
            key=f"practise-choice-{number}",
            on_click=choose,
            args=(muscle_id,),
            shortcut=str(number),
            width="stretch",
        )
    _unseen(desk, question)


def _check(desk: Desk, going: Round, answer: Callable[..., object], *, ready: bool) -> None:
    def check() -> None:
        practice, at = desk.workspace.practice, desk.at(going)

        def work() -> None:
            settle(board.log_name(going))
            answer(at=at, books=desk.books, practice=practice)

        desk.attempt(work)

    st.button(
        "Check my answer",
        key="practise-check",
        type="primary",
        on_click=check,
        disabled=not ready,
        shortcut=_DONE_KEY,
        width="stretch",
    )


def _explain(desk: Desk, going: Round, question: Question, answer: Answer) -> None:
    atlas = desk.books.atlas
    point = atlas.trigger_points[question.trigger_point]
    _verdict(desk, going, question, answer)
    _next(desk, going)
    st.markdown(f"## {plain(words.of_point(point.id, atlas, question.laterality))}")
    st.write(plain(f"{point.surface_place[:1].upper()}{point.surface_place[1:]}."))
    if point.zone_shape:
        st.write(plain(point.zone_shape))
    _unseen(desk, question)
    _alike(desk, question)
    sources.behind(
        atlas, point.sources, point.certainty, key=f"practise-{point.id}", what="place and referral"
    )
    if st.button("Read about this muscle", key="practise-explore", type="tertiary"):
        muscle = atlas.muscle_of(point.id).id
        links.to_muscle(muscle, point.id, question.laterality.value.lower())


def _verdict(desk: Desk, going: Round, question: Question, answer: Answer) -> None:
    books = desk.books
    if answer.exercise is Exercise.RECOGNISE:
        said = words.of_choice(answer, books.atlas)
    elif answer.exercise is Exercise.PLACE:
        truth = place_of(books.atlas, books.body, question)
        cell = going.point.cell if going.point else truth
        said = words.of_place(answer, books.placed(question, cell))
    else:
        truth_zones = pattern_of(books.atlas, books.body, question)
        area = services.area_of(going.drawing, books.body)
        drawn = score_drawing(books.body, truth_zones, area)
        said = words.of_drawing(
            drawn.share_found,
            drawn.share_beyond,
            drawn.spillover_found,
            rim_cm=drawn.rim_cm,
            has_core=truth_zones.essential.cm2 > 0,
        )
    text = f"**{words.verdict(answer)}.** {plain(said)}"
    icon = ":material/check:" if answer.right else ":material/close:"
    with st.container(key="practise-verdict"):
        (st.success if answer.right else st.info)(text, icon=icon)
    st.caption(words.NO_FIXED_PLACE)


def _next(desk: Desk, going: Round) -> None:
    def step() -> None:
        practice, at = desk.workspace.practice, desk.at(going)
        desk.attempt(lambda: services.go_on(at=at, practice=practice))

    last = going.position + 1 == len(going.questions)
    st.button(
        "See how the round went" if last else "Next question",
        key="practise-next",
        type="primary",
        on_click=step,
        shortcut=_NEXT_KEY,
        width="stretch",
    )


def _unseen(desk: Desk, question: Question) -> None:
    """Where the pattern is felt that the pictures of the skin do not show."""
    books = desk.books
    pattern = pattern_of(books.atlas, books.body, question)
    both = pattern.essential | pattern.spillover
    inside = [books.atlas.sites[site].plain_label for site in both.inside_sites]
    if inside:
        st.caption(plain(f"Also felt inside, where nothing can be drawn: {', '.join(inside)}."))
    if both.schematic_cells:
        st.caption("Part of it lies on the pelvic-floor chart, behind the button Pelvic floor.")


def _alike(desk: Desk, question: Question) -> None:
    books = desk.books
    same = [books.atlas.muscles[m].name for m in books.alike.fit_equally(question.trigger_point)]
    if same:
        st.write(
            f"Its pattern is as good as the same as that of **{plain(', '.join(same))}**; asked "
            "which muscle it is, both are right."
        )


def _chosen_instead(desk: Desk, question: Question, answer: Answer | None) -> Muscle | None:
    """The muscle that was said where another was asked about."""
    atlas = desk.books.atlas
    if answer is None or answer.said is None or answer.said not in atlas.muscles:
        return None
    own = atlas.muscle_of(question.trigger_point).id
    return None if answer.said == own else atlas.muscles[answer.said]


def _shown(desk: Desk, question: Question) -> None:
    """What the pattern shown is, where another stands beside it."""
    atlas = desk.books.atlas
    point = atlas.trigger_points[question.trigger_point]
    st.markdown(f"## What was shown: {plain(atlas.muscle_of(point.id).name)}")
    st.caption(plain(point.name))


def _beside(desk: Desk, question: Question, chosen: Muscle) -> None:
    """The pattern of what was said, beside that which was shown."""
    atlas, body = desk.books.atlas, desk.books.body
    most_alike = desk.books.alike.most_alike(question.trigger_point, chosen)
    (pattern,) = patterns.patterns_of([most_alike], question.laterality, atlas)
    point = pattern.point
    st.markdown(f"## What you chose: {plain(chosen.name)}")
    st.caption(plain(f"Most like it of its patterns: {point.name}"))
    zone = figure.zone(point, pattern.laterality, body)
    patterns.draw([pattern], [zone], atlas, body, slot="said")
    sources.behind(
        atlas, point.sources, point.certainty, key=f"said-{point.id}", what="what you chose"
    )
