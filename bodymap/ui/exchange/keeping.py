"""A backup of all records as a file, and a backup put in their place; on this device only."""

from typing import Final, NamedTuple

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.services.exchanging.keeping import STEPS, Kept, Vault
from bodymap.ui.exchange.words import counted
from bodymap.ui.exchange.working import working
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

_MADE: Final = "keeping_made"
_DONE: Final = "keeping_done"
_ENDING: Final = ".sqlite3"


class _Made(NamedTuple):
    """A backup that was made.

    Attributes:
        name: Of the file.
        data: The file.
        holds: What it holds, in words.
    """

    name: str
    data: bytes
    holds: str


def draw(workspace: Workspace) -> None:
    """Draw the way to a backup, and back; nothing where the visitor may not have one."""
    vault = workspace.vault
    if vault is None:
        return
    st.markdown("## Backup")
    st.write(
        "A backup holds everything, deleted records and settings too. Before you get it, it is "
        "restored into a second file and compared."
    )
    try:
        _backup(workspace, vault)
        st.markdown("### Restore a backup")
        _restore(vault)
    except BodymapError as error:
        st.error(plain(in_words(error)))


def _backup(workspace: Workspace, vault: Vault) -> None:
    made: _Made | None = st.session_state.get(_MADE)
    if made is not None:
        st.success(f"The backup holds {made.holds}.")
        with st.container(horizontal=True):
            st.download_button(
                "Save the backup",
                made.data,
                made.name,
                "application/vnd.sqlite3",
                type="primary",
                on_click="ignore",
                key="keeping-save",
            )
            st.button("Make another", key="keeping-another", on_click=_forget)
        st.caption("It can be read by whoever has it. Keep it apart from this machine.")
        return
    if st.button("Make a backup", key="keeping-make"):
        with working("Making the backup", STEPS, key="keeping-making", at_once=1) as so_far:
            data, kept = vault.back_up(so_far)
        name = f"bodymap-backup-{in_practice(workspace.ports.clock.now()):%Y-%m-%d}{_ENDING}"
        st.session_state[_MADE] = _Made(name, data, counted(kept.counts))
        st.rerun()


def _forget() -> None:
    st.session_state.pop(_MADE, None)


def _restore(vault: Vault) -> None:
    done: Kept | None = st.session_state.get(_DONE)
    if done is not None:
        _tell(done)
    if vault.can_undo() and st.button("Undo the last restore", key="keeping-undo"):
        with working("Undoing the restore", STEPS, key="keeping-undoing", at_once=1) as so_far:
            _settle(vault.undo(so_far))
    file = st.file_uploader("Backup (.sqlite3)", type=["sqlite3"], key="keeping-file")
    if file is None or done is not None:
        return
    st.warning(
        "Everything that is recorded here now is replaced by the backup. It is checked first, who "
        "was removed for good since stays removed, and you can undo the restore."
    )
    if st.button("Replace everything with this backup", key="keeping-restore"):
        with working("Restoring", STEPS, key="keeping-restoring", at_once=1) as so_far:
            _settle(vault.restore(file.getvalue(), so_far))


def _settle(done: Kept) -> None:
    """Note what was restored; what was made before is out of date."""
    st.session_state[_DONE] = done
    _forget()
    st.rerun()


def _tell(done: Kept) -> None:
    st.success(f"Restored: {counted(done.counts)}.")
    if done.removed:
        st.info(f"{done.removed:,} records were removed for good since, and were not restored.")
    if st.button("Restore another", key="keeping-again"):
        st.session_state.pop(_DONE)
        st.rerun()
