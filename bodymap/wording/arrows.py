"""Arrows in words: from where to where pain moves, as the person who drew it would say it."""

from collections.abc import Sequence

from bodymap.analysis.arrow_parts import ArrowEnd, arrow_ends
from bodymap.body import Body, Laterality
from bodymap.records import PainArrow
from bodymap.wording.places import place_name
from bodymap.wording.words import Words, words_in


def arrow_in_words(arrow: PainArrow, body: Body, words: Words | None = None) -> str:
    """An arrow, such as "from the right side of the neck to the right hand".

    Parts are named broadly; where both ends lie in the same part, the places in it are named too.

    Args:
        arrow: The arrow.
        body: Its figure.
        words: Of the language; English if not given.

    Raises:
        BodyError: It names a figure or view that the body does not have.
    """
    words = words or words_in()
    ends = arrow_ends(arrow, body)
    start, end = (_part(each, words) for each in ends)
    if start == end and all(each.place for each in ends):
        start, end = (
            words("arrow-place", part=start, place=place_name(each.place or "", words))
            for each in ends
        )
    return words("arrow", **{"from": start, "to": end})


def arrows_changed(
    before: Sequence[PainArrow], after: Sequence[PainArrow], body: Body, words: Words | None = None
) -> tuple[str, ...]:
    """What two drawings say differently of where pain moves, a sentence each; empty if nothing.

    Arrows that read the same count as the same: nobody sets one twice to the point.

    Raises:
        BodyError: As `arrow_in_words`.
    """
    said = words or words_in()
    was, now = (
        dict.fromkeys(arrow_in_words(each, body, said) for each in arrows)
        for arrows in (before, after)
    )
    return (
        *(said("arrows-now", arrow=arrow) for arrow in now if arrow not in was),
        *(said("arrows-no-longer", arrow=arrow) for arrow in was if arrow not in now),
        *(said("arrows-as-before", arrow=arrow) for arrow in now if arrow in was),
    )


def _part(end: ArrowEnd, words: Words) -> str:
    if end.part is None:
        return words("arrow-beside")
    sided = end.laterality in {Laterality.LEFT, Laterality.RIGHT}
    side = end.laterality.value.lower() if end.laterality and sided else "middle"
    return words(f"part-{end.part.replace(' ', '-')}", side=side)
