"""Where a finding is felt: as this patient reported it, else as is typical."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bodymap.atlas import Atlas, typical_referral
from bodymap.body import Figure, SurfaceArea
from bodymap.body.area import of_regions
from bodymap.errors import UnknownEntry
from bodymap.records import ReferralFelt, TriggerPointFinding


class ZoneBasis(StrEnum):
    """What a finding's zones rest on."""

    REPORTED = "as this patient reported it"
    TYPICAL = "typical zones of the trigger point"
    GIVEN = "an area that was given"


@dataclass(frozen=True, slots=True)
class FindingZones:
    """Where one finding is felt.

    Attributes:
        finding_id: Id of the finding; empty for an area that was given.
        muscle: Id of its muscle, or None.
        essential: What certainly counts: a reported area, or the essential zone.
        spillover: The wider typical area; empty for a reported one.
        basis: What both rest on.
    """

    finding_id: str
    muscle: str | None
    essential: SurfaceArea
    spillover: SurfaceArea
    basis: ZoneBasis


def zones_of(
    findings: Iterable[TriggerPointFinding | SurfaceArea], atlas: Atlas, body: Figure
) -> tuple[list[FindingZones], list[str]]:
    """Zones of findings, and the ids of those without any.

    A referral that the patient drew stands in for the typical one. A finding that names no typical
    trigger point, or where no referral was felt, has no zones.

    Args:
        findings: Findings, or areas where one is felt.
        atlas: The typical patterns.
        body: Figure to measure on.
    """
    found, without = [], []
    for finding in findings:
        if isinstance(finding, SurfaceArea):
            area = finding.on(body)
            found.append(FindingZones("", None, area, of_regions(body, ()), ZoneBasis.GIVEN))
            continue
        zones = _of_finding(finding, atlas, body)
        if zones is None:
            without.append(finding.id)
        else:
            found.append(zones)
    return found, without


def _of_finding(finding: TriggerPointFinding, atlas: Atlas, body: Figure) -> FindingZones | None:
    referral = finding.referral
    if referral.felt is ReferralFelt.NONE:
        return None
    if referral.drawing is not None:
        area = referral.drawing.area(body)
        none = of_regions(body, ())
        return FindingZones(finding.id, finding.muscle, area, none, ZoneBasis.REPORTED)
    if referral.felt is ReferralFelt.OTHER:
        return None
    try:
        point = atlas.trigger_points[finding.trigger_point or ""]
    except UnknownEntry:  # "other", none, or one that this atlas does not know
        return None
    typical = typical_referral(point, finding.laterality, body)
    return FindingZones(
        finding.id, finding.muscle, typical.essential, typical.spillover, ZoneBasis.TYPICAL
    )
