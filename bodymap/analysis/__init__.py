"""Pure functions over body, atlas and records: what follows from what was drawn and found."""

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.coding.acr_2016 import Acr2016Result, acr_2016
from bodymap.analysis.coding.code_areas import Code
from bodymap.analysis.coding.codings import Coded, DrawingCodings, codings
from bodymap.analysis.comparing.change import DrawingChange, change
from bodymap.analysis.comparing.extent import PainExtent, PainStrength, extent, strength
from bodymap.analysis.looking_up.explained import Explained, ExplainedBy, WouldExplain, explained
from bodymap.analysis.looking_up.look_up import Candidate, LookUp, look_up
from bodymap.analysis.looking_up.reasons import Reason, ReasonKind
from bodymap.analysis.offered_muscles import OfferedMuscle, offered_muscles
from bodymap.analysis.places import area_of_places, places_in_words
from bodymap.analysis.red_flag_questions import (
    RedFlagQuestion,
    questions_for,
    questions_for_region,
)

__all__ = [
    "Acr2016Result",
    "Candidate",
    "Code",
    "Coded",
    "DrawingChange",
    "DrawingCodings",
    "Explained",
    "ExplainedBy",
    "LookUp",
    "OfferedMuscle",
    "PainExtent",
    "PainStrength",
    "Reason",
    "ReasonKind",
    "RedFlagQuestion",
    "WouldExplain",
    "acr_2016",
    "area_of_places",
    "change",
    "codings",
    "explained",
    "extent",
    "look_up",
    "offered_muscles",
    "places_in_words",
    "questions_for",
    "questions_for_region",
    "separate_areas",
    "strength",
]
