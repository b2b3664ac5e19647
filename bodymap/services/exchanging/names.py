"""Names that records use, compared with those that the figure and the atlas know."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import ImportRefused
from bodymap.records import Person
from bodymap.records.portable import Portable, id_of, kind_of

_OTHER: Final = "other"
"""A finding that lies at no typical trigger point."""

Known = Mapping[str, Collection[object]]
"""What a field of a record may say, by the name of the field."""


def known_names(body: Body, atlas: Atlas) -> Known:
    """What this program's figure and atlas know."""
    views = frozenset(body.views)
    return {
        "body_version": frozenset({body.version}),
        "figure": frozenset(body.manifest.figures),
        "view": views,
        "to_view": views,
        "region": frozenset(body.regions),
        "site": frozenset(body.sites),
        "cell": range(body.cell_count),
        "muscle": frozenset(atlas.muscles),
        "trigger_point": frozenset({*atlas.trigger_points, _OTHER}),
    }


def must_be_known(portable: Portable, known: Known) -> None:
    """Refuse a record that names what this program does not know: no page could show it.

    Raises:
        ImportRefused: names the record, the field and the value.
    """
    whole = [portable] if isinstance(portable, Person) else [portable.record, *portable.editions]
    for record in whole:
        for path, name, value in _named(record, ""):
            if name in known and value not in known[name]:
                raise ImportRefused(
                    f"{kind_of(portable)} {id_of(portable)}: {path}",
                    f"{str(value)[:60]!r} is not known to this version of Bodymap",
                )


def _named(value: Any, path: str) -> Iterator[tuple[str, str, object]]:
    """Every single value within a record: its path, the name of its field, and what it says."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            where = f"{path}.{name}" if path else name
            if isinstance(inner, (BaseModel, tuple)):
                yield from _named(inner, where)
            elif inner is not None:
                yield where, name, inner
    elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        for number, item in enumerate(value):
            yield from _named(item, f"{path}.{number}")
