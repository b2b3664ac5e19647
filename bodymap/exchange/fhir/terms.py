"""Codes that records speak in FHIR: published ones, and our own from the values of the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NamedTuple

from bodymap.analysis.coding.answered import NUMBERINGS
from bodymap.body import Laterality
from bodymap.exchange.pain_words import DEPTHS, QUALITIES, SINCE, TIMINGS
from bodymap.exchange.record_words import ADVERSE_EFFECTS, SIGN_VALUES, SIGNS
from bodymap.records import (
    Called,
    Course,
    Depth,
    DrawnBy,
    Lasted,
    Occasion,
    RecallPeriod,
    ReferralFelt,
    SignValue,
)

BASE: Final = "https://bodymap.invalid/fhir"
"""Begins every address of our own. It is nobody's and answers nowhere; who publishes these files
under a domain of theirs changes it here and makes `assets/fhir` anew."""

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
_HL7: Final = "http://terminology.hl7.org/CodeSystem"


class Term(NamedTuple):
    """A code with the system that gives it its meaning.

    Attributes:
        system: Address of the system.
        code: The code.
        display: What the system calls it.
    """

    system: str
    code: str
    display: str


PAIN: Final = Term(
    LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
)
SIDES: Final = {
    Laterality.LEFT: Term(f"{_HL7}/v2-0495", "L", "Left"),
    Laterality.RIGHT: Term(f"{_HL7}/v2-0495", "R", "Right"),
    Laterality.BILATERAL: Term(f"{_HL7}/v2-0495", "BIL", "Bilateral"),
    Laterality.MIDLINE: Term(f"{BASE}/CodeSystem/side", "midline", "Midline"),
}
"""HL7's own table has no midline."""
NOT_PERFORMED: Final = Term(f"{_HL7}/data-absent-reason", "not-performed", "Not Performed")
NOT_ASKED: Final = Term(f"{_HL7}/data-absent-reason", "not-asked", "Not Asked")
EXAM: Final = Term(f"{_HL7}/observation-category", "exam", "Exam")
SURVEY: Final = Term(f"{_HL7}/observation-category", "survey", "Survey")
AMBULATORY: Final = Term(f"{_HL7}/v3-ActCode", "AMB", "ambulatory")
MADE_UP: Final = Term(f"{_HL7}/v3-ActReason", "HTEST", "test health data")
AUTHOR: Final = Term(f"{_HL7}/provenance-participant-type", "author", "Author")
ASSEMBLER: Final = Term(f"{_HL7}/provenance-participant-type", "assembler", "Assembler")
WRITTEN: Final = Term(f"{_HL7}/v3-DataOperation", "CREATE", "create")


@dataclass(frozen=True)
class Table:
    """Codes of our own for one kind of value.

    Attributes:
        id: Name of the table.
        title: What it is about.
        words: What each code means.
    """

    id: str
    title: str
    words: Mapping[str, str]

    @property
    def system(self) -> str:
        """Address of the table."""
        return system(self.id)

    def __getitem__(self, value: "str | Enum") -> Term:
        code = value if type(value) is str else code_of(value)
        return Term(self.system, code, self.words[code])


def system(table: str) -> str:
    """Address of a table of ours."""
    return f"{BASE}/CodeSystem/{table}"


def own(table: str, code: str, display: str) -> Term:
    """A code of a table whose codes are the ids of the figure or the atlas."""
    return Term(system(table), code, display)


def code_of(value: object) -> str:
    """The code of a value: lower case, words joined by hyphens."""
    said = value.name if isinstance(value, Called) else str(getattr(value, "value", value))
    return said.lower().replace("_", "-").replace(" ", "-")


def _table(name: str, title: str, words: Mapping[Any, str]) -> Table:
    return Table(name, title, {code_of(value): said for value, said in words.items()})


def _by_name(name: str, title: str, values: Iterable[Enum]) -> Table:
    return _table(name, title, {v: v.name.replace("_", " ").capitalize() for v in values})


