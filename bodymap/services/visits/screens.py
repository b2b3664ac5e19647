"""Screens: lists of points to go through one after the other; six are shipped, own ones are kept.

Which points stand in a shipped screen is our own choice of common ones for a complaint. It claims
neither to be complete nor that a complaint comes from them.
"""

from dataclasses import dataclass, replace
from typing import Final

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.records import Assessment, Signs, SignValue
from bodymap.services.assessing.examining import NOT_EXAMINED, begin_finding
from bodymap.services.assessing.findings import revise_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.kept_by_name import KeptByName
from bodymap.services.kernel.ports import Ports

MOST_OWN: Final = 50
"""Most screens of one practice."""
_OWN: Final = KeptByName("own_screens", "screen", MOST_OWN)
NOTHING_FOUND: Final = Signs(
    taut_band=SignValue.ABSENT,
    hypersensitive_spot=SignValue.ABSENT,
    referred_sensation=SignValue.ABSENT,
    familiar_pain=SignValue.ABSENT,
)
"""What one tap on *nothing found* answers; the twitch response stays not examined."""


@dataclass(frozen=True)
class Screen:
    """A list of points to go through.

    Attributes:
        name: Such as "Neck and headache"; tells it from the others.
        points: Ids of trigger points of the atlas, in the order in which they are gone through.
    """

    name: str
    points: tuple[str, ...]


SCREENS: Final = (
    Screen(
        "Neck and headache",
        (
            "trapezius_upper_tp1",
            "levator_scapulae_lower",
            "splenius_capitis_upper",
            "splenius_cervicis_upper",
            "semispinalis_capitis_upper",
            "suboccipitals_belly",
            "sternocleidomastoid_sternal",
            "sternocleidomastoid_clavicular",
            "temporalis_anterior",
            "masseter_superficial_mid",
        ),
    ),
    Screen(
        "Shoulder",
        (
            "infraspinatus_upper",
            "supraspinatus_belly",
            "teres_minor_belly",
            "subscapularis_belly",
            "deltoid_anterior",
            "deltoid_middle",
            "deltoid_posterior",
            "pectoralis_major_clavicular",
            "pectoralis_minor_belly",
            "trapezius_upper_tp1",
        ),
    ),
    Screen(
        "Elbow, forearm and hand",
        (
            "extensor_carpi_radialis_longus",
            "extensor_carpi_radialis_brevis",
            "brachioradialis_upper",
            "supinator_belly",
            "extensor_digitorum_middle",
            "triceps_brachii_medial_lateral_border",
            "pronator_teres_belly",
            "finger_flexors_radial_part",
            "thumb_muscles_adductor",
        ),
    ),
    Screen(
        "Low back and buttock",
        (
            "quadratus_lumborum_superficial_upper",
            "quadratus_lumborum_deep_lower",
            "iliocostalis_lumborum_l1",
            "longissimus_thoracis_l1",
            "lumbar_multifidi_l4_l5",
            "gluteus_maximus_tp1",
            "gluteus_medius_tp1",
            "gluteus_minimus_posterior",
            "piriformis_lateral",
            "iliopsoas_abdominal",
        ),
    ),
    Screen(
        "Hip, thigh and knee",
        (
            "tensor_fasciae_latae_belly",
            "gluteus_medius_tp1",
            "gluteus_minimus_anterior",
            "rectus_femoris_upper",
            "vastus_medialis_lower",
            "vastus_lateralis_middle",
            "adductor_longus_brevis_upper",
            "biceps_femoris_mid_lower",
            "popliteus_belly",
        ),
    ),
    Screen(
        "Lower leg and foot",
        (
            "gastrocnemius_tp1",
            "soleus_tp1",
            "tibialis_anterior_upper",
            "tibialis_posterior_deep",
            "peroneals_longus",
            "peroneals_brevis",
            "toe_flexors_long_digitorum",
            "foot_intrinsic_superficial_abductor_hallucis",
            "foot_intrinsic_superficial_flexor_digitorum_brevis",
        ),
    ),
)
"""Those that are shipped."""


def list_screens(*, ports: Ports) -> tuple[Screen, ...]:
    """The shipped screens, then those of this practice in the order of their names."""
    own = _OWN.all(ports).items()
    return SCREENS + tuple(Screen(name, tuple(points)) for name, points in own)


def keep_screen(*, name: str, visit: Assessment, atlas: Atlas, ports: Ports) -> Screen:
    """Keep the points of a visit as a screen, in place of one of this name. Writes.

    Raises:
        InvalidRecord: the name is missing, too long or that of a shipped one, the visit has no
            typical trigger point, or there are too many screens.
    """
    if " ".join(name.split()) in {each.name for each in SCREENS}:
        _OWN.refuse("name", "a shipped screen has this name", name)
    known = (each.trigger_point for each in visit.findings)
    points = tuple(
        dict.fromkeys(each for each in known if each is not None and each in atlas.trigger_points)
    )
    if not points:
        _OWN.refuse("points", "this visit has no finding at a typical trigger point yet", "")
    return Screen(_OWN.keep(name, points, ports), points)


def remove_screen(*, name: str, ports: Ports) -> None:
    """Remove a screen of this practice. Writes; shipped ones stay."""
    _OWN.remove(name, ports)


def answer_point(
    editing: Editing,
    *,
    trigger_point: str,
    laterality: Laterality,
    is_found: bool,
    new_id: str,
    atlas: Atlas,
    body: Body,
) -> tuple[Assessment, str]:
    """Record a point of a screen: a finding, or that nothing was found there.

    A finding that is there already is left as it is where it was examined; otherwise *nothing
    found* answers its signs.

    Returns:
        The assessment as it is then, and the id of the finding.

    Raises:
        NoTypicalPlace: the atlas draws no mark there.
    """
    signs = NOT_EXAMINED if is_found else NOTHING_FOUND
    kept, finding_id = begin_finding(
        editing,
        trigger_point=trigger_point,
        laterality=laterality,
        new_id=new_id,
        atlas=atlas,
        body=body,
        signs=signs,
    )
    there = kept.finding(finding_id)
    if not is_found and there is not None and there.signs == NOT_EXAMINED:
        changes = {"signs": signs.model_dump()}
        kept = revise_finding(
            replace(editing, expected_version=kept.version), finding_id=finding_id, changes=changes
        )
    return kept, finding_id
