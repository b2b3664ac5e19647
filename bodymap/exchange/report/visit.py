"""What a report of one visit says: to a colleague, or to the person on one plain page."""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple, Protocol

from bodymap.analysis.comparing.change import change
from bodymap.analysis.comparing.extent import extent, strength
from bodymap.analysis.looking_up.explained import WHAT_COUNTS, counts, explained
from bodymap.analysis.read_back import read_back
from bodymap.atlas import Atlas
from bodymap.atlas.citing import NOTICE, citation
from bodymap.body import SurfaceArea
from bodymap.exchange.record_words import CALLED, LATERALITIES, PRESSURE_UNITS, SEXES, SIGNS
from bodymap.exchange.report.blocks import Block, Items, Picture, Report, Section, Table
from bodymap.exchange.report.options import Books, Kind, Options, Part
from bodymap.exchange.report.picture import picture
from bodymap.exchange.report.treated import Where, treated_in_a_table, treated_in_sentences
from bodymap.records import (
    Assessment,
    Called,
    PainDrawing,
    PainMark,
    Person,
    Sign,
    SignValue,
    TreatmentRecord,
    TriggerPointFinding,
)
from bodymap.records.assessment import NOTE_FIELDS
from bodymap.wording.pain import answers_in_words, places_in_words


class Visit(Protocol):
    """One assessment and what belongs to it, as `services.exchanging.visit_records` reads it."""

    @property
    def person(self) -> Person | None:
        """Whose; None while it waits."""

    @property
    def assessment(self) -> Assessment:
        """The assessment."""

    @property
    def drawings(self) -> tuple[PainDrawing, ...]:
        """Those attached to it, first drawn first."""

    @property
    def before(self) -> PainDrawing | None:
        """The person's last drawing before these."""


Told = Callable[[Sequence[TreatmentRecord], Atlas, Where], Iterator[Block]]
"""A way to say what was done."""
_NOTES_CALLED: Final = {
    "subjective": "Subjective",
    "objective": "Objective",
    "conclusion": "Assessment",
    "plan": "Plan",
}
_PLAIN: Final = {
    Called.ACTIVE_TRIGGER_POINT: "pressing there brought on the pain you know",
    Called.LATENT_TRIGGER_POINT: "tender when pressed, but not the pain you know",
    Called.TRIGGER_POINT: "tender when pressed",
    Called.TENDER_PLACE: "tender when pressed",
    Called.TENDER_PLACE_SO_FAR: "looked at, not decided yet",
    Called.NOTHING_FOUND: "nothing was found there",
}
_ON_ONE_PAGE: Final = 0.5
"""How wide a picture is on a page that should be the only one."""
_CAPTION: Final = (
    "Marked pain, darker the stronger; X, a place that was examined, with its number. In the front "
    "view the right side of the body is on the left."
)


def visit_report(visit: Visit, options: Options, books: Books) -> Report:
    """The report of a visit.

    Raises:
        BodyError: something was recorded on another version of the body.
    """
    told = _Told(visit, books)
    day = books.day(visit.assessment.examined_at)
    who = _who(visit, options)
    if options.kind is Kind.PATIENT:
        title, sections = f"Your visit of {day}", told.to_the_person()
    elif options.kind is Kind.LETTER:
        title, sections = f"Letter about the visit of {day}", told.as_a_letter(who, options.parts)
    else:
        title, sections = f"Assessment of {day}", told.to_a_colleague(options.parts)
    about = (
        who if options.with_identity else f"Code {who}",
        *(told.about() if options.kind is Kind.VISIT else ()),
    )
    return Report(
        title=title,
        about=tuple(line for line in about if line),
        sections=sections,
        notice=NOTICE,
        foot=f"{who}, {day}",
        paper=options.paper,
        large=options.large,
        letterhead=tuple(line for line in options.letterhead.splitlines() if line.strip()),
        signed_by=visit.assessment.examiner if options.to_sign else None,
    )


def file_name(visit: Visit, options: Options, books: Books) -> str:
    """A name for the file that says the day and no name."""
    day = visit.assessment.examined_at.astimezone(books.zone)
    return f"bodymap-{options.kind}-{day:%Y-%m-%d}-{visit.assessment.code}.pdf"


