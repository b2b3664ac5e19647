"""Every error this package raises, in one family.

BodymapError
├── BodyError       the figure, its views and cells
│   ├── BodyFilesMissing, BodyFilesDamaged, UnknownBodyFile
│   ├── UnknownFigure, UnknownView, UnknownRegion, UnknownSite, UnknownCell
│   ├── UnknownLandmark
│   ├── BadStroke, BadPoint
│   └── OtherBody, AreaUnreadable
├── AtlasError      what the literature says, as files
│   └── UnknownEntry, UnreadableAtlas, AtlasOfOtherBody, AreasNotLoaded
├── RecordError     what was recorded about a person
│   └── InvalidRecord
├── ServiceError    something a person asked for cannot be done
│   ├── UnknownPerson, UnknownAssessment, UnknownFinding
│   ├── EditClash, UndoBlocked, NothingToUndo
│   └── NotOpen, StillOpen, AlreadyAttached, TooManyFindings, NoOtherSide
├── StoreError      records cannot be kept or read
│   ├── StoreReadOnly, StoreFull, StoreBusy, StoreDamaged, StoreUnreachable
│   ├── StoreConflict
│   └── StoreTooNew, StoreOnNetwork
└── CanvasError     an operation from the browser is refused
    └── OperationRefused, BesideTheBody, NothingToDrawFor

Each error says what happened, with which value, what was allowed and what to do; the same facts are
attributes, so that a page can word them for its reader.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

_NAMES_LISTED: Final = 12
_SHOWN: Final = 60


def _short(value: object) -> str:
    """`repr` of a value, cut so that a message stays one readable sentence."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


class BodymapError(Exception):
    """Base of every error raised on purpose by this package."""


class BodyError(BodymapError):
    """Something asked of the figure that it does not have."""


class BodyFilesMissing(BodyError):
    """The folder of the figure's files lacks one that is needed.

    Attributes:
        path: The file that was looked for.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The body file {path} is missing. The figure's files are shipped together: "
            "install the package again or restore the folder."
        )


class BodyFilesDamaged(BodyError):
    """A file of the figure is there but is not what was shipped.

    Attributes:
        path: The file.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"The body file {path} is damaged: {problem}. The figure's files are shipped together: "
            "install the package again or restore the folder."
        )


class UnknownBodyFile(BodyError):
    """A file name that the manifest of the figure does not list.

    Attributes:
        name: The name asked for.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"The figure has no file {_short(name)}. "
            "Only names listed in its manifest are given out."
        )


class _UnknownName(BodyError):
    """A name that is not in a list; the sentence offers the nearest one.

    Attributes:
        name: The name asked for.
        known: The names there are.
        nearest: The known name most like it, or None.
    """

    kind = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        self.nearest = next(iter(get_close_matches(name[:100], self.known, n=1)), None)
        if self.nearest is not None:
            hint = f"Did you mean {self.nearest!r}?"
        elif len(self.known) <= _NAMES_LISTED:
            hint = f"There are: {', '.join(self.known) or 'none'}."
        else:
            hint = f"There are {len(self.known)}, such as {', '.join(self.known[:3])}."
        super().__init__(f"The body has no {self.kind} {_short(name)}. {hint}")


class UnknownFigure(_UnknownName):
    """A figure that is not shipped."""

    kind = "figure"


class UnknownView(_UnknownName):
    """A view that this figure does not have."""

    kind = "view"


class UnknownRegion(_UnknownName):
    """A region identifier that the partition of the body does not define."""

    kind = "region"


class UnknownSite(_UnknownName):
    """A site identifier that the body does not define."""

    kind = "site"


class UnknownLandmark(_UnknownName):
    """A landmark identifier that the body does not define."""

    kind = "landmark"


class UnknownCell(BodyError):
    """A cell number outside the numbering of the body.

    Attributes:
        cell: The number asked for.
        cell_count: How many cells there are; numbers run from 0 to one less.
    """

    def __init__(self, cell: object, cell_count: int) -> None:
        self.cell, self.cell_count = cell, cell_count
        super().__init__(
            f"The body has no cell {_short(cell)}. Cells are whole numbers "
            f"from 0 to {cell_count - 1}; numbers of another body version need its mapping."
        )


class BadStroke(BodyError):
    """A stroke that cannot be painted.

    Attributes:
        field: The part of the stroke that is wrong.
        value: What it was.
        allowed: What it may be.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(
            f"A stroke cannot have {field} {_short(value)}. Allowed: {allowed}. Draw it again."
        )


