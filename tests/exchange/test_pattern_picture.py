"""The picture of a pattern, as SVG and as PNG."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from bodymap.atlas import Atlas, typical_referral
from bodymap.atlas.citing import NOTICE, agreement, citation
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.placing import CHARTS
from bodymap.body import Body, Laterality
from bodymap.exchange import Drawing, pattern_picture, to_png, to_svg
from bodymap.exchange.drawing import Group, Item, Shape, Text
from bodymap.exchange.pattern_picture import shown_of

SVG = "{http://www.w3.org/2000/svg}"
SOME = ("infraspinatus_upper", "sternocleidomastoid_sternal", "levator_ani_pubococcygeus_belly")
ABOVE_THE_LEGEND = 800
NOTHING_REFERRED = "pectoralis_major_arrhythmia"


def drawn(atlas: Atlas, body: Body, point: str, side: Laterality = Laterality.RIGHT) -> Drawing:
    return pattern_picture(atlas.trigger_points[point], side, atlas, body)


def texts_of(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        if isinstance(item, Text):
            found.append(item.text)
        elif isinstance(item, Group):
            found += texts_of(item.items)
    return found


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def words_of(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def paths_of(root: ET.Element, name: str) -> list[str]:
    return [p.attrib["d"] for p in root.iter(f"{SVG}path") if p.get("class") == name]


@pytest.mark.parametrize("point", SOME)
def test_title_sources_certainty_notice_views_and_cues_are_in_the_picture(
    atlas: Atlas, body: Body, point: str
) -> None:
    entry, muscle = atlas.trigger_points[point], atlas.muscle_of(point)
    root = parsed(to_svg(drawn(atlas, body, point)))
    words = words_of(root)

    assert root.findtext(f"{SVG}title") == f"{muscle.name}, right"
    assert f"{muscle.name}, right" in words
    assert entry.name in words
    assert NOTICE in words
    cited = [atlas.sources[each] for each in entry.sources]
    assert agreement(cited, entry.certainty) in words
    assert all(citation(atlas.sources[each]) in words for each in entry.sources)
    assert "essential: where it is mainly felt" in words
    assert "patient's right" in words
    assert "patient's left" in words


@pytest.mark.parametrize("point", SOME)
@pytest.mark.parametrize("side", [Laterality.LEFT, Laterality.RIGHT])
def test_the_zones_are_the_very_paths_of_the_canvas(
    atlas: Atlas, body: Body, point: str, side: Laterality
) -> None:
    entry = atlas.trigger_points[point]
    referral = typical_referral(entry, side, body)
    _, views = shown_of(entry, side, atlas, body)
    root = parsed(to_svg(drawn(atlas, body, point, side)))

    for name, area in (("essential", referral.essential), ("spillover", referral.spillover)):
        traced = [body.trace(area, view.id) for view in views]
        assert paths_of(root, name) == [d for d in traced if d]
    assert paths_of(root, "body") == [body.outline(view.id) for view in views]


def test_a_picture_needs_nothing_beside_it(atlas: Atlas, body: Body) -> None:
    svg = to_svg(drawn(atlas, body, SOME[0]))

    addresses = re.findall(r'(?:href|src)="([^"]*)"|url\(([^)]*)\)', svg)
    named = [address or target for address, target in addresses]
    assert named
    assert all(name.startswith(("data:image/png;base64,", "#")) for name in named)
    assert "<script" not in svg
    ids = set(re.findall(r'id="([^"]*)"', svg))
    assert {name[1:] for name in named if name.startswith("#")} == ids


def test_text_with_markup_in_it_stays_text() -> None:
    evil = '<script>alert("1")</script> & more'
    drawing = Drawing(10, 10, evil, evil, (Text(0, 0, evil, 5, "#000000"),))

    root = parsed(to_svg(drawing))

    assert {node.tag for node in root.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "defs", "rect", "text")
    }
    assert words_of(root) == evil


def test_one_sided_trigger_points_keep_their_side_whatever_is_asked(
    atlas: Atlas, body: Body
) -> None:
    point = next(p for p in atlas.trigger_points.values() if p.only_on)
    other = Laterality.LEFT if point.only_on == "right" else Laterality.RIGHT

    assert drawn(atlas, body, point.id, other).title.endswith(f", {point.only_on}")


def test_a_trigger_point_without_referral_says_so_and_explains_no_zone(
    atlas: Atlas, body: Body
) -> None:
    drawing = drawn(atlas, body, NOTHING_REFERRED)
    words = " ".join(texts_of(drawing.items))

    assert "essential:" not in words
    assert "spillover:" not in words


def test_the_other_figures_are_drawn_with_their_own_outline(atlas: Atlas, body: Body) -> None:
    broad = body.as_figure("broad")
    root = parsed(to_svg(drawn(atlas, broad, "infraspinatus_upper")))

    assert broad.outline("front") in paths_of(root, "body")
    assert body.outline("front") not in paths_of(root, "body")


def test_a_png_has_the_size_that_is_stated_and_the_colours_of_the_drawing() -> None:
    square = "M10 10L50 10L50 50L10 50Z"
    hole = "M20 20L40 20L40 40L20 40Z"
    drawing = Drawing(60, 60, "a", "b", (Shape(square + hole, fill="#b6213b"),), paper="#00ff00")

    picture = Image.open(BytesIO(to_png(drawing, scale=2)))

    assert picture.format == "PNG"
    assert picture.size == (120, 120)
    assert picture.getpixel((30, 30)) == (0xB6, 0x21, 0x3B)
    assert picture.getpixel((60, 60)) == (0, 255, 0)
    assert picture.getpixel((4, 4)) == (0, 255, 0)


def test_groups_move_scale_and_clip_in_a_png_as_they_do_in_svg() -> None:
    inner = Shape("M0 0L10 0L10 10L0 10Z", fill="#000000")
    group = Group((inner,), x=20, y=10, scale=2, inside="M0 0L5 0L5 10L0 10Z")
    picture = Image.open(BytesIO(to_png(Drawing(60, 40, "a", "b", (group,)), scale=1)))

    black = np.argwhere(np.asarray(picture.convert("L")) < 128)
    assert black.min(axis=0).tolist() == [10, 20]
    assert black.max(axis=0).tolist() == [29, 29]


def test_spillover_is_dotted_on_about_a_fifth_of_its_surface() -> None:
    zone = Shape("M0 0L180 0L180 180L0 180Z", fill="#000000", dotted=True)
    picture = Image.open(BytesIO(to_png(Drawing(180, 180, "a", "b", (zone,)), scale=1)))

    inked = 1 - np.asarray(picture.convert("L")).mean() / 255
    assert inked == pytest.approx(np.pi * 2.3**2 / 81, abs=0.03)


def test_the_left_pattern_is_painted_as_the_mirror_picture_of_the_right_one(
    atlas: Atlas, body: Body
) -> None:
    places = []
    for side in (Laterality.RIGHT, Laterality.LEFT):
        drawing = drawn(atlas, body, "infraspinatus_medial", side)
        picture = Image.open(BytesIO(to_png(drawing, scale=1))).convert("RGB")
        assert picture.size == (round(drawing.width), round(drawing.height))
        red, green, blue = np.asarray(picture).astype(int).transpose(2, 0, 1)
        reddish = (red > 120) & (green < red - 50) & (blue < red - 40)
        places.append(np.argwhere(reddish[:ABOVE_THE_LEGEND]))

    right, left = places
    assert len(right) == pytest.approx(len(left), rel=0.05)
    assert len(right) > 1000
    assert left[:, 1].mean() == pytest.approx(1200 - right[:, 1].mean(), abs=3)


@pytest.mark.slow
def test_every_pattern_has_its_picture(atlas: Atlas, body: Body) -> None:
    for point in atlas.trigger_points.values():
        drawing = pattern_picture(point, Laterality.RIGHT, atlas, body)
        root = parsed(to_svg(drawing))
        shown = paths_of(root, "essential") + paths_of(root, "spillover")
        pain = bool(point.referral.zones) and not point.referral.instead_of_pain
        assert bool(shown) == pain, point.id
        assert any(node.get("class") == "place" for node in root.iter(f"{SVG}g")), point.id
        for item in drawing.items:
            if isinstance(item, Text):
                assert 0 < item.y < drawing.height, point.id


def charts_shown(atlas: Atlas, body: Body, point: str) -> list[str]:
    _, views = shown_of(atlas.trigger_points[point], Laterality.RIGHT, atlas, body)
    return [view.id for view in views if view.group == CHARTS]


def test_the_pelvic_floor_is_shown_only_where_the_trigger_point_lies_on_its_chart(
    atlas: Atlas, body: Body
) -> None:
    asked_for = {point for point in atlas.trigger_points if charts_shown(atlas, body, point)}
    on_the_chart = {
        point
        for point in atlas.trigger_points
        if not body.cells([atlas.place_cell(point)]) & body.whole()
    }
    assert asked_for == on_the_chart
    assert "levator_ani_pubococcygeus_belly" in asked_for
    assert "rectus_abdominis_lower" not in asked_for


def test_the_muscle_is_drawn_on_request_and_says_what_it_rests_on(atlas: Atlas, body: Body) -> None:
    layer = MuscleLayer.load()
    point = atlas.trigger_points["infraspinatus_upper"]
    without = parsed(to_svg(pattern_picture(point, Laterality.LEFT, atlas, body)))
    shown = parsed(to_svg(pattern_picture(point, Laterality.LEFT, atlas, body, layer)))

    lies = layer.area("infraspinatus", Laterality.LEFT, body)
    assert paths_of(without, "muscle") == []
    assert body.trace(lies, "back") in paths_of(shown, "muscle")
    assert layer.statement not in words_of(without)
    assert layer.statement in words_of(shown)
    assert "where the muscle lies" in words_of(shown)
