"""Pages to learn from, and the words that need explaining, in plain language.

A topic is made of statements, each with its own source, kind and certainty. What clinic pages say
on it is not repeated: `facts_of` names the fact pages that are read there.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, SourceKind, Text
from bodymap.atlas.criteria import Statement
from bodymap.atlas.facts import FactPage
from bodymap.atlas.treatments import StatedText


class Drawing(StrEnum):
    """A picture or small table beside a part; made from what the atlas says elsewhere."""

    REFERRAL = "referral"
    SIGNS = "signs"
    AGREEMENT = "agreement"
    SORENESS = "soreness"


LEARNT_FACTS: tuple[FactPage, ...] = (
    FactPage.LEARN_TRIGGER_POINTS,
    FactPage.LEARN_CAUSES,
    FactPage.AFTERCARE,
    FactPage.SELF_CARE,
    FactPage.SEEK_HELP,
)
"""Fact pages that are read on a topic; exactly one topic names each of them."""


class TopicPart(Entry):
    """A few statements under one heading."""

    heading: Text
    drawing: Drawing | None = None
    statements: Annotated[tuple[StatedText, ...], Field(min_length=1)]


class LearnTopic(Entry):
    """One page to learn from, in words that a 12-year-old reads.

    Attributes:
        place: Where it stands among the topics, counted from 1.
        summary: The topic in one or two sentences.
        facts_of: Fact pages whose facts are read on it.
        see: Other topics that go on from here.
    """

    id: Slug
    place: Annotated[int, Field(gt=0)]
    title: Text
    summary: StatedText
    parts: Annotated[tuple[TopicPart, ...], Field(min_length=1)]
    facts_of: tuple[FactPage, ...] = ()
    see: tuple[Slug, ...] = ()


class Word(Statement):
    """A word that pages cannot do without, with what it means.

    Attributes:
        also: Other forms and names under which it appears in texts.
    """

    id: Slug
    name: Text
    also: tuple[Text, ...] = ()
    meaning: Text
    kind: SourceKind


class WordsFile(Entry):
    """`words.yaml`: the words, each explained once."""

    schema_version: Literal[1]
    words: tuple[Word, ...]
