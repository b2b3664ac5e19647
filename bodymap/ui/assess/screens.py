"""Going through a screen: each point one tap to nothing found, or to a finding."""

from enum import StrEnum
from functools import partial
from typing import Final

import streamlit as st

from bodymap.body import Laterality
from bodymap.errors import BodymapError
from bodymap.records import Assessment, Called, TriggerPointFinding
from bodymap.services.visits.screens import (
    SCREENS,
    Screen,
    answer_point,
    keep_screen,
    list_screens,
    remove_screen,
)
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.fields import choice, pressed
from bodymap.ui.problems import in_words
from bodymap.ui.wording import LATERALITIES, plain


class Answer(StrEnum):
    """What was found at a point of a screen."""

    NOTHING = "NOTHING"
    FINDING = "FINDING"


_ANSWERS: Final = {Answer.NOTHING: "Nothing found", Answer.FINDING: "Finding"}


def draw(desk: Desk, assessment: Assessment) -> None:
    """Draw the card while the assessment is open; what is inside is made when somebody looks."""
    if not assessment.is_open:
        return
    card = st.expander("Go through a screen", key="screens", on_change="rerun")
    if not card.open:
        return
    with card:
        screens = {each.name: each for each in list_screens(ports=desk.ports)}
        name = st.selectbox("Screen", list(screens), key=f"screen-{desk.log}")
        side = st.segmented_control(
            "Side",
            [Laterality.RIGHT, Laterality.LEFT],
            format_func=LATERALITIES.__getitem__,
            default=Laterality.RIGHT,
            key=f"screen-side-{desk.log}",
        )
        _points(desk, assessment, screens[name], side or Laterality.RIGHT)
        st.caption("Our own choice of common points; no complaint is said to come from them.")
        _own(desk, assessment, screens[name])


def _points(desk: Desk, assessment: Assessment, screen: Screen, side: Laterality) -> None:
    atlas = desk.workspace.atlas()
    for point in screen.points:
        if point in atlas.trigger_points:
            muscle = atlas.muscle_of(point).name
            choice(
                plain(f"{muscle}: {atlas.trigger_points[point].name}"),
                _ANSWERS,
                name=f"screened-{point}-{side.value}",
                value=answer_of(_at(assessment, point, side)),
                hand_on=partial(answer, desk, assessment.figure, point, side),
            )


def _at(assessment: Assessment, point: str, side: Laterality) -> TriggerPointFinding | None:
    of_this = (each for each in assessment.findings if each.trigger_point == point)
    return next((each for each in of_this if each.laterality is side), None)


def answer_of(finding: TriggerPointFinding | None) -> Answer | None:
    """What a finding answers; None where there is none."""
    if finding is None:
        return None
    return Answer.NOTHING if finding.called is Called.NOTHING_FOUND else Answer.FINDING


def answer(
    desk: Desk, figure: str, point: str, side: Laterality, said: Answer | None
) -> Assessment | None:
    """Record one point; what was examined there is shown, to be changed in the form."""
    return desk.attempt(_answer, desk, figure, point, side, said)


def _answer(
    desk: Desk, figure: str, point: str, side: Laterality, said: Answer | None
) -> Assessment:
    was = _at(desk.open(), point, side)
    if said is None:  # the answer was tapped once more: nothing is taken away without being seen
        desk.select(was.id if was else None)
        return desk.open()
    kept, finding_id = answer_point(
        desk.editing(),
        trigger_point=point,
        laterality=side,
        is_found=said is Answer.FINDING,
        new_id=desk.ports.ids.new(),
        atlas=desk.workspace.atlas(),
        body=desk.body(figure),
    )
    if answer_of(kept.finding(finding_id)) is not said or said is Answer.FINDING:
        desk.select(finding_id)
    return desk.kept(kept)


def _own(desk: Desk, assessment: Assessment, shown: Screen) -> None:
    """Keep this visit's points as a screen, or remove one of the practice."""
    name = st.text_input(
        "Keep this visit's points as a screen called", key=f"screen-name-{desk.log}"
    )
    st.button(
        "Keep as a screen",
        on_click=pressed(_keep),
        args=(desk, assessment, name),
        disabled=not name.strip(),
        key="keep-screen",
    )
    if shown not in SCREENS:
        st.button(
            f"Remove the screen {plain(shown.name)}",
            on_click=pressed(remove_screen_of),
            args=(desk, shown.name),
            key="remove-screen",
        )


def _keep(desk: Desk, assessment: Assessment, name: str) -> None:
    atlas = desk.workspace.atlas()
    try:
        kept = keep_screen(name=name, visit=assessment, atlas=atlas, ports=desk.ports)
        desk.say(f"The screen {kept.name} is kept.")
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)


def remove_screen_of(desk: Desk, name: str) -> None:
    """Remove a screen of this practice."""
    try:
        remove_screen(name=name, ports=desk.ports)
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)
