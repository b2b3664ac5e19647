"""What the literature says: muscles, referral patterns, treatments, red flags, sources."""

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.base import Certainty, SourceKind
from bodymap.atlas.catalogue import Catalogue
from bodymap.atlas.codings import CodedPlace, CodedSide, Coding, Codings
from bodymap.atlas.compared import Compared, ComparedCell
from bodymap.atlas.criteria import CriteriaFile
from bodymap.atlas.facts import Fact, FactKind, FactPage
from bodymap.atlas.fibromyalgia import Acr2016
from bodymap.atlas.hazards import Hazard, Needling, RiskLevel
from bodymap.atlas.muscles import FrequencyLevel, Muscle, TriggerPoint
from bodymap.atlas.needling_hazards import hazard_line
from bodymap.atlas.place import Place
from bodymap.atlas.red_flags import AdviceLevel, RedFlag, RedFlagCue, RedFlagSign
from bodymap.atlas.referral import Extent, LateralityRule, ReferralPattern, ReferralZone
from bodymap.atlas.regions import NamedRegion, RegionKind
from bodymap.atlas.sources import Source
from bodymap.atlas.topics import Drawing, LearnTopic, TopicPart, Word
from bodymap.atlas.treatments import (
    Claim,
    ClaimField,
    Correction,
    Standing,
    StatedText,
    TreatmentOption,
)
from bodymap.atlas.typical_referral import TypicalReferral, typical_referral

__all__ = [
    "Acr2016",
    "AdviceLevel",
    "Atlas",
    "Catalogue",
    "Certainty",
    "Claim",
    "ClaimField",
    "CodedPlace",
    "CodedSide",
    "Coding",
    "Codings",
    "Compared",
    "ComparedCell",
    "Correction",
    "CriteriaFile",
    "Drawing",
    "Extent",
    "Fact",
    "FactKind",
    "FactPage",
    "FrequencyLevel",
    "Hazard",
    "LateralityRule",
    "LearnTopic",
    "Muscle",
    "NamedRegion",
    "Needling",
    "Place",
    "RedFlag",
    "RedFlagCue",
    "RedFlagSign",
    "ReferralPattern",
    "ReferralZone",
    "RegionKind",
    "RiskLevel",
    "Source",
    "SourceKind",
    "Standing",
    "StatedText",
    "TopicPart",
    "TreatmentOption",
    "TriggerPoint",
    "TypicalReferral",
    "Word",
    "hazard_line",
    "typical_referral",
]
