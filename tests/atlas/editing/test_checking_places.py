"""Places that cannot be found on the figure, and the sentence each is answered with."""

from pathlib import Path

import pytest

from bodymap.atlas.editing.checking import check
from bodymap.body import Body

FILE = "muscles/infraspinatus.yaml"


def problems(folder: Path, body: Body, place: str) -> list[str]:
    """What the check answers to one place, without file and line, which are looked at here."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("    place: "))
    lines[number] = f"    place: {{{place}}}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = check(folder, body=body)
    assert {(problem.file, problem.line) for problem in found} <= {(FILE, number + 1)}
    # Whether the place fits its muscle is another question, see test_checking_zones.py.
    return [p.message for p in found if not p.message.startswith("the mark lies ")]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            "from: acromium",
            "the figure has no landmark 'acromium'. Did you mean 'acromion'?",
        ),
        (
            "from: acromion, to: sternal_noch",
            "the figure has no landmark 'sternal_noch'. Did you mean 'sternal_notch'?",
        ),
        (
            "from: acromion, to: acromion",
            "'from' and 'to' are the same landmark; name another or leave 'to' out",
        ),
        (
            "from: acromion, fraction: 0.5",
            "'fraction' needs a landmark to go towards; name it with 'to'",
        ),
        (
            "from: acromion, along_cm: 2",
            "'along_cm' needs a landmark to go towards; name it with 'to'",
        ),
        (
            "from: acromion, to: c7, fraction: 0.5, along_cm: 2",
            "give 'fraction' or 'along_cm', not both",
        ),
        (
            "from: acromion, offset_cm: {belw: 2}",
            (
                "there is no direction 'belw'. Did you mean 'below'? "
                "Allowed are: outward, inward, above, below, front, behind"
            ),
        ),
        (
            "from: acromion, facing: bak",
            (
                "'facing' is 'bak'. Did you mean 'back'? "
                "Allowed are: front, back, outer, inner, above, below"
            ),
        ),
        (
            "from: acromion, chart: {region: pelvic_floor_bulbospongiosu}",
            (
                "the pelvic-floor charts have no region 'pelvic_floor_bulbospongiosu'. "
                "Did you mean 'pelvic_floor_bulbospongiosus'?"
            ),
        ),
        ("to: acromion", "the field 'from' is missing"),
        (
            "from: acromion, offset_cm: {below: -2}",
            "'below' is -2: input should be greater than 0",
        ),
        (
            "from: acromion, offset_cm: {below: 2 cm}",
            "'below' is '2 cm', but must be a number",
        ),
        (
            "from: acromion, depth: 3",
            (
                "unknown field 'depth'. Fields here are: "
                "from, to, fraction, along_cm, offset_cm, facing, part, inside, chart"
            ),
        ),
    ],
)
def test_a_place_that_cannot_be_found_is_refused(
    copy: Path, body: Body, place: str, sentence: str
) -> None:
    assert problems(copy, body, place) == [sentence]


@pytest.mark.parametrize(
    "place",
    [
        "from: acromion",
        "from: acromion, to: c7",
        "from: acromion, to: c7, along_cm: 3.5, offset_cm: {below: 2, inward: 1}, facing: back",
        "from: sit_bone, inside: true, chart: {region: pelvic_floor_bulbospongiosus, at: [0, 1]}",
    ],
)
def test_a_place_that_can_be_found_is_accepted(copy: Path, body: Body, place: str) -> None:
    assert problems(copy, body, place) == []


def test_a_trigger_point_needs_a_place(copy: Path, body: Body) -> None:
    path = copy / FILE
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("    place: "))
    path.write_text("\n".join(lines[:number] + lines[number + 1 :]) + "\n", encoding="utf-8")
    assert [problem.message for problem in check(copy, body=body)] == [
        "the field 'place' is missing"
    ]
