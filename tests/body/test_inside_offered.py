"""Places inside the body are offered at the nearest place on its surface."""

import pytest

from bodymap.body import Body, Laterality
from bodymap.errors import UnknownRegion


def test_every_place_inside_is_offered_somewhere(body: Body) -> None:
    offered = {cell for region in body.regions for cell in body.inside_offered(region)}

    assert offered == {c for site in body.sites.values() for c in site.inside.values()}


def test_a_region_of_one_side_offers_its_own_side(body: Body) -> None:
    for region in body.regions.values():
        for cell in body.inside_offered(region.id):
            side = body.laterality_of(cell)
            assert Laterality.MIDLINE in {side, region.laterality} or side is region.laterality


def test_the_middle_of_the_back_offers_nothing(body: Body) -> None:
    assert body.inside_offered("scapula_infraspinous.right") == ()


def test_an_unknown_region_is_named(body: Body) -> None:
    with pytest.raises(UnknownRegion, match="tail"):
        body.inside_offered("tail")
