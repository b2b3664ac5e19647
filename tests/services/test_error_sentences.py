"""Each error is a sentence that says what to do, and keeps its facts."""

import inspect

import pytest

from bodymap import errors
from bodymap.errors import BodymapError, Problem

PROBLEM = Problem(field="name", reason="at most 200 characters are allowed", value="'xx'")
MADE = [
    errors.InvalidRecord("Person", problems=(PROBLEM,)),
    errors.UnknownPerson("id-1"),
    errors.UnknownPerson("id-1", deleted=True),
    errors.UnknownAssessment("id-1"),
    errors.UnknownAssessment("x" * 100_000, deleted=True),
    errors.UnknownFinding("id-1", "m1"),
    errors.UnknownTreatment("id-1", "t1"),
    errors.UnknownDrawing("id-1"),
    errors.UnknownDrawing("id-1", deleted=True),
    errors.UnknownMark("id-1", "m1"),
    errors.NothingMarked("m1"),
    errors.NotTheSamePerson("id-1", "id-2"),
    errors.NotOpen("id-1", "FINISHED", kind="drawing"),
    errors.AlreadyAttached("id-1", "id-2", kind="drawing"),
    errors.EditClash(expected_version=1, current_version=2, yours="mine", theirs="kept"),
    errors.UndoBlocked("set_finding", item_id="m1"),
    errors.NothingToUndo("undo"),
    errors.NotOpen("id-1", "FINISHED", kind="assessment"),
    errors.StillOpen("id-1", kind="assessment"),
    errors.AlreadyAttached("id-1", "id-2", kind="assessment"),
    errors.NotOnePerson("id-1", "id-2", why="they are the same"),
    errors.EmptyPain(2),
    errors.NotMerged("id-1"),
    errors.TooManyFindings(500),
    errors.FindingTreated("m1", "t1"),
    errors.NoOtherSide("m1", "MIDLINE"),
    errors.NoTypicalPlace("soleus_tp1", "neutral"),
    errors.ReferralContradicted("m1", felt="AS_TYPICAL", referred_sensation="ABSENT"),
    errors.StepPassed("undo"),
    errors.WasRefused(),
    errors.ChangedSince("pain_on_pressure"),
    errors.QuestionPassed(),
    errors.UnknownLearner("id-1"),
    errors.TooManyLearners(200),
    errors.BesideTheQuestion("soleus", ["infraspinatus"]),
    errors.ImportMoved(),
    errors.NotAllowed("people"),
    errors.UnknownHandOver("id-1"),
    errors.WrongPin(0),
    errors.WrongPin(5),
    errors.TooManyTries(5),
    errors.StoreReadOnly("/data/file"),
    errors.StoreFull("/data/file"),
    errors.StoreBusy("/data/file"),
    errors.StoreDamaged("/data/file"),
    errors.StoreUnreachable("/data/file"),
    errors.StoreConflict(),
    errors.StoreDriverMissing("postgresql://db.clinic/bodymap", driver="psycopg"),
    errors.StoreInconsistent("/data/file"),
    errors.RecordUnreadable("person", "id-1"),
    errors.StoreTooNew("/data/file", found="0009", known="0001"),
    errors.StoreOnNetwork("/data", filesystem="nfs4"),
    errors.NoBackup("/data/file", "it is damaged"),
    errors.BackupElsewhere("postgresql://db.clinic/bodymap"),
]
ADVICE = {
    "amend",
    "ask",
    "attach",
    "change",
    "check",
    "choose",
    "close",
    "correct",
    "draw",
    "finish",
    "free",
    "give",
    "go",
    "install",
    "look",
    "mark",
    "only",
    "put",
    "remove",
    "restore",
    "save",
}


def test_every_error_of_records_services_and_store_is_here() -> None:
    families = (errors.RecordError, errors.ServiceError, errors.StoreError)
    kinds = {
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, families) and kind not in families
    }

    assert {type(error) for error in MADE} == kinds
    assert all(f"{kind.__name__}" in str(errors.__doc__) for kind in kinds)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_an_error_is_short_whole_sentences_with_advice(error: BodymapError) -> None:
    message = str(error)

    assert message[0].isupper() or message.startswith("'")
    assert message.endswith(".")
    assert "  " not in message
    assert len(message) < 400
    assert ADVICE & set(message.casefold().replace(":", "").replace(",", "").split())


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_what_an_error_was_made_with_are_its_facts(error: BodymapError) -> None:
    for name in inspect.signature(type(error)).parameters:
        assert hasattr(error, name), name
