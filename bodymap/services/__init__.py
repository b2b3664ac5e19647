"""What a person can do, one function each, and the ports they need."""

from bodymap.services.assessments import (
    amend_assessment,
    attach_assessment_to_person,
    continue_draft,
    discard_amendment,
    finish_assessment,
    list_assessments,
    list_editions,
    open_assessment,
    start_assessment,
)
from bodymap.services.deleting import (
    delete_assessment,
    delete_person,
    list_deleted,
    purge,
    restore_assessment,
    restore_person,
)
from bodymap.services.findings import (
    copy_finding_to_next_muscle,
    copy_finding_to_other_side,
    edit_assessment,
    move_finding,
    record_finding,
    remove_finding,
    revise_finding,
)
from bodymap.services.history import History, draft_history, redo, undo
from bodymap.services.ids import SystemIds
from bodymap.services.people import add_person, edit_person, find_persons, open_person
from bodymap.services.ports import Deleted, Ports, Store, SystemClock, UnitOfWork
from bodymap.services.samples import add_sample_people, remove_sample_people
from bodymap.services.settings import get_examiner_name, set_examiner_name

__all__ = [
    "Deleted",
    "History",
    "Ports",
    "Store",
    "SystemClock",
    "SystemIds",
    "UnitOfWork",
    "add_person",
    "add_sample_people",
    "amend_assessment",
    "attach_assessment_to_person",
    "continue_draft",
    "copy_finding_to_next_muscle",
    "copy_finding_to_other_side",
    "delete_assessment",
    "delete_person",
    "discard_amendment",
    "draft_history",
    "edit_assessment",
    "edit_person",
    "find_persons",
    "finish_assessment",
    "get_examiner_name",
    "list_assessments",
    "list_deleted",
    "list_editions",
    "move_finding",
    "open_assessment",
    "open_person",
    "purge",
    "record_finding",
    "redo",
    "remove_finding",
    "remove_sample_people",
    "restore_assessment",
    "restore_person",
    "revise_finding",
    "set_examiner_name",
    "start_assessment",
    "undo",
]