class BadPoint(BodyError):
    """A place that is not given by finite numbers.

    Attributes:
        value: What was given.
        expected: What a place is here.
    """

    def __init__(self, value: object, expected: str) -> None:
        self.value, self.expected = value, expected
        super().__init__(
            f"{_short(value)} is not a place. Expected {expected}, all finite numbers."
        )


class OtherBody(BodyError):
    """Two areas of different body versions were put together.

    Attributes:
        left: Body version of the one.
        right: Body version of the other.
    """

    def __init__(self, left: str, right: str) -> None:
        self.left, self.right = left, right
        super().__init__(
            f"An area of body version {left!r} cannot be combined with one of version {right!r}: "
            "their cell numbers differ. Bring the older one to the newer version first."
        )


class AreaUnreadable(BodyError):
    """Bytes that are not a stored area of this body.

    Attributes:
        problem: What is wrong with them.
    """

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(
            f"The stored area cannot be read: {problem}. "
            "Paint it again from its strokes, which are kept beside it."
        )


class AtlasError(BodymapError):
    """An atlas file, or a question to the atlas, that is not valid."""


class UnknownEntry(AtlasError, KeyError):
    """An id that the atlas does not have; it is a `KeyError` too.

    Attributes:
        kind: What was looked for, such as `muscle`.
        entry_id: The id as given.
        nearest: The known id most like it, or None.
    """

    def __init__(self, kind: str, entry_id: object, known: Iterable[str]) -> None:
        self.kind, self.entry_id = kind, entry_id
        self.nearest = next(iter(get_close_matches(str(entry_id)[:100], list(known), n=1)), None)
        hint = f"Did you mean {self.nearest!r}?" if self.nearest else "Ids are listed in its files."
        super().__init__(f"The atlas has no {kind} {_short(entry_id)}. {hint}")

    __str__ = Exception.__str__  # KeyError would put quotation marks round the sentence


