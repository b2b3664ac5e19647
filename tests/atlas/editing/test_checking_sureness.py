"""Nothing is certain that no work was opened for, and old evidence is told but not refused."""

from pathlib import Path

import pytest

from bodymap.atlas.editing.checking import notes
from bodymap.body import Body
from tests.atlas.breaking import Breaker

UNOPENED = (
    "no publication was opened for this, so 'certainty' cannot be 'high'; write 'medium', or name "
    "a work that was read"
)


@pytest.fixture
def broken(few: Path, body: Body, known_of_few: frozenset[str]) -> Breaker:
    return Breaker(few, body, but=known_of_few)


@pytest.mark.parametrize(
    ("file", "certain"),
    [
        ("treatments/laser.yaml", "source: general_clinical_knowledge\n    certainty: medium"),
        ("red_flags.yaml", "sources: [general_red_flag_knowledge]\n    certainty: medium"),
        ("words.yaml", "sources: [general_clinical_knowledge]\n    certainty: medium"),
        ("hazards.yaml", "sources: [general_safety_knowledge]\ncertainty: medium"),
    ],
)
def test_general_knowledge_is_never_certain(broken: Breaker, file: str, certain: str) -> None:
    problems = broken.replace(file, certain, certain.replace("medium", "high"))
    assert [problem.partition(": ")[2] for problem in problems] == [UNOPENED]


def test_what_was_read_beside_it_may_be_certain(broken: Breaker) -> None:
    medium = "sources: [general_red_flag_knowledge]\n    certainty: medium"
    read = "sources: [general_red_flag_knowledge, finucane_2020]\n    certainty: high"
    assert broken.replace("red_flags.yaml", medium, read) == []


def test_a_hazard_lies_at_a_place_that_exists(broken: Breaker) -> None:
    problems = broken.replace("hazards.yaml", "at: [knee_back]", "at: [knee_bak]")
    line = broken.line("hazards.yaml", "at: [knee_bak]")
    assert problems == [
        (
            f"hazards.yaml:{line}: there is no group or site 'knee_bak' in regions.yaml. "
            "Did you mean 'knee_back'?"
        )
    ]


def test_evidence_is_old_after_five_years(few: Path) -> None:
    """Of laser: reviews of 2022, 2023 and 2024 stand in its cell."""

    def told(year: int) -> set[str]:
        said = [str(note) for note in notes(few, year=year)]
        of_laser = [note for note in said if note.startswith("treatments/laser.yaml")]
        assert all("older than 5 years; look for a newer review" in note for note in of_laser)
        return {note.partition("work of ")[2][:4] for note in of_laser}

    assert told(2027) == set()
    assert told(2028) == {"2022"}
    assert told(2030) == {"2022", "2023", "2024"}
