"""The words of the Practise page."""

from typing import Final

from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.practice.scoring import Placed
from bodymap.atlas import Atlas
from bodymap.body import Laterality
from bodymap.records.practice import Answer, Difficulty, Exercise, Question
from bodymap.ui.wording import LATERALITIES

EXERCISES: Final = {
    Exercise.RECOGNISE: "Recognise the muscle",
    Exercise.PLACE: "Place the trigger point",
    Exercise.DRAW: "Draw the referral",
}
TASKS: Final = {
    Exercise.RECOGNISE: "A pattern is shown. Which muscle refers like this?",
    Exercise.PLACE: "A trigger point is named. Point at it on the body.",
    Exercise.DRAW: "A trigger point is named. Draw where it is typically felt.",
}
SHORT: Final = {
    Exercise.RECOGNISE: "Recognise",
    Exercise.PLACE: "Place",
    Exercise.DRAW: "Draw",
}
DIFFICULTIES: Final = {
    Difficulty.COMMON: "Common points",
    Difficulty.ALL: "All points",
    Difficulty.LOOK_ALIKES: "Look-alikes",
}


NO_FIXED_PLACE: Final = (
    "This compares you with the textbooks. In a person no fixed place is asked for: by the "
    "criteria that experts agreed on in 2018, neither a trigger point nor the pain it refers has "
    "to lie where a textbook draws it."
)
"""Stands under every verdict (Fernandez-de-las-Penas and Dommerholt, Pain Med 2018)."""


def asked(question: Question, exercise: Exercise, atlas: Atlas) -> str:
    """The question as a heading; for RECOGNISE it names nothing."""
    if exercise is Exercise.RECOGNISE:
        return "Which muscle refers like this?"
    named = of_point(question.trigger_point, atlas, question.laterality)
    if exercise is Exercise.PLACE:
        return f"Where is this trigger point: {named}?"
    return f"Where is this trigger point felt: {named}?"


def of_point(point_id: str, atlas: Atlas, laterality: Laterality | None = None) -> str:
    """A trigger point by its muscle and name, with its side."""
    muscle, point = atlas.muscle_of(point_id), atlas.trigger_points[point_id]
    side = f", {LATERALITIES[laterality]}" if laterality else ""
    return f"{muscle.name}{side} ({point.name[:1].lower()}{point.name[1:]})"


def verdict(answer: Answer) -> str:
    """Right or not, in one word or two."""
    if answer.fits_equally:
        return "Right as well"
    if answer.right:
        return "Right"
    return "Not quite" if answer.score > 0 else "Not right"


def of_choice(answer: Answer, atlas: Atlas) -> str:
    """What a chosen muscle is worth, in a sentence."""
    muscle = atlas.muscle_of(answer.trigger_point).name
    said = name_of_said(answer, atlas)
    if answer.fits_equally:
        return (
            f"This pattern is drawn for {muscle}, but that of {said} cannot be told from it: "
            "both count."
        )
    if answer.right:
        return f"This is typical for {muscle}."
    return f"This is typical for {muscle}, not for {said}."


def name_of_said(answer: Answer, atlas: Atlas) -> str:
    """The muscle that was chosen."""
    known = answer.said is not None and answer.said in atlas.muscles
    return atlas.muscles[answer.said].name if known and answer.said else "something else"


def of_place(answer: Answer, placed: Placed) -> str:
    """How near a placed point is, in a sentence."""
    if placed.other_side:
        side, wrong = LATERALITIES[answer.laterality], LATERALITIES[answer.laterality.mirrored()]
        near = placed.mirrored_cm
        there = f" On that side it would be {centimetres(near)} away." if near is not None else ""
        return f"That is the {wrong} side of the body; the {side} one was asked.{there}"
    if placed.truth_on_chart or placed.answer_on_chart:
        return _of_chart(placed)
    if placed.distance_cm is None:
        return "It lies more than 30 cm away along the skin."
    away = f"You are {centimetres(placed.distance_cm)} away from it along the skin."
    if placed.right_cm is None:
        return away
    return f"{away} Here up to {centimetres(placed.right_cm)} is right."


def _of_chart(placed: Placed) -> str:
    if placed.right:
        return "That is the structure it lies in. A chart has no measure in centimetres."
    if not placed.truth_on_chart:
        return "That is on the pelvic-floor chart; it lies on the skin."
    if not placed.answer_on_chart:
        return "That is on the skin; it lies on the pelvic-floor chart."
    return "It lies in another structure of the pelvic-floor chart."


def of_drawing(
    share_found: float,
    share_beyond: float,
    spillover_found: float | None,
    *,
    rim_cm: float,
    has_core: bool,
) -> str:
    """What was found and what was too much, in sentences."""
    core = "the main zone" if has_core else "the zone felt by some"
    found = f"You found {percent(share_found)} of {core}."
    beyond = f" {percent(share_beyond)} of your drawing lies beyond the pattern."
    rim = f" An edge that is off by up to {centimetres(rim_cm)} counts as met."
    if spillover_found is None:
        return found + beyond + rim
    rest = f" Of the spillover, which may be left out, you drew {percent(spillover_found)}."
    return found + beyond + rest + rim


def centimetres(cm: float) -> str:
    """A distance to half a centimetre: a cell is no smaller."""
    half = round(cm * 2) / 2
    return "less than half a centimetre" if half == 0 else f"about {half:g} cm"
