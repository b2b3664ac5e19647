"""Treatments side by side: one short cell for each aspect, resting on claims of the treatment."""

from typing import Annotated

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, Text


class ComparedCell(Entry):
    """What is said of one aspect, short enough for a table.

    Attributes:
        claims: Ids of the treatment's claims that say it; source and certainty are theirs.
    """

    text: Text
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Compared(Entry):
    """The row of a treatment in the comparison; what no source states is left out.

    Attributes:
        mechanism: How it is said to work.
        agent: What is injected or put on.
        needle: Which needle.
        sensation: What it feels like.
        allergy: Whether one can be allergic to it.
        sessions: How often.
        soreness: How long one is sore after it.
        evidence: What studies found.
    """

    mechanism: ComparedCell | None = None
    agent: ComparedCell | None = None
    needle: ComparedCell | None = None
    sensation: ComparedCell | None = None
    allergy: ComparedCell | None = None
    sessions: ComparedCell | None = None
    soreness: ComparedCell | None = None
    evidence: ComparedCell
