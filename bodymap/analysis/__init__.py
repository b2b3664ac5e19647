"""Pure functions over body, atlas and records: what follows from what was drawn and found."""

from bodymap.analysis.explained import Explained, ExplainedBy, WouldExplain, explained
from bodymap.analysis.look_up import Candidate, LookUp, look_up
from bodymap.analysis.offered_muscles import OfferedMuscle, offered_muscles
from bodymap.analysis.places import area_of_places, places_in_words
from bodymap.analysis.reasons import Reason, ReasonKind
from bodymap.analysis.red_flag_questions import (
    RedFlagQuestion,
    questions_for,
    questions_for_region,
)

__all__ = [
    "Candidate",
    "Explained",
    "ExplainedBy",
    "LookUp",
    "OfferedMuscle",
    "Reason",
    "ReasonKind",
    "RedFlagQuestion",
    "WouldExplain",
    "area_of_places",
    "explained",
    "look_up",
    "offered_muscles",
    "places_in_words",
    "questions_for",
    "questions_for_region",
]
