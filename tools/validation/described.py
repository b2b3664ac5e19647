"""Cases that others described: where it hurt, and the muscle that was found or treated.

`described_cases.yaml` holds them, with citation and what was read. Half of them, chosen by their
citation alone, may be looked at while the look-up is tuned; the other half is set aside.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from bodymap.analysis.looking_up.look_up import look_up
from bodymap.analysis.places import area_of_places
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality, SurfaceArea

FILE: Final = Path(__file__).with_name("described_cases.yaml")
TOPS: Final = (1, 3, 5, 8)
"""Places in the list up to which a muscle counts as found."""

_SIDES: Final = {
    "right": Laterality.RIGHT,
    "left": Laterality.LEFT,
    "both": Laterality.BILATERAL,
}


class Half(StrEnum):
    """What a case may be used for."""

    TUNING = "tuning"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Described:
    """One described case.

    Attributes:
        citation: The work.
        read: What was read of it: abstract, part or secondary.
        incomplete: What of the citation was not seen; empty where all was.
        words: Where it hurt, in our own words.
        side: Side of the pain; the right where the work names none.
        places: Regions and sites that stand for these words.
        muscles: Ids of the muscles of which any counts as found.
    """

    citation: str
    read: str
    incomplete: str
    words: str
    side: Laterality
    places: tuple[str, ...]
    muscles: tuple[str, ...]

    @property
    def half(self) -> Half:
        """Its half: an even last byte of the SHA-256 of the citation is for tuning."""
        even = hashlib.sha256(self.citation.encode()).digest()[-1] % 2 == 0
        return Half.TUNING if even else Half.SET_ASIDE

    def area(self, atlas: Atlas, body: Body) -> SurfaceArea:
        """Where it hurt."""
        return area_of_places(self.places, atlas, body, self.side)


@cache
def cases() -> tuple[Described, ...]:
    """All described cases, in the order of the file."""
    held = yaml.safe_load(FILE.read_text("utf-8"))
    return tuple(
        Described(
            citation=case["citation"],
            read=case["read"],
            incomplete=case.get("incomplete", ""),
            words=case["words"],
            side=_SIDES[case.get("side", "right")],
            places=tuple(place for word in case["places"] for place in held["places"][word]),
            muscles=tuple(case["muscles"]),
        )
        for case in held["cases"]
    )


def ranks(
    atlas: Atlas, body: Body, only: Iterable[Described] | None = None
) -> Iterator[tuple[Described, int | None, tuple[str, ...]]]:
    """Each case with the place of its muscle among the muscles of the list, and the first three.

    The place is None where the muscle is not in the list.
    """
    for case in cases() if only is None else only:
        found = look_up(case.area(atlas, body), atlas)
        muscles = tuple(dict.fromkeys(candidate.muscle.id for candidate in found))
        place = next((n for n, muscle in enumerate(muscles, 1) if muscle in case.muscles), None)
        yield case, place, muscles[:3]


def share(places: Sequence[int | None], most: int) -> float:
    """Share of places that are at most so far down; one that is not in the list counts as not."""
    return sum(place is not None and place <= most for place in places) / max(1, len(places))
