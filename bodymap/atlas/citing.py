"""How a source is named, what is said of how sure it is, and the notice that goes with it.

Three different things are never called by one word: how well the sources of a statement *agree*,
the *evidence* on whether a treatment helps, and how a *picture* was made.
"""

from collections.abc import Sequence
from typing import Final

from bodymap.atlas.base import Certainty, SourceKind
from bodymap.atlas.sources import Access, Source

HAND_DRAWN: Final = "The picture was drawn by hand after these words."
_AGREEMENT: Final = {
    Certainty.HIGH: "Its sources agree.",
    Certainty.MEDIUM: "Its sources agree in part.",
    Certainty.LOW: "Its sources differ, or say little.",
}
_ONE_SOURCE: Final = {
    Certainty.HIGH: "It rests on one source, which is plain about it.",
    Certainty.MEDIUM: "It rests on one source.",
    Certainty.LOW: "It rests on one source, which says little.",
}
_THEIRS: Final = frozenset({SourceKind.CLINIC_CLAIM, SourceKind.CLINIC_PAGE, SourceKind.OPINION})

NOTICE: Final = (
    "Bodymap educates and records; it does not diagnose and does not choose a treatment. "
    "Trigger points are a disputed idea, examiners agree only moderately, and referral maps are "
    "typical, not certain."
)


def citation(source: Source) -> str:
    """A source in one line: who, when, what."""
    year = f", {source.year}" if source.year else ""
    if not _named(source):
        return f"{source.title} (no publication)"
    return f"{source.authors}{year}: {source.title}"


def agreement(
    sources: Sequence[Source], certainty: Certainty, kind: SourceKind | None = None
) -> str:
    """How well the sources of a statement agree, as one sentence.

    Args:
        sources: At least one.
        certainty: Of the statement.
        kind: What kind of statement it is; a clinic's own claim is nobody else's to be sure of.

    Returns:
        The sentence; empty for a claim or an opinion. Where no work was opened it says so, however
        well known the statement is.
    """
    if kind in _THEIRS or all(source.kind in _THEIRS for source in sources):
        return ""
    if all(source.access is Access.GENERAL_KNOWLEDGE for source in sources):
        return "Written from general knowledge: no publication was opened for it."
    distinct = {source.id for source in sources}
    return (_AGREEMENT if len(distinct) > 1 else _ONE_SOURCE)[certainty]


def evidence(certainty: Certainty) -> str:
    """How good the evidence is for what studies of a treatment found, be it for or against."""
    return f"quality of the evidence: {certainty.value}"


def short_citation(source: Source) -> str:
    """A source in two or three words, for where there is no room: "Simons DG et al. 1999"."""
    first, *others = source.authors.split(", ") if _named(source) else [source.title]
    who = f"{first} et al." if others else first
    return f"{who} {source.year}" if source.year else who


def _named(source: Source) -> bool:
    """Whether it says who wrote it."""
    return not source.authors.startswith("(")
