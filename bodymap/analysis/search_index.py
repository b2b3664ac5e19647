"""One index over everything that can be looked up: what it is called, and where it is read.

The browser holds the index and filters it as somebody types; this module says what stands in it.
Each kind of entry comes from one function of `SOURCES`; a new kind is one more.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, NamedTuple, Self
from urllib.parse import urlencode

from bodymap.analysis.finding_muscles import often_first
from bodymap.analysis.words import EMPTY_WORDS, MOST_LETTERS, PAIRS, PLURAL, SAME
from bodymap.atlas import Atlas, Extent, Muscle, TopicPart
from bodymap.body import Body, Laterality


class Kind(StrEnum):
    """What an entry is; its value is the heading it stands under."""

    MUSCLE = "Muscles"
    COMPLAINT = "Typical complaints"
    TRIGGER_POINT = "Trigger points"
    PLACE = "Places on the body"
    TREATMENT = "Treatments"
    TOPIC = "Learn"


class About(StrEnum):
    """How further words belong to an entry, what tells most first."""

    NAME = "also called"
    FELT_IN = "felt in"
    LIES = "lies"
    SAYS = "says"
    SPILLS_TO = "spills to"


class Said(NamedTuple):
    """Further words that an entry is found by, and how they belong to it."""

    about: About
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be looked up.

    Attributes:
        kind: What it is.
        title: What it is called, as it is shown.
        hint: A second line that tells it from others; may be empty.
        href: Where it is read, relative to the app, such as `explore?muscle=infraspinatus`.
        words: What else it is found by.
    """

    kind: Kind
    title: str
    hint: str
    href: str
    words: tuple[Said, ...] = ()


Source = Callable[[Atlas, Body], Iterable[Entry]]


@dataclass(frozen=True)
class SearchIndex:
    """All entries; within a kind, what is asked for more often comes first."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, atlas: Atlas, body: Body) -> Self:
        """Make the index from every source (about 20 ms); keep it."""
        return cls(tuple(entry for source in SOURCES for entry in source(atlas, body)))

    @cached_property
    def hrefs(self) -> frozenset[str]:
        """Every address that an entry leads to."""
        return frozenset(entry.href for entry in self.entries)

    @cached_property
    def content(self) -> bytes:
        """The index as the browser reads it: UTF-8 JSON, with the rules of how words compare."""
        told = {
            "kinds": list(Kind),
            "abouts": list(About),
            "rules": {
                "empty": sorted(EMPTY_WORDS),
                "same": SAME,
                "pairs": PAIRS,
                "plural": PLURAL.pattern,
                "most": MOST_LETTERS,
            },
            "entries": [_told(entry) for entry in self.entries],
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def version(self) -> str:
        """Another content has another version, so that a browser may keep one for ever."""
        return hashlib.sha256(self.content).hexdigest()[:16]


_KINDS: Final = tuple(Kind)
_ABOUTS: Final = tuple(About)


def _told(entry: Entry) -> list[Any]:
    said = [[_ABOUTS.index(each.about), each.text] for each in entry.words]
    return [_KINDS.index(entry.kind), entry.title, entry.hint, entry.href, said]


def _href(page: str, **asked: str) -> str:
    return f"{page}?{urlencode(asked)}"


def _muscles(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for muscle in sorted(atlas.muscles.values(), key=often_first):
        yield Entry(
            Kind.MUSCLE,
            muscle.name,
            muscle.plain_name,
            _href("explore", muscle=muscle.id),
            tuple(dict.fromkeys(_said_of(atlas, muscle))),
        )


def _said_of(atlas: Atlas, muscle: Muscle) -> Iterator[Said]:
    for alias in atlas.aliases.names:
        if alias.muscle == muscle.id:
            yield from (Said(About.NAME, name) for name in alias.said)
    yield Said(About.NAME, f"musculus {muscle.latin_name}")
    if muscle.latin_name != muscle.name:
        yield Said(About.NAME, muscle.latin_name)
    yield Said(About.NAME, muscle.plain_name)
    for group in muscle.regions:
        yield Said(About.LIES, atlas.regions[group].plain_label)
    for point in muscle.trigger_points:
        for zone in point.referral.zones:
            about = About.FELT_IN if zone.extent is Extent.ESSENTIAL else About.SPILLS_TO
            site = atlas.sites[zone.site]
            for name in (site.plain_label, site.label, *site.aliases):
                yield Said(about, name)


def _complaints(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for muscle in sorted(atlas.muscles.values(), key=often_first):
        for symptom in muscle.symptoms:
            yield Entry(
                Kind.COMPLAINT,
                f"{symptom[:1].upper()}{symptom[1:]}",
                f"typical of {muscle.name}",
                _href("explore", muscle=muscle.id),
            )


def _diagnoses(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    """Complaints and diagnoses as people call them, each with the muscles that feel so."""
    for complaint in atlas.aliases.complaints:
        name = complaint.said[0]
        muscles = ", ".join(atlas.muscles[muscle].name for muscle in complaint.muscles[:3])
        yield Entry(
            Kind.COMPLAINT,
            f"{name[:1].upper()}{name[1:]}",
            f"pain from these muscles is taken for it: {muscles}",
            _href("explore", find=name),
            tuple(Said(About.NAME, said) for said in complaint.said[1:]),
        )


def _trigger_points(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for muscle in sorted(atlas.muscles.values(), key=often_first):
        for point in muscle.trigger_points:
            yield Entry(
                Kind.TRIGGER_POINT,
                f"{muscle.name}: {point.name}",
                point.surface_place,
                _href("explore", muscle=muscle.id, point=point.id),
                (Said(About.LIES, point.surface_place),),
            )


def _places(atlas: Atlas, body: Body) -> Iterator[Entry]:
    """The parts of the body, and the figure's regions by all the names of their sites."""
    for group in atlas.groups.values():
        yield Entry(
            Kind.PLACE,
            group.plain_label,
            "its muscles",
            _href("explore", group=group.id),
            (Said(About.NAME, group.label),),
        )
    names: dict[str, list[str]] = {}
    for site in body.sites.values():
        named = atlas.sites[site.id]
        for base in site.regions:
            names.setdefault(base, []).extend((named.plain_label, named.label, *named.aliases))
    for region in body.regions.values():
        paired = region.laterality in {Laterality.LEFT, Laterality.RIGHT}
        side = f", {region.laterality.value.lower()}" if paired else ""
        others = dict.fromkeys((region.label, *names.get(region.base, ())))
        yield Entry(
            Kind.PLACE,
            f"{region.plain_label}{side}",
            "who refers here",
            _href("explore", region=region.id),
            tuple(Said(About.NAME, f"{name}{side}") for name in others),
        )
    yield from _inside(atlas, body)


