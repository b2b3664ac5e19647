"""Pure functions over body, atlas and records: what follows from what was drawn and found."""

from bodymap.analysis.offered_muscles import OfferedMuscle, offered_muscles
from bodymap.analysis.red_flag_questions import (
    RedFlagQuestion,
    questions_for,
    questions_for_region,
)

__all__ = [
    "OfferedMuscle",
    "RedFlagQuestion",
    "offered_muscles",
    "questions_for",
    "questions_for_region",
]
