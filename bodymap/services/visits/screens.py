"""Screens: lists of points to go through one after the other; six are shipped, own ones are kept.

Which points stand in a shipped screen is our own choice of common ones for a complaint. It claims
neither to be complete nor that a complaint comes from them.
"""

import json
from dataclasses import asdict, dataclass
from typing import Final

from bodymap.atlas import Atlas
from bodymap.errors import InvalidRecord, Problem
from bodymap.records import Assessment
from bodymap.records.base import NAME_LENGTH
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_OWN: Final = "own_screens"
MOST_OWN: Final = 50
"""Most screens of one practice."""


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
    with ports.store.reading() as unit:
        return SCREENS + _own(unit)


def keep_screen(*, name: str, visit: Assessment, atlas: Atlas, ports: Ports) -> Screen:
    """Keep the points of a visit as a screen, in place of one of this name. Writes.

    Raises:
        InvalidRecord: the name is missing, too long or that of a shipped one, the visit has no
            typical trigger point, or there are too many screens.
    """
    known = (each.trigger_point for each in visit.findings)
    points = tuple(dict.fromkeys(each for each in known if each in atlas.trigger_points))
    screen = Screen(" ".join(name.split()), tuple(each for each in points if each))
    _must_be_keepable(screen)

    def work(unit: UnitOfWork) -> Screen:
        others = [each for each in _own(unit) if each.name != screen.name]
        if len(others) >= MOST_OWN:
            _refuse("name", f"at most {MOST_OWN} screens can be kept; remove one first", name)
        _save(unit, [*others, screen])
        return screen

    return written(ports, work)


def remove_screen(*, name: str, ports: Ports) -> None:
    """Remove a screen of this practice. Writes; shipped ones stay."""

    def work(unit: UnitOfWork) -> None:
        _save(unit, [each for each in _own(unit) if each.name != name])

    written(ports, work)


def _must_be_keepable(screen: Screen) -> None:
    if not screen.name or len(screen.name) > NAME_LENGTH:
        _refuse("name", f"a name of at most {NAME_LENGTH} characters is needed", screen.name)
    if screen.name in {each.name for each in SCREENS}:
        _refuse("name", "a shipped screen has this name", screen.name)
    if not screen.points:
        _refuse("points", "this visit has no finding at a typical trigger point yet", "")


def _refuse(field: str, reason: str, value: str) -> None:
    problem = Problem(field=field, reason=reason, value=repr(value[:80]))
    raise InvalidRecord("screen", problems=(problem,))


def _own(unit: UnitOfWork) -> tuple[Screen, ...]:
    kept = json.loads(unit.settings.get(_OWN) or "[]")
    return tuple(Screen(each["name"], tuple(each["points"])) for each in kept)


def _save(unit: UnitOfWork, screens: list[Screen]) -> None:
    ordered = sorted(screens, key=lambda each: each.name.casefold())
    unit.settings.set(_OWN, json.dumps([asdict(each) for each in ordered]))
