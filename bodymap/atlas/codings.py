"""Published ways to name places of the body: each with its scheme and version."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Entry, Slug, Text
from bodymap.atlas.criteria import Statement


class CodedSide(StrEnum):
    """The patient's side that a code means; `none` where the scheme has no sides."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"
    NONE = "none"


class CodedPlace(Entry):
    """A place that a scheme has a code for.

    Attributes:
        code: As text: it is a name, not a number.
    """

    code: Text
    label: Text
    laterality: CodedSide


class ChoirSegment(CodedPlace):
    """A segment of the CHOIR body map.

    Attributes:
        view: The picture it is on; `surface` is what one sees of it.
        redcap_key: Its key in REDCap forms.
        older_female_code: Its number on female maps of earlier versions.
    """

    view: Literal["front", "back"]
    structure: Text
    surface: Literal["front", "back", "palm", "top", "bottom"]
    redcap_key: Text
    older_female_code: Text


class WpiArea(CodedPlace):
    """An area of the widespread pain index.

    Attributes:
        region_no: The one of the five regions that it lies in, 1 to 5, named by `region`.
        counts_toward_generalised_pain: Jaw, chest and abdomen do not.
    """

    region_no: Annotated[int, Field(ge=1, le=5)]
    region: Text
    counts_toward_generalised_pain: bool
    redcap_key: Text


class Coding(Statement):
    """A scheme of codes. The sources and the certainty hold for all its codes."""

    schema_version: Literal[1]
    id: Slug
    scheme: Text
    version: Text
    note: Text | None = None
    codes: tuple[CodedPlace, ...]


class ChoirCoding(Coding):
    """`codings/choir.yaml`."""

    id: Literal["choir"]
    codes: tuple[ChoirSegment, ...]


class MichiganCoding(Coding):
    """`codings/michigan.yaml`."""

    id: Literal["michigan"]


class WpiCoding(Coding):
    """`codings/wpi.yaml`."""

    id: Literal["wpi"]
    codes: tuple[WpiArea, ...]


class MyPainCoding(Coding):
    """`codings/mypain.yaml`."""

    id: Literal["mypain"]


class Codings(Entry):
    """All schemes of codes, by name."""

    choir: ChoirCoding
    michigan: MichiganCoding
    wpi: WpiCoding
    mypain: MyPainCoding
