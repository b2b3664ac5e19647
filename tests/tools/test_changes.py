"""What the atlas says otherwise than before, by id."""

from typing import Any

from tools.atlas.changes import changes

PATH = "assets/atlas/muscles/soleus.yaml"


def soleus(**point: Any) -> dict[str, Any]:
    referral = {
        "essential": [{"site": "heel", "laterality": "ipsilateral", "shape": "patch"}],
        "spillover": [],
        "drawn": {"essential": [1]},
    }
    return {
        PATH: {
            "id": "soleus",
            "symptoms": ["sore heel", "stiff ankle"],
            "trigger_points": [
                {"id": "soleus_tp1", "zone_shape": "A patch."} | {"referral": referral} | point
            ],
        }
    }


def referral(**other: Any) -> dict[str, Any]:
    return soleus()[PATH]["trigger_points"][0]["referral"] | other


def test_what_is_as_it_was_is_not_named() -> None:
    assert changes(soleus(), soleus()) == []


def test_zones_words_and_lists_are_named_with_what_they_said() -> None:
    now = soleus(
        zone_shape="A spot.",
        referral=referral(
            essential=[], spillover=[{"site": "calf", "laterality": "contralateral"}]
        ),
    )
    now[PATH]["symptoms"] = ["stiff ankle", "cramp"]

    assert changes(soleus(), now) == [
        "",
        "### muscles/soleus",
        "",
        '- `soleus`: symptoms without "sore heel" and with "cramp"',
        (
            "- `soleus_tp1`: essential no longer heel; wider now also calf (contralateral); "
            'words of the zones, before: "A patch.", now: "A spot."'
        ),
    ]


def test_a_new_drawing_of_the_same_places_stands_apart() -> None:
    now = soleus(referral=referral(drawn={"essential": [2]}))

    assert changes(soleus(), now) == [
        "",
        "## Drawn anew, with the same places and words",
        "",
        "`soleus_tp1`",
    ]


def test_what_is_new_gone_or_no_pain_is_named() -> None:
    now = soleus(id="soleus_tp2")
    no_pain = soleus(referral=referral(instead_of_pain="belching"))

    assert changes(soleus(), now)[-2:] == [
        "- `soleus_tp1`: no longer said",
        "- `soleus_tp2`: new",
    ]
    assert changes(soleus(), no_pain)[-1] == "- `soleus_tp1`: not pain but belching"
