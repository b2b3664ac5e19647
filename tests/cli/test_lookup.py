"""`bodymap lookup` from a terminal."""

import json

import pytest

from bodymap import look_up
from bodymap.body import Laterality
from bodymap.cli import BAD_INPUT, main
from tests import shipped


def test_json_is_the_ranking_of_the_public_face(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["lookup", "head_temple", "neck_side", "--side", "left", "--json"])

    told = json.loads(capsys.readouterr().out)
    found = look_up(["head_temple", "neck_side"], shipped.atlas(), laterality=Laterality.LEFT)
    assert code == 0
    assert [
        (row["muscle"], row["trigger_point"], row["side"], row["score"])
        for row in told["candidates"]
    ] == [(c.muscle.id, c.trigger_point.id, c.laterality.lower(), round(c.score, 4)) for c in found]
    assert [reason["text"] for reason in told["candidates"][0]["reasons"]] == [
        reason.text for reason in found[0].reasons
    ]
    assert [row["id"] for row in told["red_flags"]] == [q.flag.id for q in found.red_flags]


def test_a_diagnosis_stands_for_the_places_where_it_hurts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = {}
    for words in (["plantar fasciitis"], ["heel", "foot_sole"]):
        assert main(["lookup", *words, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        said[words[0]] = [row["trigger_point"] for row in told["candidates"]]
    assert said["plantar fasciitis"] == said["heel"]


def test_plain_text_asks_first_and_says_what_it_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["lookup", "left temple", "--limit", "3"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[0] == "Ask first:"
    assert sum(line[:3].strip().rstrip(".").isdecimal() for line in lines) == 3
    assert "not findings" in lines[-1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lookup", "head_tempel"], "Did you mean 'head_temple'?"),
        (["lookup", "calf.lft", "--json"], "Did you mean 'calf.left'?"),
    ],
)
def test_a_name_that_is_not_one_is_answered_with_one_line_and_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code = main(arguments)

    told = capsys.readouterr()
    assert (code, told.out) == (BAD_INPUT, "")
    assert len(told.err.splitlines()) == 1
    assert said in told.err


@pytest.mark.parametrize(
    "arguments", [["lookup"], ["lookup", "jaw", "--limit", "0"], ["lookup", "jaw", "--side", "up"]]
)
def test_bad_arguments_end_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == BAD_INPUT
    assert capsys.readouterr().err