class UnreadableAtlas(AtlasError):
    """The compiled atlas is missing, damaged, or its files do not belong together.

    Attributes:
        path: The file that could not be used.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"The compiled atlas at {path} cannot be used: {problem}. Install the package again, "
            "or run `python -m tools.atlas.compile` in a checkout."
        )


class AtlasOfOtherBody(AtlasError):
    """The atlas was compiled on another body version than the one in use.

    Attributes:
        atlas_version: Body version of its zones.
        body_version: Body version they were asked for.
    """

    def __init__(self, *, atlas_version: str, body_version: str) -> None:
        self.atlas_version, self.body_version = atlas_version, body_version
        super().__init__(
            f"The atlas was compiled on body version {atlas_version!r}, but the body is version "
            f"{body_version!r}: their cell numbers differ. Run `python -m tools.atlas.compile` to "
            "compile the atlas anew."
        )


class AreasNotLoaded(AtlasError):
    """A referral pattern read from an edited file, not from the compiled atlas, has no areas."""

    def __init__(self) -> None:
        super().__init__(
            "This referral pattern has no areas, because it was not read from the compiled atlas. "
            "Take it from Atlas.load()."
        )


class RecordError(BodymapError):
    """A record that cannot be as given."""


@dataclass(frozen=True)
class Problem:
    """One field of a record that is refused.

    Attributes:
        field: Path of the field, such as `signs.taut_band`.
        reason: What is wrong, with the allowed values.
        value: The value, shortened.
    """

    field: str
    reason: str
    value: str


class InvalidRecord(RecordError):
    """Fields that do not make a valid record.

    Attributes:
        kind: Name of the record type.
        problems: One for each refused field.
    """

    def __init__(self, kind: str, *, problems: tuple[Problem, ...]) -> None:
        self.kind, self.problems = kind, problems
        listed = "; ".join(f"{p.field} is {p.value}: {p.reason}" for p in problems)
        super().__init__(f"This {kind} cannot be recorded. {listed}. Correct it and save again.")


class ServiceError(BodymapError):
    """A request that cannot be carried out."""


class UnknownPerson(ServiceError):
    """No person with this id can be opened.

    Attributes:
        person_id: The id asked for.
        deleted: Whether the person was deleted and can still be restored.
    """

    def __init__(self, person_id: str, *, deleted: bool = False) -> None:
        self.person_id, self.deleted = person_id, deleted
        super().__init__(_unknown("person", person_id, deleted=deleted))


class UnknownAssessment(ServiceError):
    """No assessment with this id can be opened.

    Attributes:
        assessment_id: The id asked for.
        deleted: Whether it, or its person, was deleted and can still be restored.
    """

    def __init__(self, assessment_id: str, *, deleted: bool = False) -> None:
        self.assessment_id, self.deleted = assessment_id, deleted
        super().__init__(_unknown("assessment", assessment_id, deleted=deleted))


class UnknownFinding(ServiceError):
    """The assessment has no finding with this id.

    Attributes:
        assessment_id: The assessment looked in.
        finding_id: The id asked for.
    """

    def __init__(self, assessment_id: str, finding_id: str) -> None:
        self.assessment_id, self.finding_id = assessment_id, finding_id
        super().__init__(
            f"Assessment {_short(assessment_id)} has no finding {_short(finding_id)}. "
            "It may have been removed in another window: look at the current list."
        )


class EditClash(ServiceError):
    """Somebody else changed the record since it was shown; nothing was overwritten.

    Attributes:
        expected_version: Version that the change started from.
        current_version: Version that is kept.
        yours: The record as it would have become.
        theirs: The record as it is kept.
    """

    def __init__(
        self, *, expected_version: int, current_version: int, yours: object, theirs: object
    ) -> None:
        self.expected_version, self.current_version = expected_version, current_version
        self.yours, self.theirs = yours, theirs
        super().__init__(
            f"This was changed in another window: the change started from version "
            f"{expected_version}, version {current_version} is kept. Nothing was overwritten; "
            "look at both and make the change again."
        )


class UndoBlocked(ServiceError):
    """A step cannot be taken back because what it made was changed elsewhere since.

    Attributes:
        what: What the step did.
        finding_id: The finding concerned, or None for the assessment's own fields.
    """

    def __init__(self, what: str, *, finding_id: str | None) -> None:
        self.what, self.finding_id = what, finding_id
        super().__init__(
            f"{what!r} cannot be taken back or repeated, because it was changed in another window "
            "since. Change it by hand."
        )


class NothingToUndo(ServiceError):
    """This window has no step left to take back, or to repeat.

    Attributes:
        direction: "undo" or "redo".
    """

    def __init__(self, direction: str) -> None:
        self.direction = direction
        super().__init__(
            f"There is nothing to {direction} in this window. Only its own steps of the open draft "
            "can be taken back or repeated."
        )


class NotOpen(ServiceError):
    """A finished assessment was to be changed.

    Attributes:
        assessment_id: The assessment.
        status: Its status.
    """

    def __init__(self, assessment_id: str, status: str) -> None:
        self.assessment_id, self.status = assessment_id, status
        super().__init__(
            f"Assessment {_short(assessment_id)} is {status.lower()} and cannot be changed. "
            "Amend it: the earlier edition stays readable."
        )


class StillOpen(ServiceError):
    """An assessment that is still a draft was to be amended.

    Attributes:
        assessment_id: The assessment.
    """

    def __init__(self, assessment_id: str) -> None:
        self.assessment_id = assessment_id
        super().__init__(
            f"Assessment {_short(assessment_id)} is still open and needs no amending. "
            "Go on with it."
        )


class AlreadyAttached(ServiceError):
    """An assessment belongs to another person already.

    Attributes:
        assessment_id: The assessment.
        person_id: The person it belongs to.
    """

    def __init__(self, assessment_id: str, person_id: str) -> None:
        self.assessment_id, self.person_id = assessment_id, person_id
        super().__init__(
            f"Assessment {_short(assessment_id)} belongs to person {_short(person_id)} already. "
            "Only an assessment that waits under its code can be attached."
        )


class TooManyFindings(ServiceError):
    """An assessment has as many findings as it can hold.

    Attributes:
        most: How many it can hold.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"This assessment has {most} findings, the most it can hold. "
            "Remove one, or finish it and start another."
        )


class NoOtherSide(ServiceError):
    """A finding has no place on the other side of the body.

    Attributes:
        finding_id: The finding.
        laterality: Where it lies.
    """

    def __init__(self, finding_id: str, laterality: str) -> None:
        self.finding_id, self.laterality = finding_id, laterality
        super().__init__(
            f"Finding {_short(finding_id)} is {laterality.lower()}; only a finding on the left or "
            "the right has another side. Mark the other place by hand."
        )


