"""Small bodies: the figure once, marks in the views that show them, few bytes."""

import re

from bodymap.body import Body
from bodymap.body.pain_colours import RATED, UNRATED
from bodymap.exchange.tiny_body import Dot, TinyBody, silhouette, tiny_marks

SHOULDER = "shoulder_front.right"
BLADE = "scapula_infraspinous.right"


def groups(svg: str) -> list[str]:
    """What is drawn in front and on the back."""
    return re.findall(r"<g [^>]*>(.*?)</g>", svg)


def test_the_figure_has_one_outline_in_each_view(body: Body) -> None:
    front, back = groups(silhouette(body))

    assert (front.count("<path"), back.count("<path")) == (1, 1)
    assert len(silhouette(body)) < 5_000


def test_pain_lies_in_the_views_that_show_it_the_stronger_on_top(body: Body) -> None:
    shoulder, blade = body.fill([SHOULDER]), body.fill([BLADE])
    shown = TinyBody([(shoulder, 7), (blade, None), (shoulder | blade, 2)])

    front, back = groups(tiny_marks(body, shown))

    colours = [re.findall('fill="(#[0-9a-f]{6})"', each) for each in (front, back)]
    assert colours == [[RATED[2], RATED[7]], [UNRATED, RATED[2]]]


def test_a_finding_is_a_dot_where_its_cell_is_seen_solid_if_active(body: Body) -> None:
    cell = int(body.fill([BLADE]).cells[0])
    point = body.project(cell, "back")
    assert point is not None

    front, back = groups(tiny_marks(body, TinyBody(dots=[Dot(cell, filled=True)])))

    assert front == ""
    assert f'cx="{point[0] / 8:.1f}" cy="{point[1] / 8:.1f}"' in back
    _, ring = groups(tiny_marks(body, TinyBody(dots=[Dot(cell, filled=False)])))
    assert ring != back


def test_nothing_marked_is_an_empty_picture_of_the_same_size(body: Body) -> None:
    empty = tiny_marks(body, TinyBody())

    assert groups(empty) == ["", ""]
    assert empty[: empty.index("<g")] == silhouette(body)[: silhouette(body).index("<g")]


def test_ten_visits_take_less_than_sixty_kilobytes(body: Body) -> None:
    large = body.fill([SHOULDER, BLADE, "abdomen_mid.left", "knee_front.left", "knee_front.right"])
    visit = TinyBody([(large, 5)], [Dot(int(cell), filled=True) for cell in large.cells[:10]])

    sizes = [len(silhouette(body)), *(len(tiny_marks(body, visit)) for _ in range(10))]

    assert sum(sizes) * 4 / 3 < 60_000
