from bodymap.services.assessing.changes import AssessmentStep
from bodymap.services.drawing.changes import DrawingStep
from bodymap.ui.steps_in_words import WORDS, step_in_words


def test_every_step_has_words_of_its_own() -> None:
    steps = {*AssessmentStep, *DrawingStep}

    assert WORDS.keys() == steps
    assert len({step_in_words(step) for step in steps}) == len(steps)


def test_no_step_has_no_words_and_an_unknown_one_is_the_last_change() -> None:
    assert step_in_words(None) is None
    assert step_in_words("of_a_newer_program") == "The last change"
