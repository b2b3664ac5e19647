"""What the literature says: muscles, trigger points, referral patterns, hazards, sources."""

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.base import Certainty, SourceKind
from bodymap.atlas.catalogue import Catalogue
from bodymap.atlas.criteria import CriteriaFile
from bodymap.atlas.hazards import Hazard, Needling, RiskLevel
from bodymap.atlas.muscles import FrequencyLevel, Muscle, TriggerPoint
from bodymap.atlas.needling_hazards import hazard_line
from bodymap.atlas.place import Place
from bodymap.atlas.referral import Extent, LateralityRule, ReferralPattern, ReferralZone
from bodymap.atlas.regions import NamedRegion, RegionKind
from bodymap.atlas.sources import Source
from bodymap.atlas.typical_referral import TypicalReferral, typical_referral

__all__ = [
    "Atlas",
    "Catalogue",
    "Certainty",
    "CriteriaFile",
    "Extent",
    "FrequencyLevel",
    "Hazard",
    "LateralityRule",
    "Muscle",
    "NamedRegion",
    "Needling",
    "Place",
    "ReferralPattern",
    "ReferralZone",
    "RegionKind",
    "RiskLevel",
    "Source",
    "SourceKind",
    "TriggerPoint",
    "TypicalReferral",
    "hazard_line",
    "typical_referral",
]
