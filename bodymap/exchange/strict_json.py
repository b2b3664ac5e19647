"""JSON of others, read strictly: what Python's reader would quietly take is refused by name."""

import json
import math
from typing import Any, Final

from bodymap.errors import ImportRefused

_MAY_BE_HALF: Final = (rb"\ud", rb"\uD")


def read_json(data: bytes, *, path: str) -> Any:
    """The value in some bytes.

    Args:
        data: As it came, bounded in length by the caller.
        path: Where it stands, for the refusal.

    Raises:
        ImportRefused: it is no JSON, or holds a name twice, a number that is not finite or has
            thousands of digits, half a character, or is nested beyond what any record needs.
    """
    try:
        value = json.loads(
            data.decode(), object_pairs_hook=_once, parse_float=_finite, parse_constant=_finite
        )
    except _Odd as odd:
        raise ImportRefused(path, str(odd)) from None
    except UnicodeDecodeError:
        raise ImportRefused(path, "it is not UTF-8") from None
    except RecursionError:
        raise ImportRefused(path, "it is nested too deeply") from None
    except json.JSONDecodeError as error:
        reason = f"it is no JSON ({error.msg.lower()}, character {error.pos})"
        raise ImportRefused(path, reason) from None
    except ValueError:
        raise ImportRefused(path, "it holds a number with thousands of digits") from None
    if any(sign in data for sign in _MAY_BE_HALF) and not _is_whole(value):
        raise ImportRefused(path, "it holds half a character (a lone surrogate)")
    return value


class _Odd(Exception):
    """JSON that other readers would take; its text is the reason why we do not."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Odd(f"the name {twice[:40]!r} stands twice in one object")
    return made


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Odd(f"{text[:40]} is no finite number")
    return number


def _is_whole(value: Any) -> bool:
    """Whether every text in a value can be written again."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
