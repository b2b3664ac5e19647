"""What a sentence of a catalogue says, given what goes into it.

A pattern is a text, or a list of texts, of values `[name]`, and of choices
`[name, {case: pattern}, otherwise]`. `tools/wording.py` makes them from Fluent files;
`canvas/frontend/saying.js` reads the same.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

Pattern = Any
"""A text or a list, see above; checked where it is made."""
Value = str | int | float

_VALUE: Final = 1
"""Length of a part that is a value."""


def filled(
    pattern: Pattern,
    values: Mapping[str, Value],
    *,
    number: Callable[[float], str],
    plural: Callable[[float], str],
) -> str:
    """The sentence.

    Args:
        pattern: Of the catalogue.
        values: By the names that stand in the pattern.
        number: Writes a number as the language does.
        plural: Category of a number in the language, such as "one".

    Raises:
        KeyError: A value is missing.
    """
    if isinstance(pattern, str):
        return pattern

    def said(part: Pattern) -> str:
        if isinstance(part, str):
            return part
        value = values[part[0]]
        if len(part) == _VALUE:
            return value if isinstance(value, str) else number(value)
        _, cases, otherwise = part
        case = str(value)
        if case not in cases and not isinstance(value, str):
            case = plural(value)
        chosen = cases.get(case, cases[otherwise])
        return filled(chosen, values, number=number, plural=plural)

    return "".join(said(part) for part in pattern)
