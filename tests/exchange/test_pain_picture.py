"""The picture of a pain drawing: views, numbers, arrows from cell to cell, strengths."""

from collections.abc import Iterator

import pytest

from bodymap.body import Body
from bodymap.body.pain_colours import RATED, UNRATED
from bodymap.exchange.drawing import Drawing, Group, Item, Shape, Text
from bodymap.exchange.pain_picture import Pain, of_layers, pain_picture


def within(item: Item) -> Iterator[Item]:
    yield item
    for part in item.items if isinstance(item, Group) else ():
        yield from within(part)


def views(picture: Drawing) -> list[tuple[str, list[Item]]]:
    """The name of each view of a picture, with all its parts."""
    panels = [item for item in picture.items if isinstance(item, Group) and item.name == "panel"]
    return [
        (next(each.text for each in panel.items if isinstance(each, Text)), list(within(panel)))
        for panel in panels
    ]


def tags(parts: list[Item], name: str) -> list[str]:
    return [
        text.text
        for part in parts
        if isinstance(part, Group) and part.name == name
        for text in part.items
        if isinstance(text, Text)
    ]


def middle(body: Body, region: str) -> int:
    area = body.fill([region])
    return int(body.nearest(body.xyz_cm[area.cells].mean(0), area) or 0)


def arrows_of(body: Body, *arrows: tuple[str, str]) -> list[tuple[str, int, list[str]]]:
    """What each view of a picture of one pain shows of arrows: lines, and dots by number."""
    ends = [(middle(body, start), middle(body, end)) for start, end in arrows]
    pain = Pain(body.fill(["shoulder_front.right"]), 6, ("front",))
    return [
        (
            name,
            sum(isinstance(each, Shape) and each.name == "arrow" for each in parts),
            tags(parts, "dot"),
        )
        for name, parts in views(pain_picture(body, [pain], arrows=ends))
    ]


def test_a_picture_without_arrows_says_nothing_of_them(body: Body) -> None:
    assert arrows_of(body) == [("Front", 0, [])]
    assert "<title>Pain: 6 of 10</title>" in of_layers(
        body, [(body.fill(["shoulder_front.right"]), 6)]
    )


def test_an_arrow_is_drawn_in_the_view_that_shows_both_ends(body: Body) -> None:
    arrows = [("shoulder_front.right", "hand_palm.right"), ("heel.left", "calf.left")]
    assert arrows_of(body, *arrows) == [("Front", 1, ["1"]), ("Back", 1, ["2"])]


def test_an_arrow_round_the_body_is_a_dot_with_its_number_at_each_end(body: Body) -> None:
    assert arrows_of(body, ("sternum", "scapula_infraspinous.left")) == [
        ("Front", 0, ["1"]),
        ("Back", 0, ["1"]),
    ]


def test_every_view_that_was_drawn_in_is_shown_and_one_for_what_these_hide(body: Body) -> None:
    pains = [
        Pain(body.fill(["hand_palm.left"]), 9, ("hand_palm.left",)),
        Pain(body.fill(["calf.left"]), None),
    ]
    picture = pain_picture(body, pains)
    assert [name for name, _ in views(picture)] == ["Back", "Your left palm"]
    assert [tags(parts, "number") for _, parts in views(picture)] == [["2"], ["1"]]


def test_one_pain_needs_no_number(body: Body) -> None:
    picture = pain_picture(body, [Pain(body.fill(["calf.left"]), 4)])
    assert [tags(parts, "number") for _, parts in views(picture)] == [[]]


@pytest.mark.parametrize(("nrs", "colour"), [(0, RATED[0]), (10, RATED[10]), (None, UNRATED)])
def test_a_pain_has_the_colour_of_its_strength(body: Body, nrs: int | None, colour: str) -> None:
    picture = pain_picture(body, [Pain(body.fill(["calf.left"]), nrs)])
    fills = [
        part.fill
        for _, parts in views(picture)
        for part in parts
        if isinstance(part, Shape) and part.name == "pain"
    ]
    assert fills == [colour]


def test_what_is_kept_says_what_was_said_line_by_line(body: Body) -> None:
    long = "like a vice " * 20
    pains = [
        Pain(body.fill(["calf.left"]), None, words=("Your left: calf",)),
        Pain(body.fill(["calf.right"]), 3, words=("Your right: calf", long)),
    ]
    picture = pain_picture(body, pains, heading=("Where it hurts", "30 November 2026"))
    texts = [item for item in picture.items if isinstance(item, Text)]
    assert [text.text for text in texts][:2] == ["Where it hurts", "30 November 2026"]
    said = " ".join(text.text for text in texts)
    assert "Pain 1 Your left: calf Pain 2 Your right: calf like a vice" in said
    assert said.count("like a vice") == 20
    assert "strength not said" in said
    assert max(text.y for text in texts) <= picture.height
