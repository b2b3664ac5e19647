"""The words in pictures and on printed sheets. Left and right are always the patient's."""

from collections.abc import Iterable
from typing import Final

from bodymap.atlas import Atlas, LateralityRule, ReferralZone, TriggerPoint
from bodymap.body import Laterality

ESSENTIAL: Final = "essential: where it is mainly felt"
SPILLOVER: Final = "spillover: felt by some"
TRIGGER_POINT: Final = "trigger point"
MUSCLE: Final = "where the muscle lies"

_SIDES: Final = {Laterality.LEFT: "left", Laterality.RIGHT: "right"}
_OF_RULE: Final = {
    LateralityRule.CONTRALATERAL: " (other side)",
    LateralityRule.BILATERAL: " (both sides)",
}


def side(laterality: Laterality) -> str:
    """A side in one word; empty for both or none."""
    return _SIDES.get(laterality, "")


def places(zones: Iterable[ReferralZone], atlas: Atlas) -> list[str]:
    """Where zones lie, in plain words, each place once."""
    named = (
        _small(atlas.sites[zone.site].plain_label) + _OF_RULE.get(zone.laterality, "")
        for zone in zones
    )
    return list(dict.fromkeys(named))


def shapes_in_words(point: TriggerPoint) -> tuple[str, str]:
    """How the essential zones and the spillover of a trigger point look, each empty if unsaid."""
    essential, _, spillover = (point.zone_shape or "").partition("Spillover: ")
    essential = essential.replace("Essential: ", "").strip()
    return _large(essential), _large(spillover.strip())


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def listed(texts: Iterable[str]) -> str:
    """Texts in one line, the first letter large."""
    text = "; ".join(texts)
    return f"{text[:1].upper()}{text[1:]}"


def sentence(parts: Iterable[str]) -> str:
    """Parts as one sentence with commas, its first letter large."""
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
