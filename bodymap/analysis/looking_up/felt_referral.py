"""The referral that one person felt beside the typical one of the trigger point."""

from dataclasses import dataclass
from typing import Final

from bodymap.analysis.looking_up.explained import share_of
from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.read_back import NamedPlace, largest_places
from bodymap.atlas import TypicalReferral
from bodymap.body import Laterality, SurfaceArea
from bodymap.body.area import of_cells

AS_TYPICAL: Final = 0.8
"""Least part of what was felt within the typical zones to call it as typical; our own choice."""

MOSTLY: Final = 0.5
"""The same to call it as typical in most."""

WORTH_TELLING: Final = 0.1
"""A part of what was felt that is smaller is the rim of a broad brush; our own choice."""


@dataclass(frozen=True, slots=True)
class FeltReferral:
    """What was felt beside what is typical. Shares count by surface, 0 to 1.

    Attributes:
        in_typical: Part of what was felt that lies in the typical zones.
        in_essential: Part of what was felt that lies in the essential zone.
        essential_felt: Part of the essential zone that was felt; None if there is none.
        typical_felt: Part of all typical zones that was felt.
        on_other_side: Part of what was felt that lies on the side where the muscle is not; None
            for a muscle that is not on one side.
        elsewhere: What was felt outside the typical zones.
        elsewhere_told: Its places in everyday words; none where it is too small to be told.
        text: The numbers in sentences.
    """

    in_typical: float
    in_essential: float
    essential_felt: float | None
    typical_felt: float
    on_other_side: float | None
    elsewhere: SurfaceArea
    elsewhere_told: tuple[NamedPlace, ...]
    text: tuple[str, ...]


def felt_referral(
    felt: SurfaceArea, typical: TypicalReferral, laterality: Laterality
) -> FeltReferral | None:
    """Compare the referral that was felt with the typical one.

    Args:
        felt: As the person drew it.
        typical: Zones of the trigger point for that side of the muscle, on the same body version.
        laterality: Side of the muscle, the patient's.

    Returns:
        None if nothing was felt, or nothing is typical.

    Raises:
        OtherBody: The two have different body versions.
    """
    zones = typical.essential | typical.spillover
    if not felt or not zones:
        return None
    elsewhere = felt - zones
    in_typical = share_of(felt & zones, felt)
    in_essential = share_of(felt & typical.essential, felt)
    essential_felt = (
        share_of(felt & typical.essential, typical.essential) if typical.essential else None
    )
    other = _on_other_side(felt, laterality)
    worth = share_of(elsewhere, felt) >= WORTH_TELLING
    return FeltReferral(
        in_typical=in_typical,
        in_essential=in_essential,
        essential_felt=essential_felt,
        typical_felt=share_of(felt & zones, zones),
        on_other_side=other,
        elsewhere=elsewhere,
        elsewhere_told=largest_places(elsewhere) if worth else (),
        text=tuple(_words(in_typical, essential_felt, other)),
    )


def _on_other_side(felt: SurfaceArea, laterality: Laterality) -> float | None:
    if not laterality.sign:
        return None
    sign = felt.body.cell_table.sign[felt.cells]
    return share_of(of_cells(felt.body, felt.cells[sign == -laterality.sign]), felt)


def _words(in_typical: float, essential_felt: float | None, other: float | None) -> list[str]:
    if in_typical >= AS_TYPICAL:
        how = "Felt as typical"
    elif in_typical >= MOSTLY:
        how = "Felt as typical in most"
    elif in_typical:
        how = "Felt as typical in part"
    else:
        how = "Felt elsewhere than is typical"
    told = [f"{how}: {percent(in_typical)} of what was felt lies in the typical zones."]
    if essential_felt is not None:
        told.append(f"{percent(essential_felt)} of the essential zone was felt.")
    if other is not None and other >= WORTH_TELLING:
        told.append(f"{percent(other)} of it was felt on the other side of the body.")
    return told
