"""What is said of a record in FHIR, before any release of it: plain values."""

from dataclasses import dataclass
from datetime import datetime

from bodymap.body import Laterality
from bodymap.exchange.fhir.terms import Term


@dataclass(frozen=True)
class Named:
    """Something with a code, or only words."""

    text: str
    terms: tuple[Term, ...] = ()

    @classmethod
    def of(cls, term: Term, *more: Term) -> "Named":
        """What the first of some codes says."""
        return cls(term.display, (term, *more))


@dataclass(frozen=True)
class Amount:
    """A number with its unit, as UCUM writes it."""

    value: float
    unit: str


@dataclass(frozen=True)
class Part:
    """A place of the figure with its side."""

    named: Named
    laterality: Laterality | None


@dataclass(frozen=True)
class Offset:
    """How far, in which direction, of a landmark."""

    landmark: Named
    cm: float


@dataclass(frozen=True)
class Site:
    """Where something is (BodyStructure).

    Attributes:
        id: Its id.
        patient: Id of whose body.
        words: The place in words.
        parts: Places it lies in.
        regions: Codes of the regions it covers.
        offsets: How far from a landmark.
        kind: What is there; None for drawn pain.
        share_percent: Part of the body surface; None where it is a point.
    """

    id: str
    patient: str
    words: str
    parts: tuple[Part, ...] = ()
    regions: tuple[Term, ...] = ()
    offsets: tuple[Offset, ...] = ()
    kind: Named | None = None
    share_percent: float | None = None


Value = Amount | Named | bool | int | None


@dataclass(frozen=True)
class Component:
    """A part of an observation: a value, or why there is none."""

    named: Named
    value: Value = None
    absent: Term | None = None


@dataclass(frozen=True)
class Observed:
    """Something that was examined, measured or said (Observation)."""

    id: str
    patient: str
    named: Named
    category: Term
    at: datetime
    status: str
    visit: str | None = None
    performer: str | None = None
    value: Value = None
    absent: Term | None = None
    components: tuple[Component, ...] = ()
    site: Site | None = None
    members: tuple[str, ...] = ()
    part_of: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Someone:
    """Whose records these are (Patient); without name and code where nobody is known yet."""

    id: str
    label: str
    name: str = ""
    code: str = ""
    gender: str = ""
    year_of_birth: int | None = None
    is_made_up: bool = False


@dataclass(frozen=True)
class Professional:
    """Who examined (Practitioner), by the name that was typed."""

    id: str
    name: str


@dataclass(frozen=True)
class Visit:
    """An examination at a time (Encounter)."""

    id: str
    patient: str
    at: datetime
    is_open: bool
    reason: str
    performer: str | None


@dataclass(frozen=True)
class Done:
    """A treatment (Procedure)."""

    id: str
    patient: str
    visit: str
    performer: str | None
    at: datetime
    named: Named
    where: Named | None = None
    site: str | None = None
    adverse: tuple[Named, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A question with its answer, or with questions within it; neither where none was given."""

    link: str
    text: str
    answer: float | str | None = None
    items: "tuple[Item, ...]" = ()


@dataclass(frozen=True)
class Answered:
    """The answers to an outcome measure (QuestionnaireResponse).

    Attributes:
        questionnaire: Id of the Questionnaire.
        title: What it is called.
        items: Its questions.
    """

    id: str
    patient: str
    visit: str
    at: datetime
    is_open: bool
    is_amended: bool
    questionnaire: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Document:
    """A record as it is kept, with everything it said before (DocumentReference)."""

    id: str
    patient: str
    kind: str
    at: datetime | None
    data: bytes
    visit: str | None = None


@dataclass(frozen=True)
class Written:
    """Who said so, and with which program (Provenance)."""

    id: str
    targets: tuple[tuple[str, str], ...]
    occurred_at: datetime
    recorded_at: datetime
    author: tuple[str, str] | None
    author_name: str
    program: str


Fact = Someone | Professional | Visit | Site | Observed | Answered | Done | Document | Written
"""One resource of a Bundle."""
