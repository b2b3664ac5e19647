"""Records made of what another program wrote; the same file makes the same records each time."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bodymap.records import PainDrawing, Status
from bodymap.records.portable import Whole

_CODE_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH: Final = 6
_NAMESPACE: Final = uuid.UUID("8b0d5b0e-6c1f-5d0e-9a43-0f6f3c1f7a52")


def derived_id(*parts: str) -> str:
    """The same id for the same parts; ids within a record are not ids of FHIR."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(parts)))


def finished_drawing(
    drawing_id: str,
    *,
    person_id: str | None,
    drawn_at: datetime,
    marks: Iterable[Mapping[str, Any]],
    body_version: str,
    no_pain: bool = False,
) -> Whole[PainDrawing]:
    """A finished drawing of what somebody said elsewhere, with a code that follows from its id.

    Raises:
        InvalidRecord: a value is not allowed.
    """
    number, count = uuid.UUID(drawing_id).int, len(_CODE_SIGNS)
    record = PainDrawing.checked(
        {
            "id": drawing_id,
            "person_id": person_id,
            "code": "".join(_CODE_SIGNS[number // count**n % count] for n in range(_CODE_LENGTH)),
            "status": Status.FINISHED,
            "editions": 1,
            "body_version": body_version,
            "drawn_at": drawn_at,
            "finished_at": drawn_at,
            "marks": tuple(marks),
            "no_pain": no_pain,
        }
    )
    return Whole(record, (record,))
