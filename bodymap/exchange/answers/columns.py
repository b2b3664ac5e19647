"""What the columns of a table of answers hold: a code each as 1/0, or a list of codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.coding.answered import NUMBERINGS
from bodymap.atlas import Atlas

_ONE_CODE: Final = re.compile(r"(?P<name>.+?)(?:___(?P<redcap>.+)|\[(?P<limesurvey>[^]]+)\])")
_BETWEEN: Final = re.compile(r"[,;|]")
_FEWEST: Final = 2
"""A single column of 1/0, or lists of one code only, may be about anything."""


@dataclass(frozen=True)
class Question:
    """The columns that together ask for the places on one chart.

    Attributes:
        name: What stands before each code, or the name of the column of lists.
        columns: Number of each column, with its code; an empty code where it holds lists.
        numberings: Those that have all of its codes, and the one that its name says.
    """

    name: str
    columns: tuple[tuple[int, str], ...]
    numberings: tuple[str, ...]

    @property
    def named(self) -> str | None:
        """The numbering that its name says, if it says one."""
        name = plain(self.name)
        return name if name in self.numberings else None


def plain(text: str) -> str:
    """A name or code as form builders write it: small letters, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")


def codes_of(numbering: str, atlas: Atlas) -> Mapping[str, str]:
    """The codes of a numbering by how form builders write them."""
    return {plain(code): code for code in NUMBERINGS[numbering].places(atlas)}


def listed(cell: str) -> Iterator[str]:
    """The codes of a list, as form builders write them."""
    return (code for each in _BETWEEN.split(cell) if (code := plain(each)))


def questions(
    head: Sequence[str], rows: Sequence[Sequence[str]], atlas: Atlas
) -> tuple[Question, ...]:
    """Every question of a table that may be answered on a chart that is known.

    Args:
        head: Names of the columns.
        rows: The rows, each as long as the head.
        atlas: The charts.
    """
    known = {name: {*codes_of(name, atlas)} for name in NUMBERINGS}
    found: dict[str, list[tuple[int, str]]] = {}
    for number, name in enumerate(head):
        if one := _ONE_CODE.fullmatch(name.strip()):
            code = plain(one["redcap"] or one["limesurvey"])
            found.setdefault(one["name"], []).append((number, code))
    asked = [
        Question(name, tuple(columns), _fitting(name, {code for _, code in columns}, known))
        for name, columns in found.items()
        if len(columns) >= _FEWEST or plain(name) in known
    ]
    for number, name in enumerate(head):
        if _ONE_CODE.fullmatch(name.strip()):
            continue
        cells = [[*listed(row[number])] for row in rows]
        is_list = any(len(codes) >= _FEWEST for codes in cells)
        if plain(name) in known or is_list:
            codes = {code for each in cells for code in each}
            asked.append(Question(name, ((number, ""),), _fitting(name, codes, known)))
    return tuple(question for question in asked if question.numberings)


def _fitting(name: str, codes: set[str], known: Mapping[str, set[str]]) -> tuple[str, ...]:
    return tuple(each for each, its in known.items() if codes <= its or each == plain(name))