def _inside(atlas: Atlas, body: Body) -> Iterator[Entry]:
    """Places inside the body, asked about where they are offered on the skin."""
    for site in body.sites.values():
        regions = [r.id for r in body.regions.values() if r.base == site.at]
        if site.inside and regions:
            named = atlas.sites[site.id]
            yield Entry(
                Kind.PLACE,
                named.plain_label,
                f"inside, under: {body.regions[regions[0]].plain_label}",
                _href("explore", region=regions[0]),
                tuple(Said(About.NAME, name) for name in (named.label, *named.aliases)),
            )


def _treatments(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for treatment in atlas.treatments.values():
        yield Entry(
            Kind.TREATMENT,
            treatment.name,
            treatment.summary.text,
            _href("treatments", treatment=treatment.id),
            (
                *(Said(About.NAME, alias) for alias in treatment.aliases),
                *(
                    Said(About.NAME, said)
                    for page in atlas.aliases.pages
                    if page.treatment == treatment.id
                    for said in page.said
                ),
                Said(About.SAYS, treatment.summary.text),
            ),
        )
    for group in atlas.groups.values():
        yield Entry(
            Kind.TREATMENT,
            f"Treatments for this part: {group.plain_label}",
            "after the questions for safety",
            _href("treatments", region=group.id),
            (Said(About.NAME, group.label),),
        )


def _topics(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for topic in atlas.topics.values():
        said = [text for part in topic.parts for text in _texts(part)]
        yield Entry(
            Kind.TOPIC,
            topic.title,
            topic.summary.text,
            _href("learn", topic=topic.id),
            (
                *(
                    Said(About.NAME, name)
                    for page in atlas.aliases.pages
                    if page.topic == topic.id
                    for name in page.said
                ),
                *(Said(About.SAYS, text) for text in (topic.summary.text, *said)),
            ),
        )


def _red_flags(atlas: Atlas, _body: Body) -> Iterator[Entry]:
    for flag in atlas.red_flags.values():
        yield Entry(
            Kind.TOPIC,
            flag.condition,
            "a sign of danger: when to get help",
            _href("learn", topic="seek_help"),
            (Said(About.SAYS, flag.question),),
        )


def _texts(part: TopicPart) -> Iterator[str]:
    yield part.heading
    for statement in part.statements:
        yield statement.text


SOURCES: Final[tuple[Source, ...]] = (
    _muscles,
    _diagnoses,
    _complaints,
    _trigger_points,
    _places,
    _treatments,
    _topics,
    _red_flags,
)
"""Where entries come from; each is given the atlas and the neutral figure."""
