"""Places as they were answered on another chart: the codes that were said."""

import base64
import binascii
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from bodymap.body import Figure, SurfaceArea
from bodymap.errors import OtherBody
from bodymap.records.base import Line, Record, Slug

MOST_CODES: Final = 200
"""Most codes of one answer; no known chart has so many."""


def _base64(value: str) -> str:
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        message = "it is not written in base64"
        raise ValueError(message) from None
    return value


SaidCode = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]+( [A-Za-z0-9_.\-]+)*$", max_length=60)
]
"""A code as it was said: a name, not a number."""


class CodedPlaces(Record):
    """One answer in the codes of another chart. The codes are the source of truth.

    The cells are kept beside them, as the cell of a point is beside its place in a picture: which
    cells belong to a code is our own assignment, and may be made better one day.

    Attributes:
        numbering: Chart and numbering of the codes, such as `choir` or `choir_older_female`.
        version: Version of the chart.
        codes: As they were said, each once; none where the pain is at no place of this chart.
        crosswalk: Version of the assignment of codes to cells.
        body_version: Version of the body's cells.
        cells: Packed as `SurfaceArea.to_bytes` gives them, in base64.
    """

    numbering: Slug
    version: Line
    codes: Annotated[tuple[SaidCode, ...], Field(max_length=MOST_CODES)]
    crosswalk: Line
    body_version: Slug
    cells: Annotated[str, Field(max_length=200_000), AfterValidator(_base64)]

    @model_validator(mode="after")
    def _says_each_code_once(self) -> Self:
        if len(set(self.codes)) != len(self.codes):
            message = "each code is said once"
            raise ValueError(message)
        return self

    def area(self, body: Figure) -> SurfaceArea:
        """The cells, measured on `body`.

        Raises:
            BodyError: They are of another body version, or are no cells of this one.
        """
        if self.body_version != body.version:
            raise OtherBody(self.body_version, body.version)
        return SurfaceArea.from_bytes(base64.b64decode(self.cells), body)
