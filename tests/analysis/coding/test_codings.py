"""One drawing in many codings: known answers."""

from fnmatch import fnmatchcase

import numpy as np
import pytest

from bodymap.analysis.coding import crosswalks
from bodymap.analysis.coding.codings import MARKED_SHARE, Coded, codings, schemes
from bodymap.atlas import Atlas, CodedSide
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.errors import AtlasOfOtherBody

ALL = {"choir": 74, "michigan": 35, "wpi": 19, "mypain": 15}


def labels(coded: Coded) -> set[tuple[str, str]]:
    return {(code.label, code.laterality.value) for code in coded.marked}


def test_pain_in_every_region_marks_every_code(atlas: Atlas, body: Body) -> None:
    result = codings(body.whole(), atlas)

    for name, count in ALL.items():
        coded: Coded = getattr(result, name)
        assert len(coded.marked) == count, name
        assert coded.touched == ()
        assert len({code.code for code in coded.marked}) == count
    sites = [s for s in atlas.sites.values() if s.codes.snomed_ct and not body.sites[s.id].inside]
    marked = {code.code for code in result.snomed_ct.marked}
    skin = {s.codes.snomed_ct.code for s in sites if body.site(s.id).cm2}
    assert marked >= skin


def test_no_pain_marks_nothing(atlas: Atlas, body: Body) -> None:
    result = codings(body.fill(()), atlas)

    for name in (*ALL, "snomed_ct"):
        coded: Coded = getattr(result, name)
        assert (coded.marked, coded.touched, coded.outside, coded.shares) == ((), (), (), {})


def test_scheme_and_version_travel_with_the_codes(atlas: Atlas, body: Body) -> None:
    result = codings(body.fill(["nose"]), atlas)

    assert (result.choir.scheme, result.choir.version) == (
        atlas.codings.choir.scheme,
        atlas.codings.choir.version,
    )
    assert {getattr(result, name).crosswalk for name in ALL} == {crosswalks.VERSION}
    assert "SNOMED CT" in result.snomed_ct.scheme
    assert result.snomed_ct.version


@pytest.mark.parametrize("name", ALL)
def test_the_place_of_a_code_is_coded_as_that_code_alone(
    atlas: Atlas, body: Body, name: str
) -> None:
    areas, _, _ = schemes(atlas, body)[name]
    # Both halves of the pubic area are the same cells on the midline; "everywhere" is no place.
    alike = {"121": ["121", "122"], "122": ["121", "122"], "everywhere": []}

    for number, code in enumerate(areas.codes):
        place = body.cells(np.flatnonzero((areas.rows == number).any(axis=0)))
        coded: Coded = getattr(codings(place, atlas), name)
        assert [each.code for each in coded.marked] == alike.get(code.code, [code.code])


def test_a_left_calf(atlas: Atlas, body: Body) -> None:
    result = codings(body.fill(["calf.left"]), atlas)

    assert labels(result.choir) == {("Lower Leg (back-left)", "left")}
    assert labels(result.michigan) == {("Lower leg", "left")}
    assert labels(result.wpi) == {("Lower leg", "left")}
    assert labels(result.mypain) == {("Lower legs", "none")}
    assert result.wpi.outside == ()


def test_pain_on_the_midline_marks_both_halves_where_a_scheme_has_sides(
    atlas: Atlas, body: Body
) -> None:
    result = codings(body.fill(["sternum"]), atlas)

    assert labels(result.choir) >= {
        ("Chest (front-right)", "right"),
        ("Chest (front-left)", "left"),
    }
    assert labels(result.wpi) == {("Chest", "midline")}
    assert (result.mypain.marked, result.mypain.outside) == ((), ("sternum",))


@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        (["hand_palm.left"], [{"Hand (palm-left)"}, {"Wrist/hand"}, {"Hands"}]),
        (["hand_back.right"], [{"Hand (top-right)"}, {"Wrist/hand"}, {"Hands"}]),
        (["foot_sole.left"], [{"Foot (bottom-left)"}, {"Ankle/foot"}, {"Feet"}]),
        (["nose"], [{"Face (front-right)", "Face (front-left)"}, {"Face"}, {"Head"}]),
        (["pelvic_floor_puborectalis.left"], [{"Pubic (front-left)"}, {"Pelvis"}, {"Pelvis"}]),
        (
            ["vagina_opening"],
            [{"Pubic (front-right)", "Pubic (front-left)"}, {"Pelvis"}, {"Pelvis"}],
        ),
    ],
)
def test_pain_only_in_an_inset(
    atlas: Atlas, body: Body, regions: list[str], expected: list[set[str]]
) -> None:
    result = codings(body.fill(regions), atlas)

    found = [result.choir, result.michigan, result.mypain]
    assert [{code.label for code in coded.marked} for coded in found] == expected
    assert (result.wpi.marked, result.wpi.outside) == ((), tuple(regions))


def test_pain_only_inside_goes_with_the_place_where_it_is_offered(atlas: Atlas, body: Body) -> None:
    result = codings(body.site("teeth_upper", Laterality.RIGHT), atlas)

    assert labels(result.choir) == {("Face (front-right)", "right")}
    assert labels(result.snomed_ct) == {("Tooth structure", "right")}
    assert (result.wpi.marked, result.wpi.outside) == ((), ("teeth_upper",))


