"""How far a drawn zone agrees with the sites that are listed for it."""

import pytest

from bodymap.analysis.comparing.comparing_drawn import ComparedWithSites, compared_with_sites
from bodymap.atlas import LateralityRule
from bodymap.atlas.referral import EssentialZone
from bodymap.body import Laterality
from tests.shipped import body


def zone(site: str, rule: LateralityRule = LateralityRule.IPSILATERAL) -> EssentialZone:
    return EssentialZone(site=site, laterality=rule)


SHOULDER = zone("shoulder_front")
THUMB = zone("thumb")


def test_the_sites_themselves_are_all_covered_with_nothing_outside() -> None:
    drawn = body().site("shoulder_front", Laterality.RIGHT)

    assert compared_with_sites(drawn, [SHOULDER], body()) == ComparedWithSites(1.0, 0.0, ())


def test_a_site_too_many_and_a_site_too_few_are_told_apart() -> None:
    one = body().site("shoulder_front", Laterality.RIGHT)
    two = body().site("thumb", Laterality.RIGHT)

    few = compared_with_sites(one, [SHOULDER, THUMB], body())
    many = compared_with_sites(one | two, [SHOULDER], body())

    assert few.covered == pytest.approx(one.cm2 / (one.cm2 + two.cm2))
    assert (few.outside, few.missed) == (0.0, ("thumb",))
    assert many.covered == 1.0
    assert many.outside == pytest.approx(two.cm2 / (one.cm2 + two.cm2))


def test_the_other_side_covers_nothing_unless_both_are_listed() -> None:
    left = body().site("shoulder_front", Laterality.LEFT)
    both = zone("shoulder_front", LateralityRule.BILATERAL)

    assert compared_with_sites(left, [SHOULDER], body()).covered == 0.0
    compared = compared_with_sites(left, [both], body())
    assert compared.covered == pytest.approx(0.5, abs=0.02)
    assert compared.missed == ()


def test_nothing_drawn_and_nothing_listed_have_no_parts() -> None:
    nothing = body().cells([])

    assert compared_with_sites(nothing, [SHOULDER], body()) == ComparedWithSites(
        0.0, None, ("shoulder_front",)
    )
    drawn = body().site("thumb", Laterality.RIGHT)
    assert compared_with_sites(drawn, [], body()).covered is None


def test_a_place_inside_the_body_is_not_asked_of_a_drawing() -> None:
    inside = next(site.id for site in body().sites.values() if site.inside)
    drawn = body().site("shoulder_front", Laterality.RIGHT)

    compared = compared_with_sites(drawn, [SHOULDER, zone(inside)], body())

    assert compared == ComparedWithSites(1.0, 0.0, ())


def test_a_chart_without_surface_is_compared_by_its_cells() -> None:
    charted = next(
        site.id for site in body().sites.values() if body().site(site.id).schematic_cells
        and not body().site(site.id).cm2
    )  # fmt: skip
    rule = LateralityRule.BILATERAL
    assert compared_with_sites(body().site(charted), [zone(charted, rule)], body()).covered == 1.0