def _unknown(kind: str, record_id: str, *, deleted: bool) -> str:
    if deleted:
        return f"This {kind} ({_short(record_id)}) was deleted. Restore it to open it again."
    return f"There is no {kind} {_short(record_id)}. Choose one from the list."


class StoreError(BodymapError):
    """Records that cannot be kept or read.

    Attributes:
        detail: What the database said; for a log, not for a page.
    """

    def __init__(self, message: str, *, detail: str = "") -> None:
        self.detail = detail
        super().__init__(message)


class StoreReadOnly(StoreError):
    """The file or folder of the records cannot be written."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} cannot be written. Nothing was saved; what was saved before "
            "is untouched. Give this account the right to write to the folder and the file, then "
            "save again.",
            detail=detail,
        )


class StoreFull(StoreError):
    """The disk of the records is full."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The disk that holds {where} is full. This change was not saved; everything saved "
            "before is safe. Free some space, then save again.",
            detail=detail,
        )


class StoreBusy(StoreError):
    """Another program holds the records for longer than it should."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} are locked by another program. This change was not saved. "
            "Close the other program, or wait a moment, then save again.",
            detail=detail,
        )


class StoreDamaged(StoreError):
    """The file of the records is damaged, or is no such file."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The file {where} is damaged or is not a file of records. Nothing was changed in it. "
            "Put it aside and restore the latest backup.",
            detail=detail,
        )


class StoreUnreachable(StoreError):
    """The file or the server of the records cannot be opened."""

    def __init__(self, where: str, *, detail: str = "") -> None:
        self.where = where
        super().__init__(
            f"The records in {where} cannot be opened. Check that the folder exists and may be "
            "entered, or that the database server runs, then try again.",
            detail=detail,
        )


class StoreConflict(StoreError):
    """Two transactions met; the one that failed can simply be tried again."""

    def __init__(self, *, detail: str = "") -> None:
        super().__init__(
            "The same record was written at the same moment from elsewhere. This change was not "
            "saved; save again.",
            detail=detail,
        )


class StoreTooNew(StoreError):
    """The records were written by a newer version of this program.

    Attributes:
        where: The file or server.
        found: Revision of its tables.
        known: Newest revision that this program knows.
    """

    def __init__(self, where: str, *, found: str, known: str) -> None:
        self.where, self.found, self.known = where, found, known
        super().__init__(
            f"The records in {where} have tables of revision {found}; this program knows them up "
            f"to {known}. Nothing was changed. Install the newer version of Bodymap again."
        )


class StoreOnNetwork(StoreError):
    """The folder of the records lies on a network file system, where locks cannot be trusted.

    Attributes:
        where: The folder.
        filesystem: Type of its file system.
    """

    def __init__(self, where: str, *, filesystem: str) -> None:
        self.where, self.filesystem = where, filesystem
        super().__init__(
            f"The folder {where} lies on a network file system ({filesystem}), where records could "
            "be lost. Choose a folder on this machine with BODYMAP_DATA_DIR, or a database server "
            "with BODYMAP_DATABASE_URL."
        )


class CanvasError(BodymapError):
    """An operation from the browser that is refused."""


class OperationRefused(CanvasError):
    """An operation from the browser that cannot be carried out as it is.

    Attributes:
        field: Which part of it.
        value: What it held.
        allowed: What it may hold.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(
            f"This mark was not taken: {field} is {_short(value)}, but only {allowed} will do. "
            "Nothing else was changed; set it again."
        )


class BesideTheBody(CanvasError):
    """A mark was set where the view shows no body.

    Attributes:
        view: The view.
        x: View units to the right.
        y: View units down.
    """

    def __init__(self, view: str, x: float, y: float) -> None:
        self.view, self.x, self.y = view, x, y
        super().__init__(
            f"There is no body at {x:g}, {y:g} of the view {view!r}; only a place on the body can "
            "be marked. Nothing was changed; set the mark on the body."
        )


class NothingToDrawFor(CanvasError):
    """Something was drawn while no finding waits for a drawing."""

    def __init__(self) -> None:
        super().__init__(
            "This was not drawn: no finding is at hand whose referral is to be drawn. Choose a "
            'finding and "draw it" under "Referral felt", then draw again.'
        )
