"""What went from or to a person: moved, merged, parted; and the way to part again."""

import streamlit as st

from bodymap.records import Assessment, PainDrawing, Person
from bodymap.records.transfer import Transfer, TransferKind
from bodymap.services.kernel.ports import Ports
from bodymap.services.people.merging import (
    Parted,
    label_of_person,
    part_persons,
    person_history,
)
from bodymap.services.people.moving import last_move
from bodymap.ui import links
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, plain

_PARTED = "people_parted"


def draw(workspace: Workspace, person: Person) -> None:
    """Show the history of a person's record; nothing where there is none."""
    _say_parted()
    history = person_history(person_id=person.id, ports=workspace.ports)
    if not history:
        return
    st.header("History of this record")
    for transfer in history:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.write(plain(_told(workspace, person, transfer)))
            is_whole = transfer.to_id == person.id and transfer.undone_at is None
            if transfer.kind is TransferKind.MERGED and is_whole:
                st.button(
                    "Part them again",
                    key=f"part-{transfer.id}",
                    on_click=_part,
                    args=(workspace, transfer),
                )


def say_came_from(ports: Ports, record: Assessment | PainDrawing) -> None:
    """Say of a record from whom it came to the person it belongs to; nothing where from nobody."""
    moved = last_move(record_id=record.id, person_id=record.person_id, ports=ports)
    if moved is None:
        return
    other = label_of_person(person_id=moved.from_id, ports=ports)
    how = "Moved here" if moved.kind is TransferKind.MOVED else "Came here by a merge"
    st.caption(plain(f"{how} from {other} on {a_day(moved.at)}."), width="content")


def _told(workspace: Workspace, person: Person, transfer: Transfer) -> str:
    came = transfer.to_id == person.id
    other_id = transfer.from_id if came else transfer.to_id
    other = label_of_person(person_id=other_id, ports=workspace.ports)
    day = a_day(transfer.at)
    what = _counted(transfer)
    if transfer.kind is TransferKind.MOVED:
        return f"{day}: {what} moved {'here from' if came else 'to'} {other}."
    along = f", with {what}" if transfer.records else ""
    end = ""
    if transfer.undone_at is not None:
        end = f" Parted again on {a_day(transfer.undone_at)}."
    if came:
        return f"{day}: {other} was merged into this record{along}.{end}"
    return f"{day}: this record was merged into {other}{along}.{end}"


def _counted(transfer: Transfer) -> str:
    counts = ((transfer.count(kind), kind) for kind in ("assessment", "drawing"))
    return " and ".join(
        f"{count} {kind}{'' if count == 1 else 's'}" for count, kind in counts if count
    )


def _part(workspace: Workspace, transfer: Transfer) -> None:
    parted = part_persons(transfer_id=transfer.id, ports=workspace.ports)
    st.session_state[_PARTED] = parted
    st.query_params[links.PERSON] = transfer.from_id


def _say_parted() -> None:
    parted: Parted | None = st.session_state.pop(_PARTED, None)
    if parted is None:
        return
    said = f"They are two again; {parted.went_back} of the records that came along went back."
    if parted.stayed:
        said += (
            f" What was recorded after the merge ({parted.stayed}) stayed with the other person; "
            "move it if it belongs here."
        )
    st.info(said)
