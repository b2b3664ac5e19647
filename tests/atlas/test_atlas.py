"""The atlas as the program reads it."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from bodymap import files
from bodymap.atlas import (
    Atlas,
    Extent,
    LateralityRule,
    ReferralPattern,
    hazard_line,
    typical_referral,
)
from bodymap.body import Body, Laterality
from bodymap.errors import AreasNotLoaded, AtlasOfOtherBody, UnknownEntry, UnreadableAtlas


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """A compiled atlas of one's own, to damage."""
    return shutil.copytree(files.assets("atlas", "compiled"), tmp_path / "compiled")


def test_everything_is_there(atlas: Atlas) -> None:
    counts = {
        "muscles": len(atlas.muscles),
        "trigger points": len(atlas.trigger_points),
        "regions": len(atlas.regions),
        "groups": len(atlas.groups),
        "sites": len(atlas.sites),
        "hazards": len(atlas.hazards),
        "sources": len(atlas.sources),
        "criteria": len(atlas.criteria.diagnostic_criteria),
        "definitions": len(atlas.criteria.definitions),
        "reliability": len(atlas.criteria.reliability),
    }
    assert counts == {
        "muscles": 108,
        "trigger points": 195,
        "regions": 138,
        "groups": 22,
        "sites": 116,
        "hazards": 40,
        "sources": 183,
        "criteria": 4,
        "definitions": 7,
        "reliability": 15,
    }


def test_every_zone_is_there_with_its_extent(atlas: Atlas) -> None:
    zones = [zone for point in atlas.trigger_points.values() for zone in point.referral.zones]
    rules = [(zone.extent, zone.laterality) for zone in zones]
    assert {rule: rules.count(rule) for rule in set(rules)} == {
        (Extent.ESSENTIAL, LateralityRule.IPSILATERAL): 299,
        (Extent.ESSENTIAL, LateralityRule.BILATERAL): 5,
        (Extent.ESSENTIAL, LateralityRule.MIDLINE): 35,
        (Extent.SPILLOVER, LateralityRule.IPSILATERAL): 304,
        (Extent.SPILLOVER, LateralityRule.MIDLINE): 27,
    }


def test_only_the_two_right_sided_trigger_points_exist_on_one_side_only(atlas: Atlas) -> None:
    one_sided = {id_: p.only_on for id_, p in atlas.trigger_points.items() if p.only_on}
    assert one_sided == {
        "pectoralis_major_arrhythmia": "right",
        "rectus_abdominis_right_lateral": "right",
    }


def test_the_public_face_gives_an_area(atlas: Atlas, body: Body) -> None:
    area = atlas.muscles["infraspinatus"].trigger_points[0].referral.essential
    for site in ("shoulder_front", "upper_arm_front", "upper_arm_outer"):
        assert area & body.site(site, Laterality.RIGHT)
    assert area.laterality is Laterality.RIGHT


def test_without_a_body_the_neutral_figure_is_opened_when_an_area_is_asked_for() -> None:
    pattern = Atlas.load().trigger_points["masseter_deep"].referral
    assert pattern.essential.body.figure == "neutral"


def test_essential_and_spillover_share_no_cell(atlas: Atlas) -> None:
    overlapping = [
        (id_, side)
        for id_, point in atlas.trigger_points.items()
        for side in (Laterality.RIGHT, Laterality.BILATERAL)
        if point.referral.area(Extent.ESSENTIAL, side) & point.referral.area(Extent.SPILLOVER, side)
    ]
    assert overlapping == []


def test_every_pattern_has_the_areas_its_zones_promise(atlas: Atlas) -> None:
    for point in atlas.trigger_points.values():
        pattern = point.referral
        painful = bool(pattern.essential_zones) and pattern.instead_of_pain is None
        assert bool(pattern.essential) == painful, point.id
        assert bool(pattern.spillover) <= bool(pattern.spillover_zones), point.id


def test_the_left_is_the_mirror_of_the_right(atlas: Atlas, body: Body) -> None:
    for point in atlas.trigger_points.values():
        right = typical_referral(point, Laterality.RIGHT, body)
        left = typical_referral(point, Laterality.LEFT, body)
        assert left.essential == right.essential.mirrored(), point.id
        assert left.spillover == right.spillover.mirrored(), point.id


def test_both_sides_together_are_the_two_sides(atlas: Atlas, body: Body) -> None:
    point = atlas.trigger_points["trapezius_upper_tp1"]
    right, left, both = (
        typical_referral(point, side, body)
        for side in (Laterality.RIGHT, Laterality.LEFT, Laterality.BILATERAL)
    )
    assert both.essential == right.essential | left.essential
    assert both.spillover == (right.spillover | left.spillover) - both.essential


def test_a_trigger_point_of_one_side_refers_from_that_side(atlas: Atlas, body: Body) -> None:
    point = atlas.trigger_points["rectus_abdominis_right_lateral"]
    assert typical_referral(point, Laterality.MIDLINE, body) == typical_referral(
        point, Laterality.RIGHT, body
    )


