"""Every error this package raises, in one family.

BodymapError
├── BodyError       the figure, its views and cells
│   ├── BodyFilesMissing, BodyFilesDamaged, UnknownBodyFile
│   ├── UnknownFigure, UnknownView, UnknownRegion, UnknownSite, UnknownCell
│   ├── UnknownLandmark
│   ├── BadStroke, BadPoint
│   └── OtherBody, AreaUnreadable
├── AtlasError      what the literature says, as files
│   └── UnknownEntry, UnreadableAtlas, AtlasOfOtherBody, AreasNotLoaded, UnknownPlace,
│       PatternNotSaved
├── RecordError     what was recorded about a person
│   └── InvalidRecord
├── ServiceError    something a person asked for cannot be done
│   ├── UnknownPerson, UnknownAssessment, UnknownFinding, UnknownTreatment, UnknownDrawing,
│   │   UnknownMark
│   ├── EditClash, ChangedSince, UndoBlocked, NothingToUndo, StepPassed, WasRefused
│   ├── NotOpen, StillOpen, AlreadyAttached, TooManyFindings, NoOtherSide, FindingTreated
│   ├── NothingMarked, EmptyPain, NotTheSamePerson, NoTypicalPlace, ReferralContradicted
│   ├── NotOnePerson, NotMerged
│   ├── UnknownLearner, TooManyLearners, BesideTheQuestion, QuestionPassed
│   ├── ImportMoved
│   └── NotAllowed, UnknownHandOver, WrongPin, TooManyTries
├── StoreError      records cannot be kept or read
│   ├── StoreReadOnly, StoreFull, StoreBusy, StoreDamaged, StoreUnreachable
│   ├── StoreConflict, StoreInconsistent
│   ├── RecordUnreadable, StoreDriverMissing, NoBackup, BackupElsewhere
│   └── StoreTooNew, StoreOnNetwork
├── CanvasError     an operation from the browser is refused
│   └── OperationRefused, BesideTheBody, NothingToDrawFor, NoSuchQuestion, OnlyZonesDrawn
└── ExchangeError   something cannot leave, or come in, as it was asked for
    └── UnknownPictureKind, FileNotWritten, ImportRefused

Each error says what happened, with which value, what was allowed and what to do; the same facts are
attributes, so that a page can word them for its reader.
"""

from bodymap.errors.atlas import (
    AreasNotLoaded,
    AtlasError,
    AtlasOfOtherBody,
    PatternNotSaved,
    UnknownEntry,
    UnknownPlace,
    UnreadableAtlas,
)
from bodymap.errors.base import (
    BodymapError,
)
from bodymap.errors.body import (
    AreaUnreadable,
    BadPoint,
    BadStroke,
    BodyError,
    BodyFilesDamaged,
    BodyFilesMissing,
    OtherBody,
    UnknownBodyFile,
    UnknownCell,
    UnknownFigure,
    UnknownLandmark,
    UnknownRegion,
    UnknownSite,
    UnknownView,
)
from bodymap.errors.canvas import (
    BesideTheBody,
    CanvasError,
    NoSuchQuestion,
    NothingToDrawFor,
    OnlyZonesDrawn,
    OperationRefused,
)
from bodymap.errors.exchange import (
    ExchangeError,
    FileNotWritten,
    ImportRefused,
    UnknownPictureKind,
)
from bodymap.errors.practising import (
    BesideTheQuestion,
    QuestionPassed,
    TooManyLearners,
    UnknownLearner,
)
from bodymap.errors.records import (
    InvalidRecord,
    Problem,
    RecordError,
)
from bodymap.errors.services import (
    AlreadyAttached,
    ChangedSince,
    EditClash,
    EmptyPain,
    FindingTreated,
    ImportMoved,
    NoOtherSide,
    NotAllowed,
    NothingMarked,
    NothingToUndo,
    NotMerged,
    NotOnePerson,
    NotOpen,
    NotTheSamePerson,
    NoTypicalPlace,
    ReferralContradicted,
    ServiceError,
    StepPassed,
    StillOpen,
    TooManyFindings,
    TooManyTries,
    UndoBlocked,
    UnknownAssessment,
    UnknownDrawing,
    UnknownFinding,
    UnknownHandOver,
    UnknownMark,
    UnknownPerson,
    UnknownTreatment,
    WasRefused,
    WrongPin,
)
from bodymap.errors.store import (
    BackupElsewhere,
    NoBackup,
    RecordUnreadable,
    StoreBusy,
    StoreConflict,
    StoreDamaged,
    StoreDriverMissing,
    StoreError,
    StoreFull,
    StoreInconsistent,
    StoreOnNetwork,
    StoreReadOnly,
    StoreTooNew,
    StoreUnreachable,
)

__all__ = [
    "AlreadyAttached",
    "AreaUnreadable",
    "AreasNotLoaded",
    "AtlasError",
    "AtlasOfOtherBody",
    "BackupElsewhere",
    "BadPoint",
    "BadStroke",
    "BesideTheBody",
    "BesideTheQuestion",
    "BodyError",
    "BodyFilesDamaged",
    "BodyFilesMissing",
    "BodymapError",
    "CanvasError",
    "ChangedSince",
    "EditClash",
    "EmptyPain",
    "ExchangeError",
    "FileNotWritten",
    "FindingTreated",
    "ImportMoved",
    "ImportRefused",
    "InvalidRecord",
    "NoBackup",
    "NoOtherSide",
    "NoSuchQuestion",
    "NoTypicalPlace",
    "NotAllowed",
    "NotMerged",
    "NotOnePerson",
    "NotOpen",
    "NotTheSamePerson",
    "NothingMarked",
    "NothingToDrawFor",
    "NothingToUndo",
    "OnlyZonesDrawn",
    "OperationRefused",
    "OtherBody",
    "PatternNotSaved",
    "Problem",
    "QuestionPassed",
    "RecordError",
    "RecordUnreadable",
    "ReferralContradicted",
    "ServiceError",
    "StepPassed",
    "StillOpen",
    "StoreBusy",
    "StoreConflict",
    "StoreDamaged",
    "StoreDriverMissing",
    "StoreError",
    "StoreFull",
    "StoreInconsistent",
    "StoreOnNetwork",
    "StoreReadOnly",
    "StoreTooNew",
    "StoreUnreachable",
    "TooManyFindings",
    "TooManyLearners",
    "TooManyTries",
    "UndoBlocked",
    "UnknownAssessment",
    "UnknownBodyFile",
    "UnknownCell",
    "UnknownDrawing",
    "UnknownEntry",
    "UnknownFigure",
    "UnknownFinding",
    "UnknownHandOver",
    "UnknownLandmark",
    "UnknownLearner",
    "UnknownMark",
    "UnknownPerson",
    "UnknownPictureKind",
    "UnknownPlace",
    "UnknownRegion",
    "UnknownSite",
    "UnknownTreatment",
    "UnknownView",
    "UnreadableAtlas",
    "WasRefused",
    "WrongPin",
]