def _who(visit: Visit, options: Options) -> str:
    person = visit.person
    if person is None or not options.with_identity:
        return person.code if person is not None and person.code else visit.assessment.code
    return person_in_words(person)


def person_in_words(person: Person) -> str:
    """Who it is: name or code, year of birth and sex, as far as they are known."""
    facts = (
        person.label,
        f"born {person.year_of_birth}" if person.year_of_birth else "",
        SEXES[person.sex] if person.sex else "",
    )
    return ", ".join(fact for fact in facts if fact)


class _Painted(NamedTuple):
    """What a drawing marks.

    Attributes:
        layers: The area of each mark, with its pain.
        area: All of them.
    """

    layers: tuple[tuple[SurfaceArea, int | None], ...]
    area: SurfaceArea


class _Told:
    """The sentences and tables of one visit."""

    def __init__(self, visit: Visit, books: Books) -> None:
        self._visit, self._books = visit, books
        self._assessment, self._drawings = visit.assessment, visit.drawings
        self._body = books.figure(visit.assessment.figure)
        first = self._drawings[0] if self._drawings else None
        self._first = first
        self._painted: dict[str, _Painted] = {}
        self._layers = self._on_body(first).layers if first else ()
        self._area = self._on_body(first).area.on(self._body) if first else None

    def _on_body(self, drawing: PainDrawing) -> "_Painted":
        """What a drawing marks, painted once however often it is asked for."""
        if drawing.id not in self._painted:
            body = self._books.figure(drawing.figure)
            layers = tuple(drawing.layers(body))
            area = reduce(or_, (layer for layer, _ in layers), body.fill(()))
            self._painted[drawing.id] = _Painted(layers, area)
        return self._painted[drawing.id]

    def about(self) -> Iterator[str]:
        made = self._assessment
        if made.reason:
            yield f"Reason: {made.reason}."
        if made.examiner:
            yield f"Examined by {made.examiner}."
        if made.finished_at is None or made.is_open:
            yield "Not finished: this is a draft."
        else:
            again = f", edition {made.editions}" if made.editions > 1 else ""
            yield f"Finished by {made.finished_by}, {self._books.day(made.finished_at)}{again}."

    def to_a_colleague(self, parts: frozenset[Part]) -> tuple[Section, ...]:
        made: dict[Part, tuple[str, Iterator[Block]]] = {
            Part.PICTURE: ("On the body", self._picture("It")),
            Part.FINDINGS: ("What was found", self._findings()),
            Part.DRAWING: ("What the person drew", self._drawn()),
            Part.CHANGE: ("What changed", self._changed()),
            Part.TREATMENT: ("What was done", self._treated()),
            Part.COVERED: ("How much of the drawn pain the findings cover", self._covered()),
            Part.NOTES: ("Notes", self._notes()),
        }
        chosen = [(heading, blocks) for part, (heading, blocks) in made.items() if part in parts]
        return tuple(Section(heading, tuple(blocks)) for heading, blocks in chosen)

    def as_a_letter(self, who: str, parts: frozenset[Part]) -> tuple[Section, ...]:
        """The same in sentences, for somebody who knows the person."""
        made = self._assessment
        opening = (
            "Dear colleague,",
            f"This is about {who}, seen on {self._books.day(made.examined_at)}.",
            *((f"Reason: {made.reason}.",) if made.reason else ()),
        )
        told: dict[Part, tuple[str, Iterator[Block]]] = {
            Part.DRAWING: ("Where it hurts", self._drawn()),
            Part.FINDINGS: ("What was found", self._found_in_sentences()),
            Part.CHANGE: ("What changed", self._changed()),
            Part.TREATMENT: ("What was done", self._treated(treated_in_sentences)),
            Part.NOTES: ("Notes", self._notes()),
            Part.PICTURE: ("On the body", self._picture("It")),
        }
        chosen = [Section(name, tuple(b)) for part, (name, b) in told.items() if part in parts]
        return (Section("The visit", opening), *chosen)

    def to_the_person(self) -> tuple[Section, ...]:
        found = tuple(self._plain_findings())
        advice = tuple(each.home_advice for each in self._assessment.treatments)
        return (
            Section("On the body", tuple(self._picture("Your body", _ON_ONE_PAGE))),
            Section("Where it hurts", tuple(self._drawn(measured=False))),
            Section("What was found", (Items(found),) if found else ()),
            Section("What was done", tuple(self._treated(treated_in_sentences, plain=True))),
            Section("For home", tuple(filter(None, advice))),
        )

    def _picture(self, whose: str, width: float = Picture.width) -> Iterator[Block]:
        findings = self._assessment.findings
        if not findings and not self._layers:
            return
        views = [view.view for mark in self._marks() if mark.drawing for view in mark.drawing.views]
        hurts = places_in_words(read_back(self._area).places) if self._area else "no pain drawn"
        count = f"{len(findings)} place{'' if len(findings) == 1 else 's'} examined"
        alt = f"{whose} from the front and the back: {hurts}; {count}."
        shown = picture(self._body, self._layers, findings, views)
        yield Picture(shown, alt, _CAPTION, width)

    def _marks(self) -> tuple[PainMark, ...]:
        return self._first.marks if self._first else ()

    def _findings(self) -> Iterator[Block]:
        findings = self._assessment.findings
        if not findings:
            return
        columns = ("No.", "Place", "Muscle", "Called", "Signs", "Pain", "Threshold")
        widths = (0.8, 2.4, 2.0, 1.5, 2.7, 0.9, 1.8)
        rows = tuple(self._row(number, each) for number, each in enumerate(findings, start=1))
        caption = (
            "Pain: on pressure, 0 to 10. Threshold: least pressure called painful. A sign that was "
            "not examined is neither present nor absent."
        )
        yield Table(caption, columns, widths, rows)

    def _row(self, number: int, finding: TriggerPointFinding) -> tuple[str, ...]:
        pain, threshold = finding.pain_on_pressure, finding.pressure_pain_threshold
        return (
            str(number),
            self._place(finding),
            self._muscle(finding),
            "As last time, not examined yet" if finding.copied_from else CALLED[finding.called],
            _signs(finding),
            "not asked" if pain is None else str(pain.nrs),
            "not measured"
            if threshold is None
            else f"{threshold.in_unit(threshold.entered_in):.3g} "
            f"{PRESSURE_UNITS[threshold.entered_in]}, tip {threshold.probe_area_cm2:g} cm²",
        )

    def _found_in_sentences(self) -> Iterator[Block]:
        findings = enumerate(self._assessment.findings, start=1)
        told = tuple(
            f"{number}: {muscle} ({place}): {called}. {signs[:1].upper()}{signs[1:]}. "
            f"Pain on pressure, 0 to 10: {pain}. Threshold: {threshold}."
            for number, place, muscle, called, signs, pain, threshold in (
                self._row(count, each) for count, each in findings
            )
        )
        if told:
            yield Items(told)

    def _treated(self, told: Told = treated_in_a_table, *, plain: bool = False) -> Iterator[Block]:
        where = self._treated_number if plain else self._treated_place
        return told(self._assessment.treatments, self._books.atlas, where)

    def _treated_number(self, done: TreatmentRecord) -> str:
        """Where, for the person: by the number in the picture."""
        finding = self._assessment.finding(done.finding_id or "")
        if finding is None:
            return LATERALITIES[done.laterality] if done.laterality else ""
        return f"at number {self._assessment.findings.index(finding) + 1}"

    def _treated_place(self, done: TreatmentRecord) -> str:
        finding = self._assessment.finding(done.finding_id or "")
        if finding is not None:
            number = self._assessment.findings.index(finding) + 1
            return f"no. {number}, {self._muscle(finding)}"
        region = self._body.regions.get(done.region or "")
        side = LATERALITIES[done.laterality] if done.laterality else ""
        return ", ".join(part for part in (region.label if region else "", side) if part)

    def _place(self, finding: TriggerPointFinding) -> str:
        person = self._visit.person
        height = person.height_cm if person else None
        return self._body.describe(finding.place.cell, height_cm=height).text

    def _muscle(self, finding: TriggerPointFinding) -> str:
        muscles = self._books.atlas.muscles
        known = finding.muscle is not None and finding.muscle in muscles
        name = muscles[finding.muscle].name if known and finding.muscle else "no muscle chosen"
        return f"{name}, {LATERALITIES[finding.laterality]}"

    def _plain_findings(self) -> Iterator[str]:
        muscles = self._books.atlas.muscles
        for number, finding in enumerate(self._assessment.findings, start=1):
            known = finding.muscle is not None and finding.muscle in muscles
            name = muscles[finding.muscle].plain_name if known and finding.muscle else "a place"
            what = "not examined yet" if finding.copied_from else _PLAIN[finding.called]
            yield f"{number}: {name}, {LATERALITIES[finding.laterality]}: {what}."

    def _drawn(self, *, measured: bool = True) -> Iterator[Block]:
        for drawing in self._drawings:
            drawn = self._on_body(drawing)
            if len(self._drawings) > 1:
                when = drawing.occasion
                name = when.value.replace("_", " ").lower() if when else "drawn"
                yield f"{name.capitalize()}, {self._books.day(drawing.drawn_at)}:"
            if drawing.no_pain or not drawing.marks:
                yield "No pain that day." if drawing.no_pain else "Nothing is marked."
                continue
            yield Items(
                tuple(
                    f"{places_in_words(read_back(area).places)}"
                    + (f": {words}" if (words := answers_in_words(mark)) else "")
                    for mark, (area, _) in zip(drawing.marks, drawn.layers, strict=True)
                )
            )
            if measured:
                size = extent(drawn.area)
                yield f"Together {100 * size.share:.1f} % of the body surface."

    def _changed(self) -> Iterator[Block]:
        earlier, later = self._compared()
        if earlier is None or later is None:
            return
        body = self._books.figure(later.figure)
        first, last = self._on_body(earlier), self._on_body(later)
        means = tuple(strength(each.layers).mean for each in (first, last))
        moved = change(
            first.area.on(body),
            last.area,
            self._books.atlas,
            intensity=(means[0], means[1]),
        )
        yield f"From {self._books.day(earlier.drawn_at)} to {self._books.day(later.drawn_at)}:"
        yield Items(moved.text)
        sources = "; ".join(citation(self._books.atlas.sources[each]) for each in moved.sources)
        yield f"Sources: {sources}."

    def _compared(self) -> tuple[PainDrawing | None, PainDrawing | None]:
        """Before and after a treatment where both were drawn, else the last time and this time."""
        if len(self._drawings) > 1:
            return self._drawings[0], self._drawings[-1]
        return self._visit.before, self._first

    def _covered(self) -> Iterator[Block]:
        counted = [each for each in self._assessment.findings if counts(each)]
        if not self._area or not counted:
            return
        covered = explained(self._area, counted, self._books.atlas)
        yield f"They cover {100 * covered.share:.0f} % of the drawn pain. {WHAT_COUNTS}"

    def _notes(self) -> Iterator[Block]:
        for name in NOTE_FIELDS:
            lines = [*filter(str.strip, getattr(self._assessment, name).split("\n"))]
            if lines and name in _NOTES_CALLED:
                lines[0] = f"{_NOTES_CALLED[name]}: {lines[0]}"
            yield from lines
        noted = tuple(
            f"{number}: {' '.join(each.notes.split())}"
            for number, each in enumerate(self._assessment.findings, start=1)
            if each.notes
        )
        if noted:
            yield Items(noted)


def _signs(finding: TriggerPointFinding) -> str:
    words = {
        SignValue.PRESENT: "present",
        SignValue.ABSENT: "absent",
        SignValue.NOT_EXAMINED: "not examined",
    }
    parts = []
    for value, word in words.items():
        named = [SIGNS[sign].lower() for sign in Sign if finding.signs[sign] is value]
        if named:
            parts.append(f"{word}: {', '.join(named)}")
    return "; ".join(parts)
