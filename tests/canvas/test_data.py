"""What the browser is told: small, plain, and nothing that could be taken for markup."""

import json
import re
from dataclasses import asdict, replace

from bodymap import files
from bodymap.body import Stroke, StrokeKind
from bodymap.canvas import (
    Arrow,
    CanvasData,
    Ghost,
    Inset,
    Mark,
    MarkTone,
    MuscleOverlay,
    StrokeLayer,
    Texts,
    Tool,
    Under,
    Zone,
    ZoneLook,
)
from bodymap.canvas.log import Refusal


def many_marks(count: int) -> CanvasData:
    marks = tuple(
        Mark(
            id=f"{n:024x}",
            number=n,
            view="back",
            x=200.123,
            y=250.456,
            label="Infraspinatus, right",
            note="Active",
            tone=MarkTone.ACTIVE,
            also={"right": (100.04, 200.06)},
        )
        for n in range(1, count + 1)
    )
    return CanvasData("draft", "neutral", "figure/1/", ("front", "back"), marks=marks)


def test_a_mark_is_told_with_its_words_its_tone_and_where_else_it_shows() -> None:
    assert many_marks(1).to_json()["marks"] == [
        {
            "id": "000000000000000000000001",
            "number": 1,
            "view": "back",
            "x": 200.12,
            "y": 250.46,
            "label": "Infraspinatus, right",
            "note": "Active",
            "tone": "active",
            "also": {"right": [100.0, 200.1]},
        }
    ]


def test_a_mark_of_another_time_is_told_by_its_number_and_where_it_shows() -> None:
    ghost = Ghost("visit:m1", 3, "back", 200.123, 250.456, {"right": (100.04, 200.06)})

    assert replace(many_marks(0), ghosts=(ghost,)).to_json()["ghosts"] == [
        {
            "id": "visit:m1",
            "number": 3,
            "view": "back",
            "x": 200.12,
            "y": 250.46,
            "also": {"right": [100.0, 200.1]},
        }
    ]


def test_everything_else_is_told_as_plain_values() -> None:
    data = CanvasData(
        log="draft",
        figure="female",
        figure_url="figure/1/",
        views=("front",),
        insets=(Inset("Head", "head_", ask="Sure?"),),
        tools=(Tool.BRUSH,),
        editable=False,
        selected="a",
        zones=(
            Zone("referral/1/female/x/LEFT", "typical"),
            Zone("drawn-1", "as drawn", {"essential": {"front": "M0 0Z"}}),
        ),
        muscles=MuscleOverlay("muscles/1/female/", "deep", "deltoid", "left"),
        drawn=(StrokeLayer("front", (Stroke(StrokeKind.BRUSH, ((1.04, 2.0),), 9.0),)),),
        arrows=(Arrow("arrow-01", "front", 1.04, 2, "back", 3, 4, "from the neck to the hand"),),
        pressure=True,
        left_handed=True,
        under=Under("drawing-1", "Patient's drawing", "40 % explained"),
        undo="Set a mark",
        acknowledged={"window": 3},
        client="window",
        refusals={"window": [Refusal(2, "no")]},
    )

    told = data.to_json()

    assert json.loads(json.dumps(told)) == told
    assert told["drawn"] == [
        {
            "view": "front",
            "intensity": None,
            "strokes": [{"kind": "brush", "points": [[1.0, 2.0]], "radius": 9.0, "region": None}],
        }
    ]
    assert told["insets"] == [{"label": "Head", "prefix": "head_", "ask": "Sure?", "id": ""}]
    assert (told["editable"], told["undo"], told["redo"]) == (False, "Set a mark", None)
    assert told["zones"] == [
        {"url": "referral/1/female/x/LEFT", "title": "typical"},
        {"url": "drawn-1", "title": "as drawn", "shapes": {"essential": {"front": "M0 0Z"}}},
    ]
    assert told["muscles"] == {
        "url": "muscles/1/female/",
        "depth": "deep",
        "muscle": "deltoid",
        "side": "left",
    }
    assert told["under"] == {
        "name": "drawing-1",
        "label": "Patient's drawing",
        "note": "40 % explained",
    }
    assert told["brushes"] == [12]
    assert (told["pressure"], told["leftHanded"]) == (True, True)
    assert told["arrows"] == [
        {
            "id": "arrow-01",
            "view": "front",
            "x": 1.0,
            "y": 2,
            "to_view": "back",
            "to_x": 3,
            "to_y": 4,
            "label": "from the neck to the hand",
        }
    ]
    assert told["ack"] == {"window": 3}
    assert told["client"] == "window"
    assert told["refused"] == {"window": [{"seq": 2, "message": "no"}]}


def test_an_arrow_costs_no_more_than_a_stroke_of_a_few_points() -> None:
    line = tuple((100.5 + 3 * n, 200.5 + 5 * n) for n in range(12))
    layer = StrokeLayer("front", (Stroke(StrokeKind.BRUSH, line, 13.0),), 6)
    words = "from the right side of the neck to the right lower leg"
    arrow = Arrow("0123456789abcdef01234567", "front", 100.5, 200.5, "back", 300.5, 700.5, words)
    bare, drawn, moved = (
        len(json.dumps(CanvasData("a", "neutral", "figure/1/", (), **more).to_json()))
        for more in ({}, {"drawn": (layer,)}, {"arrows": (arrow,)})
    )

    assert moved - bare <= drawn - bare


def test_a_pattern_among_several_is_told_with_its_look() -> None:
    zones = (Zone("referral/x", "Infraspinatus, right", look=ZoneLook.TWO), Zone("referral/y", "y"))

    assert CanvasData("a", "neutral", "figure/1/", (), zones=zones).to_json()["zones"] == [
        {"url": "referral/x", "title": "Infraspinatus, right", "look": "two"},
        {"url": "referral/y", "title": "y"},
    ]


def test_every_look_has_its_own_colour_line_and_texture() -> None:
    css = files.package("canvas", "frontend", "canvas.css").read_text("utf-8")
    code = files.package("canvas", "frontend", "looks.js").read_text("utf-8")
    rules = re.findall(r"\.look-(\w+) \{ --look: (.*?); --dashes: (.*?); \}", css)
    told = {name: (colour, dashes) for name, colour, dashes in rules}
    textures = dict(re.findall(r'^  (\w+): (".*"),$', code, re.MULTILINE))
    own = [look.value for look in ZoneLook if look is not ZoneLook.AGREED]

    assert list(told) == list(textures) == own
    for distinct in (*zip(*told.values(), strict=True), textures.values()):
        assert len(set(distinct)) == len(own)


def test_twenty_findings_stay_within_the_eight_kilobytes_of_a_click() -> None:
    assert len(json.dumps(many_marks(20).to_json())) < 8_000


def test_only_words_of_the_callers_own_travel() -> None:
    texts = Texts(list_title="Pain")

    assert CanvasData("a", "neutral", "figure/1/", (), texts=texts).to_json()["texts"] == {
        "list_title": "Pain"
    }


def test_the_browser_knows_the_same_words() -> None:
    code = files.package("canvas", "frontend", "words.js").read_text("utf-8")
    table = code.split("export const TEXTS = {")[1].split("};")[0]
    known = dict(re.findall(r'(\w+): "([^"]*)",', table))

    assert known == asdict(Texts())
