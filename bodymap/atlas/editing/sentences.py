"""What a validation error means, as a sentence for the person who edits the file."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bodymap.atlas.catalogue import nearest_name
from bodymap.atlas.editing.marked_yaml import Loc

_WANTED = {
    "string_type": "a text; put it in quotation marks",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
    "dict_type": "a group of fields",
    "finite_number": "a finite number",
}


def sentence(model: type[BaseModel], error: ErrorDetails) -> str:  # noqa: PLR0911 - one answer per kind of mistake
    """One sentence: what is wrong, with which value, what is allowed, the nearest valid name."""
    loc, kind, value = error["loc"], error["type"], error["input"]
    name = _last_name(loc)
    if kind == "extra_forbidden":
        return _unknown_field(name, field_names(model, loc[:-1]))
    if kind == "missing":
        if name in {"sources", "source"}:
            return f"the field {name!r} is missing: every statement names at least one source"
        return f"the field {name!r} is missing"
    if kind == "too_short" and name == "sources":
        return "'sources' is empty: every statement names at least one source"
    if kind == "too_short":
        return f"{name!r} must not be empty"
    if kind in {"enum", "literal_error"}:
        return _not_a_choice(name, value, _choices(model, error))
    if kind == "string_pattern_mismatch":
        return _bad_text(name, value)
    if kind in _WANTED:
        return f"{name!r} is {_shown(value)}, but must be {_WANTED[kind]}"
    return f"{name!r} is {_shown(value)}: {error['msg'][:1].lower()}{error['msg'][1:]}"


def field_names(model: type[BaseModel], loc: Loc) -> list[str]:
    """Names a file may use at this place, in their usual order."""
    for part in loc:
        if isinstance(part, int):
            continue
        model_here = _field_model(model, part)
        if model_here is None:
            return []
        model = model_here
    return [field.alias or name for name, field in model.model_fields.items()]


def _field_model(model: type[BaseModel], part: str) -> type[BaseModel] | None:
    for name, field in model.model_fields.items():
        if part in {name, field.alias}:
            return next(_models_in(field.annotation), None)
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _unknown_field(name: str, known: list[str]) -> str:
    nearest = nearest_name(name, known)
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"unknown field {name!r}.{hint} Fields here are: {', '.join(known)}"


def _not_a_choice(name: str, value: object, choices: list[str]) -> str:
    nearest = nearest_name(value, choices)
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"{name!r} is {_shown(value)}.{hint} Allowed are: {', '.join(choices)}"


def _choices(model: type[BaseModel], error: ErrorDetails) -> list[str]:
    *around, last = [part for part in error["loc"] if isinstance(part, str)]
    for part in around:
        model = _field_model(model, part) or model
    for name, field in model.model_fields.items():
        if last in {name, field.alias}:
            return list(_enumerated(field.annotation))
    return [str(error.get("ctx", {}).get("expected", ""))]


def _enumerated(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
        return
    for inner in get_args(annotation):
        if isinstance(inner, str | int) and not isinstance(inner, bool):
            yield str(inner)
        else:
            yield from _enumerated(inner)


def _bad_text(name: str, value: object) -> str:
    if not str(value).strip():
        return f"{name!r} is empty; write something or take the field out"
    if str(value) != str(value).strip() or "\n" in str(value):
        return f"{name!r} must be one line without blanks at its ends"
    return (
        f"{name!r} is {_shown(value)}, but an id has only small letters, digits and underscores, "
        "and starts with a letter"
    )


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - fits a line


def _last_name(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "file")
