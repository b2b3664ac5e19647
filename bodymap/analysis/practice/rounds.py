"""How a round goes on: pure steps from one value to the next.

A step that does not belong to the question at hand (a second tab, a key pressed twice) changes
nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from bodymap.records import Drawing, PointPlace
from bodymap.records.practice import (
    MOST_ANSWERS,
    MOST_SECONDS,
    MOST_WINDOWS,
    Answer,
    Learner,
    Question,
    Round,
)


def open_question(learner: Learner, round_id: str, position: int) -> tuple[Round, Question] | None:
    """The round and its question at hand, if they are those named and wait for an answer."""
    going = learner.round
    if going is None or going.id != round_id or going.position != position:
        return None
    if going.question is None or going.answer is not None:
        return None
    return going, going.question


def started(learner: Learner, round_: Round) -> Learner:
    """The learner with a new round; one that was under way is left."""
    return learner.model_copy(update={"round": round_, "used_at": round_.started_at})


def placed(
    learner: Learner,
    round_id: str,
    position: int,
    point: PointPlace | None,
    made_by: tuple[str, ...] = (),
) -> Learner:
    """After the trigger point was placed, or taken away again; not an answer yet."""
    at_hand = open_question(learner, round_id, position)
    update = {"point": point, "made_by": made_by}
    return _with_round(learner, at_hand and at_hand[0].model_copy(update=update))


def sketched(
    learner: Learner,
    round_id: str,
    position: int,
    drawing: Drawing | None,
    made_by: tuple[str, ...] = (),
) -> Learner:
    """After something was drawn or taken back; not an answer yet."""
    at_hand = open_question(learner, round_id, position)
    update = {"drawing": drawing, "made_by": made_by}
    return _with_round(learner, at_hand and at_hand[0].model_copy(update=update))


def heard(learner: Learner, round_id: str, position: int, window: str, number: int) -> Learner:
    """After all operations of a browser window up to this number."""
    at_hand = open_question(learner, round_id, position)
    if at_hand is None:
        return learner
    others = [(name, last) for name, last in at_hand[0].heard.items() if name != window]
    latest = dict([*others[1 - MOST_WINDOWS :], (window, number)])
    return _with_round(learner, at_hand[0].model_copy(update={"heard": latest}))


def answered(learner: Learner, round_id: str, position: int, answer: Answer) -> Learner:
    """After the question at hand was answered; the oldest answer leaves when there are too many."""
    at_hand = open_question(learner, round_id, position)
    if at_hand is None:
        return learner
    going = at_hand[0].model_copy(update={"answers": (*at_hand[0].answers, answer)})
    kept = (*learner.answers, answer)
    update = {
        "answers": kept[-MOST_ANSWERS:],
        "dropped": learner.dropped + max(0, len(kept) - MOST_ANSWERS),
        "round": going,
        "used_at": answer.at,
    }
    return learner.model_copy(update=update)


def gone_on(learner: Learner, round_id: str, position: int, at: datetime) -> Learner:
    """From an answered question to the next, or to the end."""
    going = learner.round
    if going is None or (going.id, going.position) != (round_id, position) or not going.answer:
        return learner
    at_hand: dict[str, object] = {"point": None, "drawing": None, "made_by": (), "heard": {}}
    update = {"position": position + 1, "shown_at": at, **at_hand}
    return _with_round(learner, going.model_copy(update=update))


def left(learner: Learner, round_id: str) -> Learner:
    """Without the round of this id; its answers stay."""
    if learner.round is None or learner.round.id != round_id:
        return learner
    return learner.model_copy(update={"round": None})


def seconds_since(shown_at: datetime, now: datetime) -> int:
    """Whole seconds, 0 to `MOST_SECONDS`; a clock that was set back gives 0."""
    return int(min(MOST_SECONDS, max(0.0, (now - shown_at).total_seconds())))


def missed_points(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Trigger points that were not right, each once, in order."""
    return tuple(dict.fromkeys(a.trigger_point for a in answers if not a.right))


def _with_round(learner: Learner, round_: Round | None) -> Learner:
    return learner if round_ is None else learner.model_copy(update={"round": round_})
