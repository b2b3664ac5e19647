"""The Practise page by its widgets: start, answer, go on, stand, and what goes wrong."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.analysis.practice.scoring import pattern_of, place_of
from bodymap.body import Laterality
from bodymap.errors import StoreReadOnly
from bodymap.records.practice import Difficulty, Exercise, Learner, Question, Round
from bodymap.services.practising.practice import Unreadable
from bodymap.ui.practise.board import view_for
from tests import components
from tests.analysis.practice.books import ALIKE, ATLAS, BODY, NOON, an_answer
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench

SLOW_S = 60
ADA = "01900000-0000-7000-8000-00000000000a"


def page() -> None:
    from bodymap.ui.pages import practise  # noqa: PLC0415 - runs as a page of its own
    from tests.ui import practise_bench  # noqa: PLC0415

    practise.show(practise_bench.bench.workspace())


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    made = Bench()
    monkeypatch.setattr(practise_bench, "bench", made)
    return made


@pytest.fixture
def at(bench: Bench) -> AppTest:
    assert bench.shelf.all() == ()
    return AppTest.from_function(page, default_timeout=SLOW_S).run()


def texts(at: AppTest) -> str:
    shown = [*at.markdown, *at.caption, *at.warning, *at.error, *at.info, *at.success]
    return "\n".join(str(each.value) for each in shown)


def the_round(bench: Bench) -> Round:
    (learner,) = bench.shelf.kept.values()
    assert learner.round is not None
    return learner.round


def canvas(at: AppTest, number: int = 0) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(at.get("bidi_component")[number].proto.json)
    return told


def send(at: AppTest, *operations: dict[str, Any]) -> None:
    """As the browser does: a new value of the body."""
    numbered = [
        {"figure": "neutral", **each, "seq": number}
        for number, each in enumerate(operations, start=1)
    ]
    message = {"log": canvas(at)["log"], "cid": "window-0001", "ops": numbered}
    components.send(at, {"ops": message})


def start(at: AppTest, exercise: Exercise, *, group: str | None = None) -> None:
    at.radio(key="practise-exercise").set_value(exercise)
    if group:
        at.selectbox(key="practise-group").set_value(group)
    at.button(key="practise-start").click().run()
    assert not at.exception


def test_the_first_visit_starts_a_round_in_one_click(at: AppTest, bench: Bench) -> None:
    assert "Learn where trigger points refer" in texts(at)

    at.button(key="practise-first").click().run()

    assert "Question 1 of 10" in texts(at)
    assert "it does not diagnose" in texts(at)
    (learner,) = bench.shelf.kept.values()
    assert learner.name == "Me"
    assert at.query_params["learner"] == learner.id


def test_nothing_on_the_page_says_which_muscle_is_to_be_recognised(
    at: AppTest, bench: Bench
) -> None:
    at.button(key="practise-first").click().run()
    question = the_round(bench).question
    assert question is not None
    muscle = ATLAS.muscle_of(question.trigger_point)

    told = json.dumps(canvas(at)) + texts(at)
    for name in (muscle.id, muscle.name, question.trigger_point):
        assert name not in told.replace("\\", "")
    assert canvas(at)["marks"] == []
    assert canvas(at)["editable"] is False
    assert bench.names.meaning(canvas(at)["zones"][0]["url"].split("/")[-1]) == (
        question.trigger_point,
        question.laterality,
    )


def choose(at: AppTest, bench: Bench, *, right: bool) -> None:
    question = the_round(bench).question
    assert question is not None
    point = question.trigger_point
    own, equal = ATLAS.muscle_of(point).id, ALIKE.fit_equally(point)
    wrong = [muscle for muscle in question.choices if muscle not in {own, *equal}]
    number = question.choices.index(own if right else wrong[0]) + 1
    at.button(key=f"practise-choice-{number}").click().run()
    assert not at.exception


def test_a_right_and_a_wrong_choice_are_explained_and_the_wrong_one_shown_beside(
    at: AppTest, bench: Bench
) -> None:
    at.button(key="practise-first").click().run()
    choose(at, bench, right=True)
    assert at.success[0].value.startswith("**Right.**")
    assert [mark["note"] for mark in canvas(at)["marks"]] == ["typical place"]
    assert len(at.get("bidi_component")) == 1

    at.button(key="practise-next").click().run()
    choose(at, bench, right=False)
    assert at.info[0].value.startswith("**Not right.**")
    assert "What you chose: " in texts(at)
    assert len(at.get("bidi_component")) == 2
    assert the_round(bench).answers[1].right is False


def test_reload_and_another_window_go_on_at_the_same_question(at: AppTest, bench: Bench) -> None:
    at.button(key="practise-first").click().run()
    choose(at, bench, right=True)
    at.button(key="practise-next").click().run()
    choices = [each.label for each in at.button if (each.key or "").startswith("practise-choice")]

    again = AppTest.from_function(page, default_timeout=SLOW_S).run()

    assert "Question 2 of 10" in texts(again)
    assert choices == [
        each.label for each in again.button if (each.key or "").startswith("practise-choice")
    ]


def test_a_place_is_pointed_at_checked_and_shown_beside_the_truth(
    at: AppTest, bench: Bench
) -> None:
    start(at, Exercise.PLACE, group="upper_back")
    assert at.button(key="practise-check").disabled
    question = the_round(bench).question
    assert question is not None
    truth = place_of(ATLAS, BODY, question)
    view = next(v for v in ("back", "front", "left", "right") if BODY.project(truth, v))
    x, y = BODY.project(truth, view) or (0, 0)

    send(at, {"op": "add", "id": "mark-0001", "view": view, "x": x, "y": y})
    assert [mark["label"] for mark in canvas(at)["marks"]] == ["Your answer"]
    assert canvas(at)["zones"] == []
    at.button(key="practise-check").click().run()

    assert at.success[0].value.startswith("**Right.** You are")
    assert len(canvas(at)["marks"]) == 2
    assert question.trigger_point in canvas(at)["zones"][0]["url"]
    assert the_round(bench).answers[0].right


def test_a_place_beside_the_body_is_refused_in_words_and_one_can_be_taken_away(
    at: AppTest, bench: Bench
) -> None:
    start(at, Exercise.PLACE)
    hand = {"op": "add", "id": "mark-0001", "view": "front"}
    send(at, {**hand, "x": 0, "y": 0}, {**hand, "x": 240, "y": 300}, {"op": "undo", "step": "2"})
    assert "no body" in canvas(at)["refused"]["window-0001"][0]["message"]
    assert canvas(at)["ack"] == {"window-0001": 3}
    assert the_round(bench).point is None


def test_a_drawing_is_kept_taken_back_and_compared(at: AppTest, bench: Bench) -> None:
    start(at, Exercise.DRAW, group="upper_back")
    stroke = {"op": "stroke", "id": "stroke-01", "view": "back", "kind": "brush", "radius": 12}
    send(
        at,
        {**stroke, "points": [[200, 200], [300, 210]]},
        {**stroke, "points": [[200, 300]]},
        {**stroke, "view": "front", "kind": "region", "region": "breast.right"},
        {"op": "undo", "step": "3"},
    )
    assert [(layer["view"], len(layer["strokes"])) for layer in canvas(at)["drawn"]] == [
        ("back", 2)
    ]
    send(at, *[{"op": "pick", "region": "breast.right"}] * 4, {"op": "undo", "step": "2"})
    assert len(canvas(at)["drawn"][0]["strokes"]) == 1

    at.button(key="practise-check").click().run()

    assert "lies beyond the pattern" in texts(at)
    assert not at.get("bidi_component")
    assert the_round(bench).answers[0].share_found is not None


def test_the_fiftieth_visit_shows_where_one_stands_and_what_is_missed(bench: Bench) -> None:
    answers = [an_answer("soleus_tp1", right=False)] * 3 + [an_answer()] * 12
    bench.shelf.add(
        Learner(id=ADA, name="Ada <b>", made_at=NOON, used_at=NOON, answers=tuple(answers))
    )
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    table = at.table[0].value
    assert table["Part of the body"].tolist() == [
        "Upper back \\(shoulder blades and mid back\\)",
        "Leg \\(thigh, knee, lower leg\\)",
    ]
    assert table["Recognise"].tolist() == ["12 of 12 right (100 %)", "0 of 3 right"]
    assert "Soleus" in texts(at)
    assert "Progress of Ada \\<b\\>" in texts(at)

    at.button(key="practise-missed").click().run()
    assert [q.trigger_point for q in the_round(bench).questions] == ["soleus_tp1"]


def test_a_round_ends_with_its_results_and_what_was_missed_can_be_asked_again(
    at: AppTest, bench: Bench
) -> None:
    at.button(key="practise-first").click().run()
    for number in range(10):
        choose(at, bench, right=number != 4)
        at.button(key="practise-next").click().run()
    assert "Round done: 9 of 10 right" in texts(at)
    assert len(at.table[0].value) == 10
    missed = the_round(bench).answers[4].trigger_point
    at.button(key="practise-again").click().run()
    assert [q.trigger_point for q in the_round(bench).questions] == [missed]
    at.button(key="practise-leave").click().run()
    assert "Progress of Me" in texts(at)


@pytest.mark.usefixtures("bench")
def test_an_unknown_learner_in_the_address_is_said_and_there_is_a_way_on() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    at.query_params["learner"] = "nobody"
    at.run()
    assert "This learner is not on this machine" in at.warning[0].value
    at.button(key="practise-first").click().run()
    assert "Question 1 of 10" in texts(at)


def test_a_corrupted_file_is_told_with_where_it_lies_now(bench: Bench) -> None:
    bench.shelf.bad.append(
        Unreadable(file="a.broken.json", folder="/data/practice", reason="no JSON", set_aside=True)
    )
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    assert "could not be read: no JSON" in at.warning[0].value
    assert "a\\.broken\\.json in /data/practice" in at.warning[0].value
    assert at.button(key="practise-first")


def test_what_cannot_be_kept_is_said_and_the_question_stays(
    at: AppTest, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.button(key="practise-first").click().run()

    def full(*_: object) -> None:
        raise StoreReadOnly("/data/practice")

    with monkeypatch.context() as broken:
        broken.setattr(bench.shelf, "change", full)
        at.button(key="practise-choice-1").click().run()
        assert "cannot be written" in at.error[0].value
        assert "Question 1 of 10" in texts(at)
    at.button(key="practise-choice-1").click().run()
    assert not at.error
    assert len(the_round(bench).answers) == 1


def test_a_round_about_something_that_is_gone_is_closed_in_words(bench: Bench) -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    at.button(key="practise-first").click().run()
    (learner,) = bench.shelf.kept.values()
    assert learner.round is not None
    first, *rest = learner.round.questions
    gone = first.model_copy(update={"trigger_point": "no_longer_there"})
    bench.shelf.kept[learner.id] = learner.model_copy(
        update={"round": learner.round.model_copy(update={"questions": (gone, *rest)})}
    )
    at.run()
    assert not at.exception
    assert "this version no longer has" in at.warning[0].value
    assert bench.shelf.kept[learner.id].round is None


def test_learners_are_told_apart_and_each_goes_on_where_they_were(bench: Bench) -> None:
    for number in (10, 11):
        bench.shelf.add(
            Learner(id=f"{ADA[:-2]}{number:02x}", name="Ada", made_at=NOON, used_at=NOON)
        )
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    who = at.selectbox[0]
    assert who.value is None
    assert sorted(who.options) == ["Ada (000a)", "Ada (000b)"]
    who.set_value(ADA).run()
    at.button(key="practise-start").click().run()
    assert bench.shelf.kept[ADA].round is not None
    assert [each.round for i, each in bench.shelf.kept.items() if i != ADA] == [None]


@pytest.mark.parametrize("laterality", [Laterality.LEFT, Laterality.RIGHT])
def test_a_pattern_to_recognise_is_first_shown_from_where_most_of_it_is_seen(
    laterality: Laterality,
) -> None:
    def shown(point: str) -> str | None:
        asked = Question(trigger_point=point, laterality=laterality)
        pattern = pattern_of(ATLAS, BODY, asked)
        return view_for(pattern.essential | pattern.spillover)

    assert shown("masseter_superficial_mid") == "head"
    assert shown("infraspinatus_medial") == "back"
    assert shown("foot_intrinsic_deep_adductor_hallucis") == "feet"


def test_someone_else_can_take_over_and_the_round_waits(at: AppTest, bench: Bench) -> None:
    at.button(key="practise-first").click().run()
    (first,) = bench.shelf.kept.values()
    at.button(key="practise-someone-else").click().run()
    assert not at.warning
    at.button(key="practise-first").click().run()
    assert len(bench.shelf.kept) == 2
    assert bench.shelf.kept[first.id].round == first.round

    at.query_params["learner"] = first.id
    at.run()
    assert "Question 1 of 10" in texts(at)


def test_back_without_the_address_goes_on_with_who_was_here(at: AppTest, bench: Bench) -> None:
    at.button(key="practise-first").click().run()
    bench.shelf.add(Learner(id=ADA, name="Ben", made_at=NOON, used_at=NOON))
    del at.query_params["learner"]
    at.run()
    assert "Question 1 of 10" in texts(at)


def test_a_learner_is_removed_only_when_that_is_meant(bench: Bench) -> None:
    bench.shelf.add(Learner(id=ADA, name="Ada", made_at=NOON, used_at=NOON))
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    at.session_state["practise-change"] = True
    at.run()
    assert at.button(key="practise-remove-now").disabled
    at.checkbox(key="practise-remove-sure").check().run()
    at.button(key="practise-remove-now").click().run()
    assert bench.shelf.kept == {}
    assert "Learn where trigger points refer" in texts(at)


def test_what_no_skin_shows_is_said_with_the_pattern(bench: Bench) -> None:
    asked = Question(
        trigger_point="masseter_superficial_mid",
        laterality=Laterality.RIGHT,
        choices=("masseter", "temporalis", "digastric", "buccinator"),
    )
    round_ = Round(
        id=ADA,
        exercise=Exercise.RECOGNISE,
        difficulty=Difficulty.ALL,
        questions=(asked,),
        started_at=NOON,
        shown_at=NOON,
    )
    bench.shelf.add(Learner(id=ADA, name="Ada", made_at=NOON, used_at=NOON, round=round_))
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    assert "Also felt inside, where nothing can be drawn" in texts(at)
    assert "ower teeth" in texts(at)
