"""The partition of the figure into regions."""

import re
from collections import Counter

import hypothesis.strategies as st
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis.extra.numpy import arrays

from tools.figure.partition import (
    MAX_SIDED,
    REGIONS,
    SITES,
    RegionName,
    SiteName,
    bone_groups,
    label,
)

SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*(\.(left|right))?")
GROUPS = ("arm", "toes", "great_toe", "index", "middle", "ring", "little")

# Everything a body of 17 dm can reach, and more.
points = arrays(
    np.float64, (40, 3), elements=st.floats(-9, 9, allow_nan=False, allow_subnormal=False)
)
parts = arrays(np.float64, (len(GROUPS) + 1, 40), elements=st.floats(0, 1))
eyes = arrays(np.bool_, 40)


def regions_at(
    places: npt.ArrayLike,
    parts: npt.NDArray[np.float64] | None = None,
    eyeball: npt.NDArray[np.bool_] | None = None,
) -> list[RegionName]:
    places = np.asarray(places, dtype=float)
    shares = np.zeros((len(GROUPS) + 1, len(places))) if parts is None else parts
    eyeball = np.zeros(len(places), bool) if eyeball is None else eyeball
    weights = dict(zip(GROUPS, shares[1:], strict=True))
    return [REGIONS[k] for k in label(places, weights, shares[0], eyeball)]


def mirrored(region: RegionName) -> tuple[str, str]:
    swap = {"LEFT": "RIGHT", "RIGHT": "LEFT", "MIDLINE": "MIDLINE"}
    return region.base, swap[region.laterality]


def test_there_are_between_180_and_260_regions() -> None:
    assert 180 <= len(REGIONS) <= MAX_SIDED == 260


def test_every_region_id_is_a_slug_and_stands_once() -> None:
    ids = [region.id for region in REGIONS]
    assert [i for i in ids if not SLUG.fullmatch(i)] == []
    assert [i for i, count in Counter(ids).items() if count > 1] == []


def test_names_tell_places_apart() -> None:
    names = {(r.base, r.label, r.plain_label) for r in REGIONS}
    for column in range(3):
        counts = Counter(name[column] for name in names)
        assert [n for n, count in counts.items() if count > 1] == []


def test_a_place_is_either_a_pair_or_on_the_midline() -> None:
    sides: dict[str, list[str]] = {}
    for region in REGIONS:
        sides.setdefault(region.base, []).append(region.laterality)
        suffix = "" if region.laterality == "MIDLINE" else f".{region.laterality.lower()}"
        assert region.id == region.base + suffix
    assert {tuple(found) for found in sides.values()} == {("RIGHT", "LEFT"), ("MIDLINE",)}


def test_there_are_116_sites() -> None:
    assert len(SITES) == 116
    assert all(site.id == key for key, site in SITES.items())


@pytest.mark.parametrize("site", SITES.values(), ids=lambda site: site.id)
def test_a_site_is_regions_or_inside_or_on_the_pelvic_floor_chart(site: SiteName) -> None:
    bases = {region.base for region in REGIONS}
    assert set(site.regions) <= bases
    assert site.at is None or site.at in bases
    assert bool(site.regions or site.on_pelvic_floor) != bool(site.at)


def test_every_region_belongs_to_one_site_of_its_heading() -> None:
    owners = Counter(base for site in SITES.values() for base in site.regions)
    assert owners == Counter({region.base: 1 for region in REGIONS})
    group = {base: site.group for site in SITES.values() for base in site.regions}
    assert {r.id: r.group for r in REGIONS} == {r.id: group[r.base] for r in REGIONS}


def test_a_midline_site_has_midline_regions_and_a_paired_site_pairs() -> None:
    midline = {region.base: region.laterality == "MIDLINE" for region in REGIONS}
    odd = [
        (site.id, base)
        for site in SITES.values()
        for base in site.regions
        if midline[base] != (site.laterality == "midline")
    ]
    assert odd == []


@given(places=points, parts=parts, eyeball=eyes)
def test_left_and_right_are_mirrors(
    places: npt.NDArray[np.float64],
    parts: npt.NDArray[np.float64],
    eyeball: npt.NDArray[np.bool_],
) -> None:
    places[:, 0] = np.where(places[:, 0] == 0, 1e-3, places[:, 0])
    here = regions_at(places, parts, eyeball)
    there = regions_at(places * (-1, 1, 1), parts, eyeball)
    assert [mirrored(region) for region in here] == [(r.base, r.laterality) for r in there]


@given(places=points, parts=parts, eyeball=eyes)
def test_every_point_has_a_region_of_its_side(
    places: npt.NDArray[np.float64],
    parts: npt.NDArray[np.float64],
    eyeball: npt.NDArray[np.bool_],
) -> None:
    for (x, _, _), region in zip(places, regions_at(places, parts, eyeball), strict=True):
        assert region.laterality in ("MIDLINE", "LEFT" if x >= 0 else "RIGHT")


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ((0, 7.0, 1.6), "nose"),
        ((0.3, 7.9, 1.3), "head_forehead.left"),
        ((-0.2, 6.8, -0.3), "neck_upper_back.right"),
        ((0.55, 5.75, -0.1), "neck_base_back.left"),
        ((-1.2, 4.8, -0.6), "scapula_infraspinous.right"),
        ((0.93, 3.9, -0.5), "scapula_inferior_angle.left"),
        ((0, 4.0, -0.5), "thoracic_midline_t5_t8"),
        ((-0.3, 2.5, -0.2), "lumbar_paraspinal_l1_l3.right"),
        ((0.45, 1.4, -0.5), "sacroiliac.left"),
        ((0, 1.2, -0.5), "sacrum"),
        ((0, 0.5, -0.4), "coccyx"),
        ((-0.5, -0.1, -0.6), "sit_bone.right"),
        ((1.02, 3.88, 1.4), "nipple.left"),
        ((0, 4.5, 1.2), "sternum"),
        ((-1.7, 0.2, 0.2), "hip_trochanter.right"),
        ((1.2, -3.3, 0.9), "knee_front.left"),
        ((-1.3, -6.5, -0.2), "achilles.right"),
        ((1.4, -8.1, 0.0), "heel.left"),
    ],
)
def test_landmarks_lie_in_their_region(place: tuple[float, float, float], region: str) -> None:
    assert [found.id for found in regions_at([place])] == [region]


def test_bones_are_sorted_by_name() -> None:
    bones = ["spine", "upperarm01.L", "finger1-1.L", "finger2-1.R", "toe1-1.L", "toe2-1.L"]
    assert bone_groups(bones) == {
        "arm": [1, 2, 3],
        "toes": [4, 5],
        "great_toe": [4],
        "thumb": [2],
        "index": [3],
        "middle": [],
        "ring": [],
        "little": [],
    }
