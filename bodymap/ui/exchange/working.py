"""Long work on a page: how far it is, and a way to stop it.

Any press of a button begins a new run of the page and so ends the one at hand, wherever it next
says how far it is. Work that is a transaction leaves nothing behind then.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

_AT_ONCE: Final = 25


@contextmanager
def working(
    what: str, total: int, *, key: str, at_once: int = _AT_ONCE
) -> Iterator[Callable[[int], None]]:
    """Show a bar and a button to stop; gives what is to be called with the number done.

    Args:
        what: What is being done, as a sentence begins.
        total: How much there is to do.
        key: Names the button.
        at_once: So many are done before the page says so, and looks whether to stop.
    """
    place = st.empty()
    with place.container(key=f"card-{key}", border=True):
        bar = st.progress(0.0, text=what)
        st.button("Cancel", key=f"{key}-cancel")

    def so_far(done: int) -> None:
        if done % at_once == 0 or done == total:
            share = min(done / total, 1.0) if total else 1.0
            bar.progress(share, text=f"{what}: {done:,} of {total:,}")

    yield so_far
    place.empty()