def test_a_pattern_lies_on_any_figure(atlas: Atlas, body: Body) -> None:
    point = atlas.trigger_points["infraspinatus_upper"]
    for figure in body.manifest.figures:
        area = typical_referral(point, Laterality.LEFT, body.as_figure(figure)).essential
        assert area.body.figure == figure
        assert area == typical_referral(point, Laterality.LEFT, body).essential


def test_hazards_are_named_in_one_line(atlas: Atlas) -> None:
    assert hazard_line(atlas, atlas.muscles["infraspinatus"]) == (
        "Needling hazards (moderate risk): Thin or perforated scapula; Lung and pleura; "
        "Suprascapular nerve and artery"
    )


def test_the_opening_under_the_skull_is_named_at_the_suboccipital_muscles_only(
    atlas: Atlas,
) -> None:
    naming = {id_ for id_, m in atlas.muscles.items() if "foramen_magnum" in m.needling.hazards}
    assert naming == {"suboccipitals"}
    assert "magnum" not in hazard_line(atlas, atlas.muscles["lumbar_multifidi"])


def test_every_muscle_names_its_hazards_in_one_line(atlas: Atlas) -> None:
    lines = [hazard_line(atlas, muscle) for muscle in atlas.muscles.values()]
    assert all("\n" not in line and "none named" not in line for line in lines)


def test_a_trigger_point_knows_its_muscle(atlas: Atlas) -> None:
    for muscle in atlas.muscles.values():
        for point in muscle.trigger_points:
            assert atlas.muscle_of(point.id) is muscle


def test_a_site_knows_its_outermost_group(atlas: Atlas) -> None:
    groups = {site: atlas.group_of(site).id for site in ("elbow_outer", "chin", "head", "shin")}
    assert groups == {"elbow_outer": "arm", "chin": "head", "head": "head", "shin": "leg"}


def test_an_unknown_id_is_answered_with_the_nearest_one(atlas: Atlas) -> None:
    with pytest.raises(UnknownEntry) as caught:
        atlas.muscles["infraspinats"]
    assert str(caught.value) == (
        "The atlas has no muscle 'infraspinats'. Did you mean 'infraspinatus'?"
    )
    assert caught.value.nearest == "infraspinatus"
    assert atlas.muscles.get("infraspinats") is None


def test_entries_cannot_be_changed(atlas: Atlas) -> None:
    with pytest.raises(ValueError, match="frozen"):
        atlas.muscles["infraspinatus"].name = "Other"


def test_a_pattern_from_elsewhere_says_that_it_has_no_areas() -> None:
    pattern = ReferralPattern(essential=(), spillover=())
    with pytest.raises(AreasNotLoaded, match=r"Atlas\.load\(\)"):
        _ = pattern.essential


def test_a_missing_atlas_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableAtlas, match="No such file"):
        Atlas.load(tmp_path)


def test_a_missing_array_file_is_said_so(compiled: Path) -> None:
    (compiled / "zones.npz").unlink()
    with pytest.raises(UnreadableAtlas, match="no such file"):
        Atlas.load(compiled)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"nonsense", b"\x93NUMPY"])
def test_a_damaged_array_file_is_said_so(compiled: Path, content: bytes) -> None:
    (compiled / "zones.npz").write_bytes(content)
    with pytest.raises(UnreadableAtlas, match="not a valid array file"):
        Atlas.load(compiled)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2", b'{"muscles": 3}'])
def test_a_damaged_json_file_is_said_so(compiled: Path, content: bytes) -> None:
    (compiled / "atlas.json").write_bytes(content)
    with pytest.raises(UnreadableAtlas, match="not valid"):
        Atlas.load(compiled)


def test_two_files_that_do_not_belong_together_are_refused(compiled: Path) -> None:
    entries = json.loads((compiled / "atlas.json").read_bytes())
    entries["muscles"].pop()
    (compiled / "atlas.json").write_text(json.dumps(entries), encoding="utf-8")
    with pytest.raises(UnreadableAtlas, match=r"differ from those of atlas\.json"):
        Atlas.load(compiled)


def test_an_atlas_of_another_body_version_gives_no_areas(compiled: Path, body: Body) -> None:
    with np.load(compiled / "zones.npz") as kept:
        arrays = dict(kept)
    np.savez(compiled / "zones.npz", **(arrays | {"body_version": np.array("0")}))
    pattern = Atlas.load(compiled, body=body).trigger_points["masseter_deep"].referral
    with pytest.raises(AtlasOfOtherBody) as caught:
        _ = pattern.essential
    assert (caught.value.atlas_version, caught.value.body_version) == ("0", "1")


def test_asking_whether_there_is_an_entry_looks_for_no_name_like_it(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bodymap.errors.atlas.get_close_matches", None)

    assert "infraspinatus" in atlas.muscles
    assert "infraspinatu" not in atlas.muscles
    assert 7 not in atlas.muscles
    assert atlas.muscles.get("infraspinatu") is None
    assert atlas.muscles.get("infraspinatus") is atlas.muscles["infraspinatus"]
