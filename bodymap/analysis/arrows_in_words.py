"""Arrows in words: from where to where pain moves, as the person who drew it would say it."""

from collections.abc import Sequence
from typing import Final

from bodymap.body import Body, Laterality
from bodymap.body.phrases import area_name
from bodymap.records import PainArrow

BESIDE: Final = "a place beside the body"
_ONE_EACH_SIDE: Final = frozenset(
    {
        *("ear", "shoulder", "upper arm", "elbow", "forearm", "wrist", "hand", "thumb", "buttock"),
        *("hip", "thigh", "knee", "lower leg", "ankle", "heel", "foot", "big toe", "lesser toes"),
    }
)
"""Parts of which there is one on either side; the others have two sides and a middle."""

_WITHOUT_SIDES: Final = frozenset({"nose", "mouth", "chin"})
_EVERYDAY: Final = {"abdomen": "belly", "lesser toes": "small toes"}


def arrow_in_words(arrow: PainArrow, body: Body) -> str:
    """An arrow, such as "from the right side of the neck to the right hand".

    Parts are named broadly; where both ends lie in the same part, the places in it are named too.

    Raises:
        BodyError: It names a figure or view that the body does not have.
    """
    cells = arrow.cells(body)
    start, end = (_part(cell, body) for cell in cells)
    if start == end and None not in cells:
        start, end = (f"{start} ({_place(cell, body)})" for cell in cells)
    return f"from {start} to {end}"


def arrows_changed(
    before: Sequence[PainArrow], after: Sequence[PainArrow], body: Body
) -> tuple[str, ...]:
    """What two drawings say differently of where pain moves, a sentence each; empty if nothing.

    Arrows that are told in the same words count as the same: nobody sets one twice to the point.

    Raises:
        BodyError: As `arrow_in_words`.
    """
    was, now = (dict.fromkeys(arrow_in_words(m, body) for m in each) for each in (before, after))
    return (
        *(f"The pain now moves {words}." for words in now if words not in was),
        *(f"The pain no longer moves {words}." for words in was if words not in now),
        *(f"As before, the pain moves {words}." for words in now if words in was),
    )


def _part(cell: int | None, body: Body) -> str:
    region_id = None if cell is None else body.region_of(cell)
    if cell is None or region_id is None:
        return BESIDE
    name = area_name(body.region(region_id))
    said = _EVERYDAY.get(name, name)
    laterality = body.laterality_of(cell)
    if name in _WITHOUT_SIDES:
        return f"the {said}"
    if laterality not in {Laterality.LEFT, Laterality.RIGHT}:
        return f"the middle of the {said}"
    if name in _ONE_EACH_SIDE:
        return f"the {laterality.lower()} {said}"
    return f"the {laterality.lower()} side of the {said}"


def _place(cell: int | None, body: Body) -> str:
    region_id = None if cell is None else body.region_of(cell)
    label = body.region(region_id).plain_label if region_id else BESIDE
    return label[0].lower() + label[1:]
