"""Patterns that a maintainer of the atlas is redrawing, kept until they are written to its file."""

from pydantic import ValidationError

from bodymap.atlas.editing.redrawing import Redrawing
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written


def get_redrawing(*, point: str, ports: Ports) -> Redrawing | None:
    """What was begun for a trigger point; None if nothing was, or it cannot be read any more."""
    with ports.store.reading() as unit:
        kept = unit.settings.get(_name(point))
    try:
        return Redrawing.model_validate_json(kept) if kept else None
    except ValidationError:
        return None


def keep_redrawing(*, redrawing: Redrawing, ports: Ports) -> Redrawing:
    """Keep it as it is now, instead of what was kept before. Writes; returns it.

    Raises:
        StoreError: the store cannot do it; nothing was changed.
    """
    text = redrawing.model_dump_json(exclude_defaults=True)

    def work(unit: UnitOfWork) -> Redrawing:
        unit.settings.set(_name(redrawing.point), text)
        return redrawing

    return written(ports, work)


def _name(point: str) -> str:
    return f"redrawn_{point}"
