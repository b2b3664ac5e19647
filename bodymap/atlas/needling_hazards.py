"""The needling hazards of a muscle in one line, for beside its typical referral."""

from typing import Final

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.hazards import RiskLevel
from bodymap.atlas.muscles import Muscle

_RISKS: Final = {
    RiskLevel.LOW: "low risk",
    RiskLevel.MODERATE: "moderate risk",
    RiskLevel.HIGH: "high risk",
    RiskLevel.SPECIALIST_ONLY: "for specially trained therapists only",
}


def hazard_line(atlas: Atlas, muscle: Muscle) -> str:
    """What a needle could injure at this muscle, such as "Needling hazards (high risk): Kidney".

    Structures come in the muscle's own order, the most important first.
    """
    structures = "; ".join(atlas.hazards[h].structure for h in muscle.needling.hazards)
    risk = _RISKS[muscle.needling.risk_level]
    return f"Needling hazards ({risk}): {structures or 'none named'}"
