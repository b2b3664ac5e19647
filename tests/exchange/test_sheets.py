"""Sheets to print: the handout and the blank figure."""

import re
from html.parser import HTMLParser

import pytest

from bodymap.analysis.red_flag_questions import questions_for
from bodymap.atlas import AdviceLevel, Atlas
from bodymap.atlas.citing import NOTICE, citation
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality
from bodymap.exchange import Paper, Part, blank_figure, blank_page, handout, to_svg
from bodymap.exchange.handout import MOST_ASKED


class Reader(HTMLParser):
    """Texts outside of style sheets, and every tag; all tags must be closed."""

    VOID = frozenset({"meta", "path", "rect", "image", "circle"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.mark.parametrize("point", ["infraspinatus_upper", "quadratus_lumborum_superficial_upper"])
def test_a_handout_says_in_plain_words_what_it_is_about_and_who_says_so(
    atlas: Atlas, body: Body, point: str
) -> None:
    entry, muscle = atlas.trigger_points[point], atlas.muscle_of(point)
    read = Reader(handout(entry, Laterality.LEFT, atlas, body))

    assert read.open == []
    assert muscle.plain_name in read.words
    assert f"{muscle.name}, left side" in read.words
    assert muscle.surface_location in read.words
    assert muscle.self_care_hint in read.words
    for text in (*muscle.symptoms, *muscle.activating_or_perpetuating):
        assert text[:1].upper() + text[1:] in read.words
    assert all(citation(atlas.sources[each]) in read.words for each in muscle.sources)
    assert NOTICE in read.words


def test_questions_for_safety_stand_before_the_hint_the_most_pressing_first(
    atlas: Atlas, body: Body
) -> None:
    point = atlas.trigger_points["quadratus_lumborum_superficial_upper"]
    muscle = atlas.muscle_of(point.id)
    read = Reader(handout(point, Laterality.RIGHT, atlas, body))
    questions = questions_for(atlas, muscle.regions[0])
    emergencies = [q for q in questions if q.flag.advice_level is AdviceLevel.EMERGENCY]

    asked = [read.words.find(q.flag.question) for q in emergencies[: MOST_ASKED["emergency"]]]
    assert -1 not in asked
    assert asked == sorted(asked)
    assert atlas.advice[AdviceLevel.EMERGENCY] in read.words
    assert asked[-1] < read.words.index(muscle.self_care_hint)
    printed = sum(q.flag.question in read.words for q in questions)
    assert f"{len(questions) - printed} more questions belong here" in read.words


@pytest.mark.parametrize("paper", Paper)
def test_a_sheet_is_laid_out_for_its_paper_and_needs_nothing_beside_it(
    atlas: Atlas, body: Body, paper: Paper
) -> None:
    point = atlas.trigger_points["infraspinatus_upper"]
    for page in (
        handout(point, Laterality.RIGHT, atlas, body, paper),
        blank_page(body, paper=paper),
    ):
        size = {"a4": "A4", "letter": "letter"}[paper]
        assert f"@page {{ size: {size};" in page
        linked = re.findall(r'(?:href|src)="([^"]*)"', page)
        assert all(link.startswith(("data:image/png;base64,", "?paper=")) for link in linked)
        assert {"script", "link", "iframe"} & Reader(page).tags == set()


def test_a_text_with_markup_in_it_stays_text(atlas: Atlas, body: Body) -> None:
    point = atlas.trigger_points["infraspinatus_upper"]
    evil = atlas.muscle_of(point.id).model_copy(
        update={"plain_name": "<script>1</script>", "symptoms": ("<b>x</b> & y",)}
    )

    class Changed:
        """The atlas, with one muscle whose texts hold markup."""

        def __getattr__(self, name: str) -> object:
            return getattr(atlas, name)

        def muscle_of(self, _: str) -> object:
            return evil

    read = Reader(handout(point, Laterality.RIGHT, Changed(), body))  # type: ignore[arg-type]

    assert "script" not in read.tags
    assert "<script>1</script>" in read.words
    assert "<b>x</b> & y" in read.words


@pytest.mark.parametrize("figure", ["neutral", "female", "male", "child", "broad"])
@pytest.mark.parametrize("part", Part)
def test_a_blank_figure_has_room_for_name_and_date_and_tells_left_from_right(
    body: Body, figure: str, part: Part
) -> None:
    on = body.as_figure(figure)
    drawing = blank_figure(on, part)
    read = Reader(to_svg(drawing))

    assert {"Name", "Date", "Shade where you feel pain, and put an X where it is worst."} <= set(
        read.texts
    )
    sided = {"your right", "your left"}
    one_sided = any(text.startswith("Your right") for text in read.texts)
    assert sided <= set(read.texts) or one_sided
    assert NOTICE in " ".join(read.texts)
    assert "essential" not in to_svg(drawing)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("part", Part)
def test_a_blank_figure_keeps_within_its_sheet(body: Body, part: Part, paper: Paper) -> None:
    drawing = blank_figure(body, part, paper)
    svg = to_svg(drawing)

    ys = [float(y) for y in re.findall(r'<text x="[^"]*" y="([^"]*)"', svg)]
    assert max(ys) < drawing.height
    assert drawing.height / drawing.width < {"a4": 277 / 190, "letter": 259.4 / 195.9}[paper]


def test_a_blank_pelvic_floor_is_that_of_the_figure_or_both_where_it_has_no_sex(
    body: Body,
) -> None:
    def charts(figure: str) -> list[str]:
        read = Reader(to_svg(blank_figure(body.as_figure(figure), Part.PELVIC_FLOOR)))
        return [text for text in read.texts if text.startswith("Pelvic floor")]

    female = "Pelvic floor, female, seen from below"
    male = "Pelvic floor, male, seen from below"
    assert {figure: charts(figure) for figure in body.manifest.figures} == {
        "neutral": [female, male],
        "female": [female],
        "male": [male],
        "child": [female, male],
        "broad": [female, male],
    }


def test_a_handout_shows_the_muscle_on_request(atlas: Atlas, body: Body) -> None:
    point, layer = atlas.trigger_points["infraspinatus_upper"], MuscleLayer.load()
    without = handout(point, Laterality.RIGHT, atlas, body)
    shown = handout(point, Laterality.RIGHT, atlas, body, layer=layer)

    assert ("the muscle" in Reader(without).texts, "the muscle" in Reader(shown).texts) == (
        False,
        True,
    )
    assert layer.statement in Reader(shown).words
