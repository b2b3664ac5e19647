"""A drawing handed to the person whose pain it shows: on this device, or by a link."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from bodymap.records.base import Moment, Record, RecordId

LONGEST_DIGEST: Final = 200
"""Most characters of the digest of a token or PIN."""


class HandOverWay(StrEnum):
    """How a drawing is handed over."""

    THIS_DEVICE = "THIS_DEVICE"
    LINK = "LINK"


class HandOver(Record):
    """That one drawing was handed over. Nothing of what is drawn stands here.

    Attributes:
        drawing_id: The drawing, and no other.
        way: By a link, or by giving this device away.
        digest: Digest of the link's token, or of the PIN that takes this device back; neither of
            them is kept itself.
        made_at: When.
        expires_at: Until when a link holds; not later than `made_at` once it was seen to have
            expired. None for this device, which is taken back.
        ended_at: When it was taken back or withdrawn; None while it holds.
        editions: How often the drawing had been finished by then; once more, and it is used.
        failed_tries: How often a wrong PIN was entered.
        last_try_at: When that was last.
        version: Grows by one with each change.
    """

    id: RecordId
    drawing_id: RecordId
    way: HandOverWay
    digest: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]+$", max_length=LONGEST_DIGEST)]
    made_at: Moment
    expires_at: Moment | None = None
    ended_at: Moment | None = None
    editions: Annotated[int, Field(ge=0)] = 0
    failed_tries: Annotated[int, Field(ge=0)] = 0
    last_try_at: Moment | None = None
    version: Annotated[int, Field(ge=1)] = 1