def top_of(area: SurfaceArea, share: float) -> SurfaceArea:
    """The highest cells of an area, up to a share of its surface."""
    cells = area.cells[area.body.xyz_cm[area.cells, 1].argsort()[::-1]]
    cm2 = np.cumsum(area.body.area_cm2[cells])
    return area.body.cells(cells[: int(np.searchsorted(cm2, share * cm2[-1]))])


def test_a_tenth_of_its_place_marks_a_code_and_less_only_touches_it(
    atlas: Atlas, body: Body
) -> None:
    def all_of(base: str) -> SurfaceArea:
        regions = [
            region.id
            for region in body.regions.values()
            if region.base.startswith(base) and region.laterality is Laterality.LEFT
        ]
        return body.fill(regions)

    # one area, most of it in the thigh, that reaches over the top of the knee
    thigh, knee = all_of("thigh_"), all_of("knee_")
    less = codings(thigh | top_of(knee, MARKED_SHARE - 0.03), atlas).michigan
    more = codings(thigh | top_of(knee, MARKED_SHARE + 0.03), atlas).michigan

    assert MARKED_SHARE == 0.10
    assert labels(less) == {("Upper leg", "left")}
    assert [(code.label, code.laterality.value) for code in less.touched] == [("Knee", "left")]
    assert labels(more) == {("Upper leg", "left"), ("Knee", "left")}
    assert more.touched == ()


def test_a_small_spot_marks_the_code_that_holds_most_of_it(atlas: Atlas, body: Body) -> None:
    spot = body.paint("front", [[(250.0, 300.0)]], radius=9)

    result = codings(spot, atlas)

    share = max(result.michigan.shares.values())
    assert share < MARKED_SHARE
    assert {code.label for code in result.michigan.marked} == {"Chest/breast"}


def test_nothing_that_is_drawn_is_dropped(atlas: Atlas, body: Body) -> None:
    for region in body.regions.values():
        area = body.fill([region.id])
        result = codings(area, atlas)
        for name in (*ALL, "snomed_ct"):
            coded: Coded = getattr(result, name)
            assert coded.marked or coded.touched or coded.outside == (region.id,), region.id


def test_the_mirrored_drawing_has_the_mirrored_codes(atlas: Atlas, body: Body) -> None:
    other = {CodedSide.LEFT: CodedSide.RIGHT, CodedSide.RIGHT: CodedSide.LEFT}
    for region in (
        "shoulder_back.left",
        "hip_side.left",
        "foot_outer.left",
        "chest_side_lower.left",
    ):
        one = codings(body.fill([region]), atlas)
        mirrored = codings(body.fill([region]).mirrored(), atlas)
        for name in ("michigan", "wpi"):
            swapped = {
                (code.label, other.get(code.laterality, code.laterality).value)
                for code in getattr(one, name).marked
            }
            assert labels(getattr(mirrored, name)) == swapped, (region, name)


def test_codes_do_not_depend_on_the_figure(atlas: Atlas, body: Body) -> None:
    area = body.fill(["shoulder_back.left", "calf.right"])

    assert (
        codings(area.on(body.as_figure("male")), atlas).wpi.marked
        == codings(area, atlas).wpi.marked
    )


def test_an_area_of_another_body_version_is_refused(atlas: Atlas) -> None:
    class Other:
        version = "older"

    with pytest.raises(AtlasOfOtherBody):
        codings(SurfaceArea(Other(), np.array([1], np.uint16)), atlas)


@pytest.mark.parametrize("name", ["CHOIR", "MICHIGAN", "WPI", "MYPAIN"])
def test_every_region_has_one_label_at_most_and_every_word_names_a_region(
    body: Body, name: str
) -> None:
    table = getattr(crosswalks, name)
    bases = {region.base for region in body.regions.values()}

    found = {
        base: [
            label
            for label, words in table.items()
            if any(fnmatchcase(base, word) for word in words.split())
        ]
        for base in bases
    }

    assert {base for base, held in found.items() if len(held) > 1} == set()
    unused = [
        word
        for words in table.values()
        for word in words.split()
        if not any(fnmatchcase(base, word) for base in bases)
    ]
    assert unused == []


def test_what_a_scheme_leaves_out_is_what_it_says(body: Body) -> None:
    def left_out(table: dict) -> set[str]:
        words = [word for text in table.values() for word in text.split()]
        return {
            region.group
            for region in body.regions.values()
            if not any(fnmatchcase(region.base, word) for word in words)
        }

    assert left_out(crosswalks.CHOIR) == set()
    assert left_out(crosswalks.MICHIGAN) == set()
    assert left_out(crosswalks.MYPAIN) == {"chest"}
    assert left_out(crosswalks.WPI) == {"head", "arm", "hand", "leg", "foot", "pelvis", "buttocks"}


def test_every_label_of_a_scheme_is_made_of_something(atlas: Atlas) -> None:
    structures = {(code.structure, code.view) for code in atlas.codings.choir.codes}
    made = {(label.front, "front") for label in crosswalks.CHOIR}
    made |= {(label.back, "back") for label in crosswalks.CHOIR}

    assert structures <= made
    assert {code.label for code in atlas.codings.michigan.codes} == set(crosswalks.MICHIGAN)
    assert {code.label for code in atlas.codings.wpi.codes} == set(crosswalks.WPI)
    assert {code.label for code in atlas.codings.mypain.codes} == {
        *crosswalks.MYPAIN,
        crosswalks.EVERYWHERE,
    }
