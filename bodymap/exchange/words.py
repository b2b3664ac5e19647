"""The words in pictures and on printed sheets. Left and right are always the patient's."""

from collections.abc import Iterable
from typing import Final

from bodymap.atlas import Atlas, LateralityRule, ReferralZone, TriggerPoint
from bodymap.body import Laterality

ESSENTIAL: Final = "essential: where it is mainly felt"
SPILLOVER: Final = "spillover: felt by some"
TRIGGER_POINT: Final = "trigger point"
MUSCLE: Final = "where the muscle lies"

#: As in `canvas/frontend/words.js`, where the same views are named.
_VIEWS: Final = {
    "front": "Front",
    "back": "Back",
    "left": "Your left side",
    "right": "Your right side",
    "head_front": "Face",
    "head_back": "Back of the head",
    "head_left": "Head, your left side",
    "head_right": "Head, your right side",
    "pelvic_floor_female": "Pelvic floor, female, seen from below",
    "pelvic_floor_male": "Pelvic floor, male, seen from below",
}
_PARTS: Final = {
    "hand_palm": "palm",
    "hand_back": "back of the hand",
    "foot_top": "top of the foot",
    "foot_sole": "sole",
    "foot_inner": "foot, inner side",
    "foot_outer": "foot, outer side",
}
_FACING: Final = frozenset({"front", "head_front", "pelvic_floor_female", "pelvic_floor_male"})
_AWAY: Final = frozenset({"back", "head_back"})
_SIDES: Final = {Laterality.LEFT: "left", Laterality.RIGHT: "right"}
_OF_RULE: Final = {
    LateralityRule.CONTRALATERAL: " (other side)",
    LateralityRule.BILATERAL: " (both sides)",
}


def view_name(view_id: str, *, whose: str = "") -> str:
    """A view in words, such as "Back" or "Right palm".

    Args:
        view_id: View id.
        whose: Goes before left and right, such as "your"; nothing when left out.
    """
    name = _VIEWS.get(view_id)
    if name is None:
        part, _, side = view_id.partition(".")
        name = f"Your {side} {_PARTS.get(part, part)}"
    if not whose:
        name = name.replace("Your ", "").replace("your ", "")
    return name[:1].upper() + name[1:]


def cues(view_id: str, *, whose: str) -> tuple[str, str]:
    """What stands at the left and at the right of a view, such as ("your right", "your left").

    Empty for a view of one side, which is named for it.
    """
    if view_id in _FACING:
        return f"{whose} right", f"{whose} left"
    if view_id in _AWAY:
        return f"{whose} left", f"{whose} right"
    return "", ""


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
