"""Errors in words for the person at the screen, made from the errors' own facts."""

from typing import Final

from bodymap.errors import (
    BodymapError,
    EditClash,
    InvalidRecord,
    StoreError,
    UnknownAssessment,
    UnknownDrawing,
    UnknownPerson,
)

_UNKNOWN: Final[dict[type[BodymapError], str]] = {
    UnknownAssessment: "assessment",
    UnknownDrawing: "drawing",
    UnknownPerson: "person",
}


def in_words(error: BodymapError) -> str:
    """What happened and what to do, in one or two sentences. Plain text, never markup.

    Most errors say it well themselves; ids and versions, which mean nothing to a person, are left
    out here.
    """
    if isinstance(error, EditClash):
        return (
            "Not saved: this was changed in another window in the meantime, and nothing was "
            "overwritten. It is shown here as it is now; make your change again if it still holds."
        )
    if isinstance(error, UnknownAssessment | UnknownDrawing | UnknownPerson):
        thing = _UNKNOWN[type(error)]
        if error.deleted:
            return f"This {thing} was deleted. It can be brought back on the People page."
        return f"There is no such {thing} here. Choose one from the list."
    if isinstance(error, InvalidRecord):
        problems = "; ".join(
            f"{problem.field.replace('_', ' ')}: {problem.reason.removeprefix('Value error, ')}"
            for problem in error.problems
        )
        return f"Not saved. {problems}."
    if isinstance(error, StoreError):
        return f"{error} What you entered stays on the screen."
    return str(error)
