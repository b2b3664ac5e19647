from pathlib import Path

import pytest

from bodymap import errors
from bodymap.errors import BodyError

SENTENCES = [
    (
        errors.BodyFilesMissing(Path("a/cells.npz")),
        (
            "The body file a/cells.npz is missing. The figure's files are shipped together: "
            "install the package again or restore the folder."
        ),
    ),
    (
        errors.BodyFilesDamaged(Path("a/cells.npz"), "it is not JSON"),
        (
            "The body file a/cells.npz is damaged: it is not JSON. The figure's files are shipped "
            "together: install the package again or restore the folder."
        ),
    ),
    (
        errors.UnknownBodyFile("../x"),
        "The figure has no file '../x'. Only names listed in its manifest are given out.",
    ),
    (
        errors.UnknownFigure("mail", ["male", "female"]),
        "The body has no figure 'mail'. Did you mean 'male'?",
    ),
    (
        errors.UnknownView("top", ["front", "back"]),
        "The body has no view 'top'. There are: front, back.",
    ),
    (
        errors.UnknownRegion("shoulder.right", ["shoulder_front.right", "calf.left"]),
        "The body has no region 'shoulder.right'. Did you mean 'shoulder_front.right'?",
    ),
    (
        errors.UnknownLandmark("acromium", ["acromion", "mastoid"]),
        "The body has no landmark 'acromium'. Did you mean 'acromion'?",
    ),
    (
        errors.UnknownSite("zzz", [f"site_{i}" for i in range(20)]),
        "The body has no site 'zzz'. There are 20, such as site_0, site_1, site_2.",
    ),
    (errors.UnknownView("x", []), "The body has no view 'x'. There are: none."),
    (
        errors.UnknownCell(-1, 100),
        (
            "The body has no cell -1. Cells are whole numbers from 0 to 99; "
            "numbers of another body version need its mapping."
        ),
    ),
    (
        errors.BadStroke("radius", -3, "more than 0"),
        "A stroke cannot have radius -3. Allowed: more than 0. Draw it again.",
    ),
    (
        errors.BadPoint((float("nan"), 1), "x and y in view units"),
        "(nan, 1) is not a place. Expected x and y in view units, all finite numbers.",
    ),
    (
        errors.OtherBody("1", "2"),
        (
            "An area of body version '1' cannot be combined with one of version '2': their cell "
            "numbers differ. Bring the older one to the newer version first."
        ),
    ),
    (
        errors.AreaUnreadable("it is cut short"),
        (
            "The stored area cannot be read: it is cut short. "
            "Paint it again from its strokes, which are kept beside it."
        ),
    ),
]


@pytest.mark.parametrize(("error", "sentence"), SENTENCES, ids=lambda value: type(value).__name__)
def test_an_error_says_what_happened_and_what_to_do(error: BodyError, sentence: str) -> None:
    assert isinstance(error, BodyError)
    assert str(error) == sentence


def test_every_error_of_the_body_has_its_sentence_tested() -> None:
    public = {
        error
        for error in vars(errors).values()
        if isinstance(error, type)
        and issubclass(error, BodyError)
        and error is not BodyError
        and not error.__name__.startswith("_")
    }

    assert public == {type(error) for error, _ in SENTENCES}


def test_a_long_value_is_cut_in_the_sentence_and_whole_in_the_attribute() -> None:
    error = errors.UnknownRegion("x" * 100_000, ["calf.left"])

    assert len(str(error)) < 200
    assert len(error.name) == 100_000
