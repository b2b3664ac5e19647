"""Agreement of sources, evidence and the making of a picture are three things with three words."""

import pytest

from bodymap.atlas import Atlas, Certainty, SourceKind
from bodymap.atlas.citing import agreement, evidence
from bodymap.atlas.sources import Access


@pytest.mark.parametrize(
    ("certainty", "several", "one"),
    [
        (
            Certainty.HIGH,
            "Its sources agree.",
            "It rests on one source, which is plain about it.",
        ),
        (Certainty.MEDIUM, "Its sources agree in part.", "It rests on one source."),
        (
            Certainty.LOW,
            "Its sources differ, or say little.",
            "It rests on one source, which says little.",
        ),
    ],
)
def test_how_well_sources_agree(atlas: Atlas, certainty: Certainty, several: str, one: str) -> None:
    works = [
        source
        for source in atlas.sources.values()
        if source.access is Access.ABSTRACT_OR_EXCERPT and source.kind is SourceKind.RCT
    ]

    assert agreement(works[:2], certainty) == several
    assert agreement([works[0], works[0]], certainty) == one


def test_what_rests_on_works_that_nobody_opened_says_so(atlas: Atlas) -> None:
    works = [s for s in atlas.sources.values() if s.access is Access.GENERAL_KNOWLEDGE]
    assert len(works) > 1
    sentence = "Written from general knowledge: no publication was opened for it."

    assert {agreement(works, certainty) for certainty in Certainty} == {sentence}


def test_no_muscle_that_nobody_checked_is_called_agreed_upon(atlas: Atlas) -> None:
    unchecked = [muscle for muscle in atlas.muscles.values() if not muscle.checked_against]
    assert unchecked
    for muscle in unchecked:
        said = agreement([atlas.sources[each] for each in muscle.sources], muscle.certainty)
        assert said == "Written from general knowledge: no publication was opened for it.", (
            muscle.id
        )


@pytest.mark.parametrize("kind", [SourceKind.CLINIC_CLAIM, SourceKind.OPINION])
def test_nobody_is_sure_of_a_clinics_own_claim(atlas: Atlas, kind: SourceKind) -> None:
    works = list(atlas.sources.values())[:3]

    assert agreement(works, Certainty.HIGH, kind) == ""


def test_evidence_is_called_evidence() -> None:
    assert evidence(Certainty.LOW) == "quality of the evidence: low"