SIGN: Final = _table("sign", "Signs looked for by palpation", SIGNS)
SIGN_VALUE: Final = _table(
    "sign-value",
    "What was found of a sign",
    {value: said for value, said in SIGN_VALUES.items() if value is not SignValue.NOT_EXAMINED},
)
CALLED: Final = _table(
    "finding-kind", "What a finding may be called", {each: each.value for each in Called}
)
FELT: Final = _by_name(
    "referral-felt",
    "Where something was felt while a place was pressed",
    [each for each in ReferralFelt if each is not ReferralFelt.NOT_ASKED],
)
DEPTH: Final = _by_name("palpated-depth", "How deep a finding lies", Depth)
COURSE: Final = _by_name("course", "How it stands to last time", Course)
LASTED: Final = _by_name("lasted", "How long a change lasted", Lasted)
ADVERSE: Final = _table("adverse-effect", "Unwanted effects of a treatment", ADVERSE_EFFECTS)
QUALITY: Final = _table("pain-quality", "How pain feels", QUALITIES)
PAIN_DEPTH: Final = _table("pain-depth", "How deep pain is felt", DEPTHS)
TIMING: Final = _table("pain-timing", "When pain is felt", TIMINGS)
SINCE_WHEN: Final = _table("pain-since", "Since when there is pain", SINCE)
RECALL: Final = _by_name("recall-period", "Which time a stated pain is about", RecallPeriod)
DRAWN_BY: Final = _by_name("drawn-by", "Whose hand drew", DrawnBy)
OCCASION: Final = _by_name("occasion", "Where a drawing stands around a treatment", Occasion)
SIDE: Final = Table("side", "A side that HL7 has no code for", {"midline": "Midline"})
MEASURE: Final = Table(
    "measure",
    "What was observed",
    {
        "palpation": "Palpation for a trigger point",
        "pain-on-pressure": "Pain while a place was pressed, 0 to 10",
        "pressure-pain-threshold": "Least pressure called painful",
        "probe-area": "Area of the tip that pressed",
        "depth": "How deep it lies",
        "referral": "Where it was felt while pressed",
        "course": "How it stands to last time",
        "lasted": "For how long",
        "twitch": "Local twitch while it was done",
        "after-treatment": "What came of an earlier treatment",
        "pain-before": "Pain right before a treatment, 0 to 10",
        "pain-after": "Pain right after a treatment, 0 to 10",
        "pain-drawing": "Pain drawn on a body",
        "no-pain": "No pain that day",
        "drawn-by": "Whose hand drew",
        "occasion": "Before or after a treatment",
        "quality": "How it feels",
        "pain-depth": "How deep it is felt",
        "timing": "When it is felt",
        "since": "Since when",
        "recall": "Which time it is about",
        "extent": "Part of the body surface that is marked",
        "answered-place": "Place that was chosen on another body chart",
    },
)
DOCUMENT: Final = Table(
    "document", "What a document of Bodymap is", {"record": "A record as Bodymap keeps it"}
)

TABLES: Final = (
    SIGN, SIGN_VALUE, CALLED, FELT, DEPTH, COURSE, LASTED, ADVERSE, QUALITY, PAIN_DEPTH, TIMING,
    SINCE_WHEN, RECALL, DRAWN_BY, OCCASION, SIDE, MEASURE, DOCUMENT,
)  # fmt: skip
"""Every table whose codes are given here."""
OF_THE_ATLAS: Final = {
    "region": "Regions of the figure, each with its side",
    "inside": "Places inside the body",
    "landmark": "Landmarks of the figure",
    "muscle": "Muscles of the atlas",
    "trigger-point": "Typical trigger points of the atlas",
    "treatment": "Treatments of the atlas",
    "safety-question": "Questions for safety of the atlas",
    "symptom": "Symptoms of the severity scale of the atlas",
    **{
        f"chart-{name.replace('_', '-')}": f"Codes of another body chart: {numbering.title}"
        for name, numbering in NUMBERINGS.items()
    },
}
"""Tables whose codes are ids of the figure or of the atlas, which grow with it."""
