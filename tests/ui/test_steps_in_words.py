from bodymap.services.assessing.changes import AssessmentStep
from bodymap.services.drawing.changes import DrawingStep
from bodymap.ui.steps_in_words import WORDS, drawing_step_in_words, step_in_words
from bodymap.wording import LANGUAGES, words_in


def test_every_step_has_words_of_its_own() -> None:
    assert WORDS.keys() == set(AssessmentStep)
    assert len({step_in_words(step) for step in AssessmentStep}) == len(AssessmentStep)
    for code in LANGUAGES:
        said = {drawing_step_in_words(step, words_in(code)) for step in DrawingStep}
        assert len(said - {None}) == len(DrawingStep)


def test_no_step_has_no_words_and_an_unknown_one_is_the_last_change() -> None:
    assert step_in_words(None) is None
    assert step_in_words("of_a_newer_program") == "The last change"
    assert drawing_step_in_words(None, words_in()) is None
    assert drawing_step_in_words("of_a_newer_program", words_in()) == "The last change"
