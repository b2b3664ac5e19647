"""The small picture: layers of pain, and arrows from cell to cell."""

import re
from xml.etree import ElementTree as ET

from bodymap.body import Body
from bodymap.exchange.small_picture import layered_picture

SVG = "{http://www.w3.org/2000/svg}"


def drawn(body: Body, *arrows: tuple[str, str]) -> tuple[list[list[str]], str]:
    """What each view of the picture shows of arrows, and its title."""
    cells = {
        name: int(
            body.nearest(body.xyz_cm[body.fill([name]).cells].mean(0), body.fill([name])) or 0
        )
        for pair in arrows
        for name in pair
    }
    picture = layered_picture(
        body, [(body.fill(["shoulder_front.right"]), 6)], [(cells[a], cells[b]) for a, b in arrows]
    )
    root = ET.fromstring(picture or "")  # noqa: S314 - our own picture
    views = []
    for view in root.findall(f"{SVG}g"):
        lines = [p for p in view.findall(f"{SVG}path") if p.get("stroke-width") == "6"]
        dots = [text.text or "" for text in view.findall(f"{SVG}text")]
        views.append(["line"] * len(lines) + [dot for dot in dots if re.fullmatch(r"\d", dot)])
    return views, root.findtext(f"{SVG}title") or ""


def test_a_picture_without_arrows_says_nothing_of_them(body: Body) -> None:
    assert drawn(body) == ([[], []], "Pain: 6 of 10")


def test_an_arrow_is_drawn_in_the_view_that_shows_both_ends(body: Body) -> None:
    arrows = [("shoulder_front.right", "hand_palm.right"), ("heel.left", "calf.left")]

    assert drawn(body, *arrows) == ([["line", "1"], ["line", "2"]], "Pain: 6 of 10; arrows: 2")


def test_an_arrow_round_the_body_is_a_dot_with_its_number_at_each_end(body: Body) -> None:
    assert drawn(body, ("sternum", "scapula_infraspinous.left"))[0] == [["1"], ["1"]]
