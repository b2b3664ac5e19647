"""Finding muscles by words: a name, a plain word, a complaint, a place where it hurts.

The index lies in memory and is made once per atlas. A muscle is found by what is said of it; what
is said in one breath counts more than words gathered from here and there.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, Self

from bodymap.analysis.words import EMPTY_WORDS, MOST_LETTERS, SAME, told, words_of
from bodymap.atlas import Atlas, Extent, FrequencyLevel, Muscle

_HALF: Final = 0.5
"""Part of the query's weight that one statement must hold for its muscle to count as found."""

_RARER: Final = 0.05
"""So much less likely is each rarer level of how often trigger points are found in a muscle."""

_TOGETHER: Final = 1.25
"""A statement that holds the words of the query one after another fits better by this factor."""
_BEGINS: Final = 0.85
_MISSPELT: Final = 0.7
_SHORTEST_BEGINNING: Final = 3
_LEAST_OF_COMPLAINT: Final = 4
_SIDES: Final = frozenset({"left", "right"})

_NEXT_OF_COMPLAINT: Final = 0.12
"""So much less a complaint says for each next muscle of its list."""

_WHOLE: Final = 30.0
"""What it says to be named in full among what a muscle's pain is mistaken for."""

_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}


class FoundBy(StrEnum):
    """What a muscle was found by."""

    NAME = "name"
    LATIN_NAME = "latin name"
    PLAIN_NAME = "plain name"
    COMPLAINT = "complaint or diagnosis"
    SYMPTOM = "symptom"
    MISTAKEN = "often mistaken for"
    FELT_IN = "felt in"
    SPILLS_TO = "spills to"
    SHAPE = "shape"
    PLACE = "place"
    GROUP = "group"


_WEIGHT: Final = {
    FoundBy.NAME: 10.0,
    FoundBy.LATIN_NAME: 9.0,
    FoundBy.PLAIN_NAME: 4.0,
    FoundBy.COMPLAINT: 40.0,
    FoundBy.SYMPTOM: 4.0,
    FoundBy.MISTAKEN: 4.0,
    FoundBy.FELT_IN: 4.0,
    FoundBy.SHAPE: 2.0,
    FoundBy.SPILLS_TO: 1.5,
    FoundBy.PLACE: 1.5,
    FoundBy.GROUP: 1.0,
}
"""How much each kind of statement says about what was meant; our own choice, tested by examples."""


@dataclass(frozen=True, slots=True)
class FoundMuscle:
    """A muscle that a query found.

    Attributes:
        muscle: The muscle.
        trigger_point: Id of the trigger point the best statement is about; `None` if about all.
        score: Only for the order; larger fits better.
        by: Kind of the statement that fits best.
        because: That statement in words.
    """

    muscle: Muscle
    trigger_point: str | None
    score: float
    by: FoundBy
    because: str


@dataclass(frozen=True, slots=True)
class _Statement:
    muscle: str
    trigger_point: str | None
    by: FoundBy
    text: str

    @property
    def words(self) -> list[str]:
        """What it is found by."""
        words = words_of(self.text)
        named = self.by in {FoundBy.NAME, FoundBy.LATIN_NAME}
        return list(words) if named else told(words)


