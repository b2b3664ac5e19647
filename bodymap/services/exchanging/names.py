"""Names that records use, compared with those that the figure and the atlas know."""

from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel

from bodymap.analysis.coding.answered import holds
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import ImportRefused
from bodymap.records import CodedPlaces, Person
from bodymap.records.portable import Portable, id_of, kind_of

_OTHER: Final = "other"
"""A finding that lies at no typical trigger point."""

Known = Mapping[str, Container[object]]
"""What a field of a record may say, by the name of the field."""


class _Answers:
    """Answers on other charts that name known codes and have the cells of these codes."""

    def __init__(self, body: Body, atlas: Atlas) -> None:
        self._body, self._atlas = body, atlas

    def __contains__(self, answers: object) -> bool:
        """Whether all of them do."""
        return isinstance(answers, tuple) and all(
            isinstance(each, CodedPlaces) and holds(each, self._atlas, self._body)
            for each in answers
        )


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
        "coded": _Answers(body, atlas),
    }


def must_be_known(portable: Portable, known: Known) -> None:
    """Refuse a record that names what this program does not know: no page could show it.

    Raises:
        ImportRefused: names the record, the field and the value.
    """
    whole = [portable] if isinstance(portable, Person) else [portable.record, *portable.editions]
    # An edition is often the very record.
    for record in {id(each): each for each in whole}.values():
        for path, value in _unknown(record, known):
            raise ImportRefused(
                f"{kind_of(portable)} {id_of(portable)}: {path}",
                f"{_shown(value)!r} is not known to this version of Bodymap",
            )


def _shown(value: object) -> str:
    answers = value if isinstance(value, tuple) else ()
    said = (f"{each.numbering} {', '.join(each.codes)}" for each in answers)
    return ("; ".join(said) or str(value))[:60]


def _unknown(record: BaseModel, known: Known) -> Iterator[tuple[str, object]]:
    """Where a record or a part of it names what is not known, and what it names."""
    for name in _telling(type(record), frozenset(known)):
        value = getattr(record, name)
        if name in known:
            if value is not None and value not in known[name]:
                yield name, value
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                for path, found in _unknown(item, known):
                    yield f"{name}.{number}.{path}", found
        elif value is not None:
            yield from ((f"{name}.{path}", found) for path, found in _unknown(value, known))


@cache
def _telling(kind: type[BaseModel], names: frozenset[str]) -> tuple[str, ...]:
    """Fields of a record that name something, or hold parts that do."""
    return tuple(
        name
        for name, field in kind.model_fields.items()
        if name in names or any(_telling(part, names) for part in _models(field.annotation))
    )


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The kinds of record that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
