"""Text blocks: what is written often, kept by the practice under a name and put into notes."""

from typing import Final

from bodymap.records.base import NOTES_LENGTH
from bodymap.services.kernel.kept_by_name import KeptByName
from bodymap.services.kernel.ports import Ports

MOST_BLOCKS: Final = 100
"""Most text blocks of one practice."""
_BLOCKS: Final = KeptByName("text_blocks", "text block", MOST_BLOCKS)


def list_text_blocks(*, ports: Ports) -> dict[str, str]:
    """Texts by their name, in the order of the names."""
    return _BLOCKS.all(ports)


def keep_text_block(*, name: str, text: str, ports: Ports) -> None:
    """Keep a text, in place of one of this name. Writes.

    Raises:
        InvalidRecord: the name or the text is missing or too long, or there are too many.
    """
    text = text.strip()
    if not text or len(text) > NOTES_LENGTH:
        _BLOCKS.refuse("text", f"a text of at most {NOTES_LENGTH} characters is needed", text)
    _BLOCKS.keep(name, text, ports)


def remove_text_block(*, name: str, ports: Ports) -> None:
    """Remove a text block. Writes; where it was put into notes it stays."""
    _BLOCKS.remove(name, ports)


def with_block(text: str, block: str) -> str:
    """A note with a block at its end, in a line of its own."""
    return "\n".join(part for part in (text.rstrip(), block) if part)