@dataclass(frozen=True)
class MuscleIndex:
    """All statements that muscles can be found by, by word."""

    _atlas: Atlas
    _statements: tuple[_Statement, ...]
    _lines: tuple[str, ...]
    _by_word: Mapping[str, frozenset[int]]
    _aliases: tuple[tuple[frozenset[str], tuple[int, ...]], ...]
    _alias_words: frozenset[str]
    _mistaken: Mapping[frozenset[str], tuple[int, ...]]

    @classmethod
    def of(cls, atlas: Atlas) -> Self:
        """Make the index (about 50 ms); keep it."""
        statements = tuple(s for muscle in atlas.muscles.values() for s in _said_of(atlas, muscle))
        called: list[_Statement] = []
        aliases: list[tuple[frozenset[str], tuple[int, ...]]] = []
        for complaint in atlas.aliases.complaints:
            start = len(statements) + len(called)
            called += [
                _Statement(muscle, None, FoundBy.COMPLAINT, complaint.said[0])
                for muscle in complaint.muscles
            ]
            numbers = tuple(range(start, start + len(complaint.muscles)))
            # a side is left out of what is asked, so it is left out here
            aliases += [(_telling(said) - _SIDES, numbers) for said in complaint.said]
        by_word: dict[str, set[int]] = defaultdict(set)
        lines = []
        for number, statement in enumerate(statements):
            words = statement.words
            lines.append(_line(word for word in words if word not in EMPTY_WORDS))
            for word in words:
                by_word[word].add(number)
        for alias in atlas.aliases.names:
            numbers = (len(statements) + len(called),)
            called.append(_Statement(alias.muscle, None, FoundBy.NAME, alias.said[0]))
            aliases += [(_telling(said), numbers) for said in alias.said]
        held = {word: frozenset(numbers) for word, numbers in by_word.items()}
        lines += [""] * len(called)
        known = frozenset(word for words, _ in aliases for word in words)
        mistaken: dict[frozenset[str], tuple[int, ...]] = {}
        for number, statement in enumerate(statements):
            if statement.by is FoundBy.MISTAKEN:
                words_in_it = _telling(statement.text)
                mistaken[words_in_it] = (*mistaken.get(words_in_it, ()), number)
        every = (*statements, *called)
        return cls(atlas, every, tuple(lines), held, tuple(aliases), known, mistaken)

    def find(self, query: str) -> tuple[FoundMuscle, ...]:
        """Muscles that fit the words, the best first; none for an empty query.

        A word may be unfinished (three letters are enough) or misspelt. At an equal score the
        muscle in which trigger points are found more often comes first.

        Args:
            query: As typed, in any case; cut to `MOST_LETTERS`.
        """
        words = [*dict.fromkeys(words_of(query[:MOST_LETTERS]))]
        telling = [word for word in words if word not in EMPTY_WORDS] or words
        # a pattern is described for either side, so a side tells muscles apart by chance only
        telling = [word for word in telling if word not in _SIDES] or telling
        hits = [self._holding(word) for word in telling]
        weights = [self._weight(held) for held in hits]
        total = sum(weights)
        fits: dict[int, float] = defaultdict(float)
        for held, weight in zip(hits, weights, strict=True):
            for number, quality in held.items():
                fits[number] += quality * weight / total
        together = _line(told(telling))
        best: dict[str, dict[FoundBy, tuple[float, int]]] = defaultdict(dict)
        for number, fit in fits.items():
            said = self._statements[number]
            score = fit * fit * _WEIGHT[said.by]
            score *= _TOGETHER if together in self._lines[number] else 1.0
            if score > best[said.muscle].get(said.by, (0.0, 0))[0]:
                best[said.muscle][said.by] = (score, number)
        for number, score in self._of_full_names(telling).items():
            said = self._statements[number]
            fits[number] = 1.0
            if score > best[said.muscle].get(said.by, (0.0, 0))[0]:
                best[said.muscle][said.by] = (score, number)
        found = [self._found(by, fits) for by in best.values()]
        kept = [each for each in found if each is not None]
        kept.sort(key=lambda each: (-round(each.score, 6), *often_first(each.muscle)))
        return tuple(kept)

    def _of_aliases(self, words: Sequence[str]) -> dict[int, float]:
        """Statements of complaints and other names that the words name in full, with a score."""
        scores: dict[int, float] = {}
        asked = [word for word in words if word not in _SIDES] or words
        meant = [_meant(word, self._alias_words) for word in asked]
        every = frozenset().union(*meant)
        for needed, numbers in self._aliases:
            if not needed <= every:
                continue
            part = sum(not needed.isdisjoint(each) for each in meant) / len(asked)
            if part <= _HALF:
                continue
            for rank, number in enumerate(numbers):
                score = _WEIGHT[FoundBy.COMPLAINT] * part * (1 - _NEXT_OF_COMPLAINT * rank)
                scores[number] = max(scores.get(number, 0.0), score)
        return scores

    def _of_full_names(self, words: Sequence[str]) -> dict[int, float]:
        """Statements that the words name in full, with a score.

        What a muscle's pain is mistaken for counts where no complaint is called just so, for the
        list of a complaint was put in order by hand.
        """
        scores = self._of_aliases(words)
        asked = frozenset(told([word for word in words if word not in _SIDES] or words))
        if any(needed == asked for needed, _ in self._aliases):
            return scores
        return scores | dict.fromkeys(self._mistaken.get(asked, ()), _WHOLE)

    def _found(
        self, best: Mapping[FoundBy, tuple[float, int]], fits: Mapping[int, float]
    ) -> FoundMuscle | None:
        if max(fits[number] for _, number in best.values()) < _HALF:
            return None
        _, number = max(best.values())
        said = self._statements[number]
        muscle = self._atlas.muscles[said.muscle]
        score = sum(score for score, _ in best.values())
        score *= 1.0 - _RARER * _BY_FREQUENCY[muscle.frequency.level]
        point = said.trigger_point or next(
            (self._statements[n].trigger_point for by, (_, n) in best.items() if by in _OF_POINT),
            None,
        )
        return FoundMuscle(muscle, point, score, said.by, said.text)

    def _holding(self, word: str) -> dict[int, float]:
        """Statements that hold a word, each with how well: 1 for the very word."""
        held = dict.fromkeys(self._by_word.get(word, ()), 1.0)
        for number in self._by_word.get(SAME.get(word, word), ()):
            held[number] = 1.0
        if len(word) >= _SHORTEST_BEGINNING:
            for other, numbers in self._by_word.items():
                if other.startswith(word):
                    for number in numbers:
                        held.setdefault(number, _BEGINS)
        if not held:
            for other in get_close_matches(word, self._by_word, n=2, cutoff=0.8):
                for number in self._by_word[other]:
                    held.setdefault(number, _MISSPELT)
        return held

    def _weight(self, held: Mapping[int, float]) -> float:
        """Rare words tell more than common ones; one that nobody uses tells as much as a rare."""
        return 1.0 + math.log(len(self._statements) / (1 + len(held)))


