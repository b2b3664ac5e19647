"""The way through a drawing, one step at a time; the address names the step."""

from enum import StrEnum
from typing import Final


class Step(StrEnum):
    """A step; its value stands in the address."""

    DRAW = "draw"
    DESCRIBE = "describe"
    SAFETY = "safety"
    READ_BACK = "read-back"
    DONE = "done"


TITLES: Final = {
    Step.DRAW: "mark-where",
    Step.DESCRIBE: "mark-feels",
    Step.SAFETY: "mark-true",
    Step.READ_BACK: "mark-right",
    Step.DONE: "mark-thanks",
}
"""Ids of their titles."""
_ORDER: Final = tuple(Step)
COUNTED: Final = len(_ORDER) - 1
"""Steps that are counted aloud; the last one is the end."""


def step_of(text: str | None) -> Step:
    """The step an address names; the first for anything else."""
    return Step(text) if text in _ORDER else Step.DRAW


def after(step: Step) -> Step:
    """The next step; the last one stays."""
    return _ORDER[min(_ORDER.index(step) + 1, len(_ORDER) - 1)]


def before(step: Step) -> Step:
    """The step before; the first one stays."""
    return _ORDER[max(_ORDER.index(step) - 1, 0)]


def reachable(step: Step, *, marked: bool, no_pain: bool, is_open: bool) -> Step:
    """The step that can be shown: an address may ask for one that makes no sense yet.

    Args:
        step: Asked for.
        marked: Something is marked.
        no_pain: The person said that nothing hurts.
        is_open: The drawing is not finished.
    """
    if not is_open:
        return Step.DONE
    if step is Step.DONE:
        return Step.READ_BACK if marked or no_pain else Step.DRAW
    if no_pain:
        return Step.READ_BACK if step is Step.READ_BACK else Step.DRAW
    return step if marked else Step.DRAW
