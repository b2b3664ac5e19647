"""Body, atlas and likeness for the tests of practising; opened once."""

from datetime import UTC, datetime
from typing import Any

from bodymap.analysis.practice import Likeness
from bodymap.body import Laterality
from bodymap.records.practice import Answer, Difficulty, Exercise
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
ALIKE = Likeness.of(ATLAS, BODY)
LAYER = shipped.layer()
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def an_answer(trigger_point: str = "infraspinatus_upper", **fields: Any) -> Answer:
    right = fields.get("right", True)
    made: dict[str, Any] = {
        "at": NOON,
        "exercise": Exercise.RECOGNISE,
        "difficulty": Difficulty.ALL,
        "trigger_point": trigger_point,
        "laterality": Laterality.RIGHT,
        "right": right,
        "score": float(right),
    }
    return Answer.checked(made | fields)
