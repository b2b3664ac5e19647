"""Search the parts of the body by what people call them: "tummy", "left collar bone", "bum".

Own matching, because a wrong place is worse than none: every word of the query must begin a word of
the part's everyday name, or be a word that people use for it. Sides are left to be asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

_PASSED_OVER: Final = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "in",
        "my",
        "of",
        "on",
        "over",
        "pain",
        "sore",
        "ache",
        "aching",
        "hurts",
        "the",
        "to",
        "both",
        "side",
        "sides",
    }
)
"""Words that tell no part of the body."""

_TWO_WORDS: Final = {
    "collar bone": "collarbone",
    "breast bone": "breastbone",
    "tail bone": "tailbone",
    "arm pit": "armpit",
    "rib cage": "ribs",
    "hip bone": "hip",
    "funny bone": "elbow",
    "adams apple": "throat",
    "upper back": "upperback",
    "lower back": "lowerback",
    "low back": "lowerback",
    "back of": "behindof",
}

_MEANS: Final[dict[str, tuple[str, ...]]] = {
    "abdomen": ("belly",),
    "arm": ("@arm",),
    "arms": ("@arm",),
    "back": ("@upper_back", "@lower_back"),
    "behindof": ("back",),
    "chest": ("@chest",),
    "foot": ("@foot",),
    "hand": ("@hand",),
    "head": ("@head",),
    "leg": ("@leg",),
    "legs": ("@leg",),
    "lowerback": ("@lower_back",),
    "neck": ("@neck",),
    "shoulder": ("@shoulder", "shoulder"),
    "upperback": ("@upper_back",),
    "behind": ("buttock",),
    "biceps": ("front of the upper arm",),
    "bladder": ("urethra", "above the pubic"),
    "bottom": ("buttock",),
    "bum": ("buttock",),
    "butt": ("buttock",),
    "calves": ("calf",),
    "cheeks": ("cheek",),
    "coccyx": ("tailbone",),
    "ears": ("ear",),
    "elbows": ("elbow",),
    "eyes": ("eye",),
    "face": ("forehead", "cheek", "nose", "mouth", "chin", "jaw", "eye"),
    "feet": ("@foot",),
    "fingers": ("finger", "thumb"),
    "flank": ("side of the waist", "lower back, outer", "lower ribs"),
    "genitals": ("penis", "testicle", "vagina", "lips", "clitoris"),
    "gums": ("teeth",),
    "hamstring": ("back of the thigh",),
    "hamstrings": ("back of the thigh",),
    "hands": ("@hand",),
    "headache": ("@head", "under the skull"),
    "hips": ("hip",),
    "instep": ("arch of the foot", "top of the foot"),
    "kidney": ("lower ribs at the back", "lower back, outer"),
    "kidneys": ("lower ribs at the back", "lower back, outer"),
    "knees": ("knee",),
    "kneecap": ("front of the knee",),
    "loin": ("lower ribs at the back", "lower back, outer"),
    "lumbar": ("@lower_back",),
    "migraine": ("@head", "under the skull"),
    "navel": ("belly button",),
    "quads": ("front of the thigh",),
    "rectum": ("anus",),
    "rib": ("ribs",),
    "sacrum": ("base of the spine",),
    "sciatica": ("buttock", "back of the thigh", "calf", "outer lower leg"),
    "scalp": ("top of the head", "head above the ear", "back of the head"),
    "shins": ("shin",),
    "shoulders": ("@shoulder", "shoulder"),
    "skull": ("@head", "under the skull"),
    "spine": ("spine",),
    "stomach": ("belly",),
    "thighs": ("thigh",),
    "throat": ("front of the neck",),
    "toes": ("toe",),
    "tummy": ("belly",),
    "tooth": ("teeth",),
    "toothache": ("teeth",),
    "triceps": ("back of the upper arm",),
    "vulva": ("lips", "vagina", "clitoris"),
    "waist": ("waist",),
    "wrists": ("wrist",),
}
"""What people say, and what it means: pieces of everyday names, and whole groups after an @."""


@dataclass(frozen=True)
class Part:
    """A part of the body to choose.

    Attributes:
        label: Its everyday name, without a side.
        group: Group of regions that it belongs to.
    """

    label: str
    group: str


P = TypeVar("P", bound=Part)


def matching(query: str, parts: Sequence[P]) -> tuple[P, ...]:
    """The parts that a query means, the order kept; none where nothing is called so.

    Args:
        query: What was typed, such as "lower left back".
        parts: Parts to choose from.
    """
    typed = re.sub(r"[^a-z]+", " ", query.lower()).strip()
    for side in ("left", "right"):
        typed = re.sub(rf"\b{side}\b ?", "", typed)
    for said, one_word in _TWO_WORDS.items():
        typed = re.sub(rf"\b{said}\b", one_word, typed)
    words = [word for word in typed.split() if word not in _PASSED_OVER]
    if not words:
        return ()
    meant = tuple(part for part in parts if all(_means(word, part) for word in words))
    return meant or tuple(
        part for part in parts if all(_begins(word, part.label) for word in words)
    )


def _means(word: str, part: Part) -> bool:
    if word not in _MEANS:
        return _begins(word, part.label)
    return any(
        part.group == piece[1:] if piece.startswith("@") else _begins(piece, part.label)
        for piece in _MEANS[word]
    )


def _begins(piece: str, label: str) -> bool:
    """Whether a piece stands in a name from the beginning of a word."""
    return re.search(rf"\b{re.escape(piece)}", label.lower()) is not None
