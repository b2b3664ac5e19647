"""Names of the pictures of the body, and whose side is which in them."""

from typing import Final

from bodymap.wording.words import Words, words_in

_FACING: Final = frozenset({"front", "head_front", "pelvic_floor_female", "pelvic_floor_male"})
_AWAY: Final = frozenset({"back", "head_back"})


def view_name(view_id: str, words: Words | None = None, *, yours: bool = False) -> str:
    """A view in words, such as "Back" or "Right palm".

    Args:
        view_id: View id.
        words: Of the language; English if not given.
        yours: Said to the person who is drawn, as in "Your right palm".
    """
    words = words or words_in()
    part, _, side = view_id.partition(".")
    message = f"view-{part.replace('_', '-')}"
    if not words.knows(message):
        return words.begun(part)
    plain = f"{message}.plain"
    return words(plain if not yours and words.knows(plain) else message, side=side)


def cues(view_id: str, words: Words | None = None, *, yours: bool = False) -> tuple[str, str]:
    """What stands at the left and at the right of a view, such as ("your right", "your left").

    Empty for a view of one side, which is named for it.
    """
    words = words or words_in()
    whose = "your" if yours else "patients"
    left, right = words(f"view-{whose}-left"), words(f"view-{whose}-right")
    if view_id in _FACING:
        return right, left
    return (left, right) if view_id in _AWAY else ("", "")
