"""How hard the texts for patients are to read: `python -m tools.reading_level`.

Prints, and writes to `docs/reading-level.md`, the grade of every page that is written in plain
words, by Flesch and Kincaid's formula: about the school year, in the United States, of a reader who
follows it. A 12-year-old is in grade 6 or 7. The formula counts syllables and lengths of sentences
and knows no meaning; words that cannot be avoided are explained in a box beside the text.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import textstat

from bodymap.atlas import Atlas, ClaimField, TreatmentOption
from bodymap.ui.learn.topic_page import texts as texts_of_topic
from bodymap.ui.pages import about
from bodymap.ui.treatments.one import SECTIONS

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "reading-level.md"
HIGHEST: Final = 7.0
"""Grade that no page of plain words may exceed."""
_STUDIES: Final = {ClaimField.EVIDENCE, ClaimField.COMPARISON}


@dataclass(frozen=True)
class Measured:
    """A page, or a kind of text on one.

    Attributes:
        page: Where it is read.
        words: How many words it has.
        grade: By Flesch and Kincaid.
        plain: Whether it is written in plain words and must stay easy.
    """

    page: str
    words: int
    grade: float
    plain: bool = True


def grade(texts: Iterable[str]) -> float:
    """Flesch-Kincaid grade of texts read one after the other; each ends at least one sentence."""
    return float(textstat.flesch_kincaid_grade(" ".join(_ended(text) for text in texts)))


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "?", "!")) else f"{text.rstrip()}."


def measured(atlas: Atlas) -> Iterator[Measured]:
    """Every page for patients, in the order of the navigation."""
    for treatment in atlas.treatments.values():
        yield _measure(f"Treatments: {treatment.name}", patient_texts(treatment))
    for treatment in atlas.treatments.values():
        studies = [claim.text for claim in treatment.claims_about(*_STUDIES)]
        if studies:
            yield _measure(f"Treatments: {treatment.name}, the studies", studies, plain=False)
    for topic in atlas.topics.values():
        yield _measure(f"Learn: {topic.title}", texts_of_topic(topic))
        told = [fact.fact for page in topic.facts_of for fact in atlas.facts_at(page)]
        if told:
            yield _measure(f"Learn: {topic.title}, what clinics say", told)
    yield _measure("Words explained", (word.meaning for word in atlas.words.values()))
    flags = atlas.red_flags.values()
    cues = (cue.words for cue in atlas.cues.values())
    signs = (sign.words.replace("{over}", "") for flag in flags for sign in flag.asked)
    yield _measure("Questions for safety", (*cues, *(s.replace("{limb}", "leg") for s in signs)))
    yield _measure("Questions for safety, as a clinician asks", (flag.question for flag in flags))
    yield _measure("Questions for safety, why they are asked", (flag.why for flag in flags))
    yield _measure("About", (about.BODY, about.DATA, about.KNOWLEDGE, about.GAPS))


def patient_texts(treatment: TreatmentOption) -> list[str]:
    """What a treatment's page says to a patient: all but the studies one by one."""
    told = [treatment.summary.text, treatment.in_short.text]
    for fields in SECTIONS.values():
        about_it = treatment.claims_about(*(set(fields) - _STUDIES))
        told += [claim.text for claim in about_it]
    return told


def _measure(page: str, texts: Iterable[str], *, plain: bool = True) -> Measured:
    told = list(texts)
    words = sum(len(text.split()) for text in told)
    return Measured(page, words, grade(told), plain)


def report(pages: Iterable[Measured]) -> str:
    """The page for the documents."""
    about_it = (
        "Written by `python -m tools.reading_level`. Grade by Flesch and Kincaid; plain texts must "
        f"stay at {HIGHEST:.0f} or below, about a 12-year-old reader. Single studies are retold "
        "for those who want to check them; each treatment says first, in plain words, what they "
        "found."
    )
    lines = [
        "# How hard the texts are to read",
        "",
        about_it,
        "",
        "| page | words | grade | |",
        "| --- | ---: | ---: | --- |",
    ]
    for page in pages:
        kind = "plain" if page.plain else "for who wants to check"
        lines.append(f"| {page.page} | {page.words} | {page.grade:.1f} | {kind} |")
    return "\n".join(lines) + "\n"


def hardest(atlas: Atlas, most: int) -> list[tuple[float, str]]:
    """The hardest single texts of the plain pages."""
    told = {text for t in atlas.treatments.values() for text in patient_texts(t)}
    told |= {text for topic in atlas.topics.values() for text in texts_of_topic(topic)}
    told |= {fact.fact for fact in atlas.facts.values()}
    told |= {text for flag in atlas.red_flags.values() for text in (flag.question, flag.why)}
    return sorted(((grade([text]), text) for text in told), reverse=True)[:most]


def main(argv: list[str] | None = None) -> int:
    """Print and write; 1 if a plain page is too hard."""
    parser = argparse.ArgumentParser(prog="python -m tools.reading_level", description=__doc__)
    parser.add_argument("--hardest", type=int, metavar="N", help="list the N hardest texts instead")
    most = parser.parse_args(argv).hardest
    atlas = Atlas.load()
    if most:
        for level, text in hardest(atlas, most):
            print(f"{level:5.1f}  {text}")
        return 0
    pages = list(measured(atlas))
    text = report(pages)
    print(text)
    PAGE.write_text(text, encoding="utf-8")
    too_hard = [page for page in pages if page.plain and page.grade > HIGHEST]
    for page in too_hard:
        print(f"too hard: {page.page} ({page.grade:.1f})", file=sys.stderr)
    return 1 if too_hard else 0


if __name__ == "__main__":
    sys.exit(main())
