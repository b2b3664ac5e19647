"""Text blocks: what is written often, kept by the practice under a name and put into notes."""

import json
from typing import Final

from bodymap.errors import InvalidRecord, Problem
from bodymap.records.base import NAME_LENGTH, NOTES_LENGTH
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_KEPT: Final = "text_blocks"
MOST_BLOCKS: Final = 100
"""Most text blocks of one practice."""


def list_text_blocks(*, ports: Ports) -> dict[str, str]:
    """Texts by their name, in the order of the names."""
    with ports.store.reading() as unit:
        return _blocks(unit)


def keep_text_block(*, name: str, text: str, ports: Ports) -> None:
    """Keep a text, in place of one of this name. Writes.

    Raises:
        InvalidRecord: the name or the text is missing or too long, or there are too many.
    """
    name, text = " ".join(name.split()), text.strip()

    def work(unit: UnitOfWork) -> None:
        others = {each: kept for each, kept in _blocks(unit).items() if each != name}
        if not name or len(name) > NAME_LENGTH:
            _refuse("name", f"a name of at most {NAME_LENGTH} characters is needed", name)
        if not text or len(text) > NOTES_LENGTH:
            _refuse("text", f"a text of at most {NOTES_LENGTH} characters is needed", text)
        if len(others) >= MOST_BLOCKS:
            _refuse("name", f"at most {MOST_BLOCKS} blocks can be kept; remove one first", name)
        _save(unit, others | {name: text})

    written(ports, work)


def remove_text_block(*, name: str, ports: Ports) -> None:
    """Remove a text block. Writes; where it was put into notes it stays."""

    def work(unit: UnitOfWork) -> None:
        _save(unit, {each: kept for each, kept in _blocks(unit).items() if each != name})

    written(ports, work)


def with_block(text: str, block: str) -> str:
    """A note with a block at its end, in a line of its own."""
    return "\n".join(part for part in (text.rstrip(), block) if part)


def _refuse(field: str, reason: str, value: str) -> None:
    problem = Problem(field=field, reason=reason, value=repr(value[:80]))
    raise InvalidRecord("text block", problems=(problem,))


def _blocks(unit: UnitOfWork) -> dict[str, str]:
    kept: dict[str, str] = json.loads(unit.settings.get(_KEPT) or "{}")
    return kept


def _save(unit: UnitOfWork, blocks: dict[str, str]) -> None:
    ordered = sorted(blocks.items(), key=lambda block: block[0].casefold())
    unit.settings.set(_KEPT, json.dumps(dict(ordered)))