_OF_POINT: Final = frozenset({FoundBy.FELT_IN, FoundBy.SPILLS_TO, FoundBy.SHAPE})


def _telling(said: str) -> frozenset[str]:
    words = frozenset(told(words_of(said)))
    return words - EMPTY_WORDS or words


def _meant(typed: str, known: Collection[str]) -> frozenset[str]:
    """Words that a typed one is, or begins, or else nearly is."""
    word = SAME.get(typed, typed)
    if word in known:
        return frozenset({word})
    if len(typed) < _LEAST_OF_COMPLAINT:
        return frozenset()
    begun = frozenset(other for other in known if other.startswith(typed))
    return begun or frozenset(get_close_matches(typed, known, n=1, cutoff=0.85))


def _line(words: Iterable[str]) -> str:
    """Words as one line in which one can look for others that follow each other."""
    return f" {' '.join(words)} "


def often_first(muscle: Muscle) -> tuple[int, str]:
    """Key of the order in which muscles are listed: where trigger points are found more often."""
    return _BY_FREQUENCY[muscle.frequency.level], muscle.name


def _said_of(atlas: Atlas, muscle: Muscle) -> Iterator[_Statement]:
    def of_all(by: FoundBy, texts: Iterable[str]) -> Iterator[_Statement]:
        return (_Statement(muscle.id, None, by, text) for text in texts)

    yield from of_all(FoundBy.NAME, [muscle.name])
    yield from of_all(FoundBy.MISTAKEN, muscle.often_mistaken_for)
    yield from of_all(FoundBy.LATIN_NAME, [muscle.latin_name])
    yield from of_all(FoundBy.PLAIN_NAME, [muscle.plain_name])
    yield from of_all(FoundBy.SYMPTOM, muscle.symptoms)
    yield from of_all(FoundBy.PLACE, [muscle.surface_location])
    for group in muscle.regions:
        yield from of_all(FoundBy.GROUP, [atlas.regions[group].plain_label])
    for point in muscle.trigger_points:
        yield _Statement(muscle.id, point.id, FoundBy.PLACE, point.name)
        for symptom in point.symptoms:
            yield _Statement(muscle.id, point.id, FoundBy.SYMPTOM, symptom.text)
        if point.zone_shape:
            yield _Statement(muscle.id, point.id, FoundBy.SHAPE, point.zone_shape)
        for zone in point.referral.zones:
            by = FoundBy.FELT_IN if zone.extent is Extent.ESSENTIAL else FoundBy.SPILLS_TO
            site = atlas.sites[zone.site]
            for name in dict.fromkeys((site.plain_label, site.label, *site.aliases)):
                yield _Statement(muscle.id, point.id, by, name)
