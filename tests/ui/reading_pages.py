"""The pages that only tell something, opened without a browser at any address."""

from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

SLOW_S = 60


def script() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.composition import atlas, figure, search_index  # noqa: PLC0415
    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import about, explore, learn, treatments  # noqa: PLC0415
    from bodymap.ui.session import Workspace  # noqa: PLC0415

    workspace = Workspace(
        ports=None,  # type: ignore[arg-type]
        body=figure,
        atlas=atlas,
        search=search_index,
        practice=None,  # type: ignore[arg-type]
        pattern_names=None,  # type: ignore[arg-type]
    )
    pages = {page.PATH: page for page in (learn, treatments, about, explore)}
    made = {
        path: st.Page(lambda page=page: page.show(workspace), title=page.TITLE, url_path=path)
        for path, page in pages.items()
    }
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    # A page may write an address of its own, which then no longer names it.
    page = st.session_state.setdefault("page opened", st.query_params.get("page"))
    pages[page].show(workspace)


def opened(page: str, **asked: str) -> AppTest:
    """A page at an address, run once."""
    at = AppTest.from_function(script, default_timeout=SLOW_S)
    at.query_params["page"] = page
    for name, value in asked.items():
        at.query_params[name] = value
    return at.run()


def texts(at: AppTest) -> str:
    """All that can be read on a page, also behind its buttons."""
    return "\n".join(_texts(at._tree))


def _texts(node: Any) -> Iterator[str]:
    if hasattr(node, "children"):
        for child in node.children.values():
            yield from _texts(child)
    else:
        proto = getattr(node, "proto", None)
        yield str(getattr(proto, "body", "") or getattr(proto, "label", ""))


def none_but(page: AppTest, place: str, *so: str) -> None:
    """Answer all questions for safety of a place: no, but for what is so."""
    while ways := [each for each in page.button if f"safety-next:{place}:" in (each.key or "")]:
        asked = {box.key.removeprefix(f"flag:{place}-"): box for box in page.checkbox if box.key}
        ticks = [box for name, box in asked.items() if name in so]
        for box in ticks or [box for name, box in asked.items() if name.startswith("none-")]:
            box.check().run()
        page.button(ways[0].key).click().run()
