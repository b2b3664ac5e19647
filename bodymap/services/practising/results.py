"""Answers as a table for a class: one row an answer, as CSV that a spreadsheet reads.

Columns: `learner` the name, `date_time` of the answer (ISO 8601, UTC), `exercise` recognise, place
or draw, `difficulty` common, all or look_alikes, `trigger_point` and `muscle` ids of the atlas,
`side` of the muscle, `group` main part of the body of the muscle, `answer` the muscle chosen
(recognise only), `right` 1 or 0, `score` 0 to 1, `fits_equally` 1 where another muscle was as good,
`distance_cm` along the skin of the model body (place only; empty farther than 30 cm away or on a
chart), `other_side` 1 where it was placed on the wrong side, `share_found` of the zone looked for
and `share_beyond` of the drawing (draw only; 0 to 1), `seconds` until the answer.
"""

import csv
import io
from collections.abc import Iterable
from typing import Final

from bodymap.analysis.practice.choosing import groups_of
from bodymap.atlas import Atlas
from bodymap.records.practice import Answer, Learner

COLUMNS: Final = (
    "learner",
    "date_time",
    "exercise",
    "difficulty",
    "trigger_point",
    "muscle",
    "side",
    "group",
    "answer",
    "right",
    "score",
    "fits_equally",
    "distance_cm",
    "other_side",
    "share_found",
    "share_beyond",
    "seconds",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def results_csv(learners: Iterable[Learner], atlas: Atlas) -> str:
    """The answers of learners, in their order; lines end as RFC 4180 says."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for learner in learners:
        table.writerows(_row(learner, answer, atlas) for answer in learner.answers)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before one."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _row(learner: Learner, answer: Answer, atlas: Atlas) -> list[str]:
    known = answer.trigger_point in atlas.trigger_points
    muscle = atlas.muscle_of(answer.trigger_point) if known else None
    return [
        safe_cell(learner.name),
        answer.at.isoformat(timespec="seconds"),
        answer.exercise.value,
        answer.difficulty.value,
        answer.trigger_point,
        muscle.id if muscle else "",
        answer.laterality.value.lower(),
        groups_of(atlas, muscle)[0] if muscle else "",
        answer.said or "",
        str(int(answer.right)),
        f"{answer.score:.3f}",
        str(int(answer.fits_equally)),
        _number(answer.distance_cm, 1),
        str(int(answer.other_side)),
        _number(answer.share_found, 3),
        _number(answer.share_beyond, 3),
        str(answer.seconds),
    ]


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"
