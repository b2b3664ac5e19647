"""A store with as many people and records as are asked for, in seconds: one of each, multiplied."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select

from bodymap.body import Body, Stroke, StrokeKind
from bodymap.records import PersonDetails, TreatmentRecord
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import draw
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import add_person
from bodymap.services.people.searching import folded
from bodymap.services.visits.treating import record_treatment
from bodymap.store import SqlStore, open_store
from bodymap.store.people import words_of
from bodymap.store.tables import metadata
from bodymap.store.times import to_text
from tests.benchmarks import body_beside
from tests.records.builders import a_finding
from tests.shipped import body

POINTS: Final = 15
"""Points of the one stroke of each drawing."""
VISITS_EACH: Final = 10
"""Assessments of each person, each with a drawing."""
DRAFTS: Final = 100
"""One assessment in so many is still open."""
DELETED: Final = 1_000
"""One record in so many is deleted."""
FIRST: Final = datetime(2020, 1, 1, 9, tzinfo=UTC)
GONE: Final = datetime.now(UTC) - timedelta(days=1)
"""When they were deleted: late enough to be brought back."""
_GIVEN: Final = [
    "Anna",
    "Łucja",
    "Marek",
    "Jürgen",
    "Inês",
    "Øystein",
    "Dilşad",
    "Maria",
    "Noor",
    "Zoë",
    "Peter",
    "Ravi",
]
_FAMILY: Final = [
    "Lindqvist",
    "Østergård",
    "Kowalska",
    "Nguyen",
    "Silva",
    "Meyer",
    "Okafor",
    "Demir",
    "Rossi",
    "Novák",
]


def record_id(kind: int, number: int) -> str:
    """An id in the order of time, of one kind of record."""
    return f"{number:08x}-0000-7000-8000-{kind:012x}"


PERSON, ASSESSMENT, DRAWING = 1, 2, 3


def name_of(number: int) -> str:
    """What the person of this number is called; two in a hundred share a name and a family."""
    given, family = number % len(_GIVEN), number // len(_GIVEN) % len(_FAMILY)
    return f"{_GIVEN[given]} {_FAMILY[family]} {number:05d}"


def ports_of(store: SqlStore) -> Ports:
    return Ports(store=store, clock=SystemClock(), ids=SystemIds())


def fill(store: SqlStore, assessments: int) -> None:
    """So many assessments with two findings each, as many drawings, a tenth as many people."""
    one = _one_of_each(ports_of(store), body())
    people = assessments // VISITS_EACH
    with store.engine.begin() as connection:
        _add_people(connection, one[PERSON], people)
        for table, column, kind, changed in (
            ("assessments", "id", ASSESSMENT, _VISIT | {"code": "printf('A%06d', n)"}),
            ("findings", "assessment_id", ASSESSMENT, {}),
            ("drawings", "id", DRAWING, _DRAWN | {"code": "printf('D%06d', n)"}),
            ("editions", "record_id", ASSESSMENT, {}),
            ("editions", "record_id", DRAWING, {}),
            ("mark_cells", "drawing_id", DRAWING, {}),
            ("marked_regions", "record_id", ASSESSMENT, _SAID | _EXAMINED),
            ("marked_regions", "record_id", DRAWING, _SAID | _MARKED),
        ):
            own = changed | {column: _id_in_sql(kind)}
            _multiply(connection, table, f"{column} = '{one[kind]}'", own, assessments)


def _multiply(
    connection: Connection, table: str, where: str, changed: Mapping[str, str], times: int
) -> None:
    """Add rows like those there are; `n` counts from 0 in what is changed in each."""
    columns = [column.name for column in metadata.tables[table].columns]
    made = ", ".join(changed.get(name, name) for name in columns)
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - names of ours
        f"WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted LIMIT {times})"
        f" SELECT {made} FROM (SELECT * FROM {table} WHERE {where}) CROSS JOIN counted"
    )


def _add_people(connection: Connection, like: str, people: int) -> None:
    table = metadata.tables["persons"]
    row = dict(connection.execute(select(table).where(table.c.id == like)).mappings().one())
    words = metadata.tables["person_words"]
    for number in range(people):
        name = name_of(number)
        seen = to_text(FIRST + timedelta(minutes=30 * (VISITS_EACH * (number + 1) - 1)))
        gone = to_text(GONE) if number % DELETED == 1 else None
        row |= {"id": record_id(PERSON, number), "name": name, "seen_at": seen, "deleted_at": gone}
        row["search_text"] = f"{folded(name)}\t\t"
        connection.execute(insert(table), row)
        of = {"practice_id": row["practice_id"], "person_id": row["id"]}
        connection.execute(
            insert(words), [of | {"word": word} for word in words_of(row["search_text"])]
        )


def _one_of_each(ports: Ports, figure: Body) -> Mapping[int, str]:
    """Ids of a person, a finished assessment and drawing, made as somebody makes them."""
    person = add_person(details=PersonDetails(name="One"), request_id="one", ports=ports)
    given = {"ports": ports, "person_id": person.id, "body_version": figure.version}
    visit = start_assessment(request_id="visit", reason="shoulder", **given)
    for number in range(2):
        record_finding(Editing(visit.id, "w", ports), finding=a_finding(f"m{number}"))
    done = TreatmentRecord(id="t0", treatment="eswt")
    visit = record_treatment(Editing(visit.id, "w", ports), treatment=done)
    finish_assessment(assessment_id=visit.id, by="Kim", expected_version=visit.version, ports=ports)
    drawing = start_drawing(request_id="drawing", **given)
    draw(
        Editing(drawing.id, "w", ports),
        mark_id="mark-0001",
        view=body_beside.VIEW,
        strokes=[
            Stroke(StrokeKind.BRUSH, tuple(each)) for each in (body_beside.strokes()[0][:POINTS],)
        ],
        body=figure,
    )
    finish_drawing(drawing_id=drawing.id, expected_version=2, body=figure, ports=ports)
    return {PERSON: person.id, ASSESSMENT: visit.id, DRAWING: drawing.id}


def _id_in_sql(kind: int, number: str = "n") -> str:
    """As `record_id`."""
    return f"printf('%08x-0000-7000-8000-%012x', {number}, {kind})"


_AT: Final = (
    f"strftime('%Y-%m-%dT%H:%M:%S.000000Z', '{FIRST:%Y-%m-%d %H:%M:%S}', (30 * n) || ' minutes')"
)
_BELONGS: Final = {
    "person_id": _id_in_sql(PERSON, f"n / {VISITS_EACH}"),
    "deleted_at": f"CASE WHEN n % {DELETED} = 1 THEN '{to_text(GONE)}' END",
}
_SAID: Final = {"person_id": _BELONGS["person_id"], "at": _AT}
"""One in twenty says what is asked, as findings and pains of a practice lie all over the body."""
_EXAMINED: Final = {
    "muscle": "CASE WHEN treatment IS NULL "
    "THEN CASE n % 20 WHEN 3 THEN 'infraspinatus' ELSE 'other_' || (n % 89) END END",
    "state": "CASE WHEN treatment IS NULL "
    "THEN CASE n % 3 WHEN 0 THEN 'LATENT' ELSE 'ACTIVE' END END",
    "reaction": "treatment IS NOT NULL AND n % 20 = 5",
}
_MARKED: Final = {
    "region": "CASE n % 20 WHEN 7 THEN region ELSE region || (n % 89) END",
    "intensity": "n % 11",
}
_DRAWN: Final = _BELONGS | {"drawn_at": _AT}
_IS_OPEN: Final = f"CASE WHEN n % {DRAFTS} = 0 THEN 'DRAFT' ELSE 'FINISHED' END"
_VISIT: Final = _BELONGS | {"examined_at": _AT, "status": _IS_OPEN}


def filled(folder: Path, assessments: int) -> SqlStore:
    """A store in a folder, filled."""
    store = open_store(folder)
    fill(store, assessments)
    return store
