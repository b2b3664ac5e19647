"""The sites people name, and which regions make each of them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.figure.partition.names import Place


@dataclass(frozen=True)
class SiteName:
    """A site: a union of regions, or one place inside the body.

    Attributes:
        id: slug.
        group: heading it stands under.
        laterality: `paired`, `both` (spans the mid-line, may be recorded by side) or `midline`.
        regions: base ids of its pieces on the body surface, in order.
        at: for a place inside the body, base id of the region it is offered at.
        on_pelvic_floor: the pelvic-floor chart draws it too: as the regions whose base id is
            the site's id, or starts with it and an underscore.
    """

    id: str
    group: str
    laterality: str
    regions: tuple[str, ...] = ()
    at: str | None = None
    on_pelvic_floor: bool = False


# Group, then laterality to its sites.
_GROUPS: Mapping[str, Mapping[str, str]] = {
    "head": {
        "paired": "head_forehead head_eyebrow head_temple head_side head_occiput head_mastoid eye"
        " ear jaw_joint jaw cheek teeth_upper teeth_lower",
        "both": "head_vertex head_whole_inside",
        "midline": "nose chin tongue",
    },
    "neck": {"paired": "neck_back neck_upper_back neck_side neck_base", "both": "neck_front"},
    "shoulder": {"paired": "acromion shoulder_front shoulder_side shoulder_back axilla"},
    "upper_back": {
        "paired": "suprascapular interscapular scapula scapula_medial_border"
        " scapula_inferior_angle mid_back lower_ribs_back",
        "midline": "thoracic_midline",
    },
    "lower_back": {
        "paired": "lumbar_paraspinal iliac_crest sacroiliac",
        "midline": "lumbar_midline sacrum",
    },
    "buttocks": {"paired": "buttock_upper buttock_mid buttock_lower sit_bone"},
    "pelvis": {
        "paired": "groin testicle_scrotum",
        "both": "pelvis_deep pelvic_floor genitals_vulva",
        "midline": "pubic_bone perineum vagina genitals_penis urethra_bladder anus_rectum coccyx",
    },
    "chest": {"paired": "chest_front breast chest_side costal_margin", "midline": "sternum"},
    "abdomen": {
        "paired": "abdomen_lower flank",
        "both": "abdomen_upper abdomen_mid",
        "midline": "suprapubic",
    },
    "arm": {
        "paired": "upper_arm_front upper_arm_back upper_arm_outer upper_arm_inner elbow_outer"
        " elbow_inner elbow_back elbow_front forearm_front forearm_back forearm_thumb_side"
        " forearm_little_finger_side wrist_front wrist_back",
    },
    "hand": {
        "paired": "hand_back hand_palm thumb_web thumb finger_index finger_middle finger_ring"
        " finger_little",
    },
    "hip": {"paired": "hip_outer hip_front hip_back"},
    "leg": {
        "paired": "thigh_front thigh_back thigh_inner thigh_outer knee_front knee_inner knee_outer"
        " knee_back calf shin leg_outer leg_inner achilles",
    },
    "foot": {
        "paired": "ankle_front ankle_inner ankle_outer heel foot_top foot_sole foot_instep"
        " foot_ball foot_outer great_toe lesser_toes",
    },
}

# Places inside the body and the region of the surface nearest to them.
_INSIDE: Mapping[str, str] = {
    "head_whole_inside": "head_vertex",
    "teeth_upper": "mouth",
    "teeth_lower": "mouth",
    "pelvis_deep": "suprapubic",
    "urethra_bladder": "suprapubic",
}

_PELVIC_FLOOR = frozenset(
    {
        "anus_rectum", "coccyx", "genitals_penis", "genitals_vulva", "pelvic_floor", "perineum",
        "pubic_bone", "sit_bone", "testicle_scrotum", "vagina",
    }
)  # fmt: skip

GROUP_OF_SITE: Mapping[str, str] = {
    site: group
    for group, by_laterality in _GROUPS.items()
    for sites in by_laterality.values()
    for site in sites.split()
}


def sites_of(places: Iterable[Place]) -> dict[str, SiteName]:
    """Collect the pieces of every site from the places that name it.

    Args:
        places: all places of the partition.

    Returns:
        Every site by its id, in the order of the headings.
    """
    pieces: dict[str, tuple[str, ...]] = {}
    for place in places:
        pieces[place.site] = (*pieces.get(place.site, ()), place.base)
    return {
        site: SiteName(
            id=site,
            group=group,
            laterality=laterality,
            regions=pieces.get(site, ()),
            at=_INSIDE.get(site),
            on_pelvic_floor=site in _PELVIC_FLOOR,
        )
        for group, by_laterality in _GROUPS.items()
        for laterality, sites in by_laterality.items()
        for site in sites.split()
    }
