"""The entries of a Bundle, and small pieces of resources that may be anybody's."""

from dataclasses import dataclass
from typing import Any

from bodymap.errors import ImportRefused
from bodymap.exchange.fhir.writing import Json


@dataclass(frozen=True)
class Entry:
    """A resource of a Bundle.

    Attributes:
        path: Where it stands, such as `entry[3].resource`.
        url: Its address within the Bundle; may be empty.
        resource: What it says.
    """

    path: str
    url: str
    resource: Json

    @property
    def kind(self) -> str:
        """Its type."""
        return str(self.resource.get("resourceType"))[:60]


def entries(bundle: Json) -> list[Entry]:
    """Every resource of a Bundle.

    Raises:
        ImportRefused: an entry is none; it says where.
    """
    listed = bundle.get("entry", [])
    if not isinstance(listed, list):
        raise ImportRefused("entry", "a list is needed")
    found = []
    for number, entry in enumerate(listed):
        path = f"entry[{number}].resource"
        made = entry.get("resource") if isinstance(entry, dict) else None
        if not isinstance(made, dict):
            raise ImportRefused(path, "a resource is needed")
        found.append(Entry(path, text_of(entry.get("fullUrl")), made))
    return found


def text_of(value: Any) -> str:
    """A text, or nothing."""
    return value if isinstance(value, str) else ""


def ids_of(entry: Entry) -> set[str]:
    """Ids under which a resource of ours is found again: its own, and those it is known by."""
    found = {text_of(entry.resource.get("id")), last_part(entry.url)}
    for known in items(entry.resource.get("identifier")):
        if known.get("system") == "urn:ietf:rfc:3986":
            found.add(last_part(text_of(known.get("value"))))
    return found - {""}


def last_part(address: str) -> str:
    """The id in an address or reference."""
    return address.replace(":", "/").rsplit("/", 1)[-1]


def items(value: Any) -> list[Json]:
    """The objects of a list, or the object that stands in place of one."""
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, dict)]


def codings(concept: Any) -> list[tuple[str, str]]:
    """System and code of each coding of a concept."""
    return [
        (text_of(each.get("system")), text_of(each.get("code")))
        for one in items(concept)
        for each in items(one.get("coding"))
    ]


def first_concept(concept: Any) -> tuple[str, str]:
    """System and code of the first coding; two empty texts if there is none."""
    return next(iter(codings(concept)), ("", ""))


def referred(value: Any) -> str:
    """The id that a reference names; empty if it names none."""
    return last_part(text_of(value.get("reference"))) if isinstance(value, dict) else ""
