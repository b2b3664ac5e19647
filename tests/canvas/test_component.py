"""The component on a page: where its code lies, and what comes back from the browser."""

import importlib.metadata
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bodymap import files
from bodymap.canvas.component import NAME
from bodymap.canvas.turner import NAME as TURNER
from bodymap.wording.languages import ENGLISH, KNOWN
from tests.components import send

SLOW_S = 30
FRONTEND = files.package("canvas", "frontend")


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a page of its own

    from bodymap.canvas import CanvasData, body_canvas  # noqa: PLC0415

    def keep(message: object) -> None:
        st.session_state.heard = message

    body_canvas(
        CanvasData(log="a", figure="neutral", figure_url="figure/1/", views=("front",)),
        key="canvas",
        on_operations=keep,
    )
    st.text(repr(st.session_state.get("heard")))


def test_a_page_shows_the_body_with_its_data() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    assert not at.exception
    assert json.loads(at.get("bidi_component")[0].proto.json)["figureUrl"] == "figure/1/"


def test_what_the_browser_sends_is_handed_on_before_the_page_runs() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    message = {"cid": "window-one", "ops": [{"seq": 1, "op": "undo"}]}

    send(at, {"ops": message})

    assert not at.exception
    assert at.text[0].value == repr(message)


@pytest.mark.parametrize("value", [None, 5, "text", [], {"cid": 7}])
def test_whatever_the_browser_sends_is_handed_on_as_it_is(value: object) -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    send(at, {"ops": value, "other": 1})

    assert not at.exception


def test_the_code_is_found_without_an_installed_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bare checkout has no metadata that Streamlit could look through."""
    monkeypatch.setattr(importlib.metadata, "distributions", lambda: iter(()))

    at = AppTest.from_function(page_that_tells_where, default_timeout=SLOW_S).run()

    assert [text.value for text in at.text] == ["None", str(FRONTEND)]


def page_that_tells_where() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a page of its own
    from streamlit.components.v2 import get_bidi_component_manager as manager  # noqa: PLC0415

    from bodymap.canvas.component import NAME  # noqa: PLC0415
    from bodymap.canvas.packaged import packaged  # noqa: PLC0415

    st.text(manager().get_component_asset_root(NAME))
    packaged(NAME, css="canvas.css", js="index.js")
    st.text(manager().get_component_asset_root(NAME))


def test_the_package_declares_the_components_under_the_names_that_are_mounted() -> None:
    declared = tomllib.loads(files.package("pyproject.toml").read_text("utf-8"))
    project = declared["project"]["name"]
    components = declared["tool"]["streamlit"]["component"]["components"]
    folders = {f"{project}.{each['name']}": files.package(each["asset_dir"]) for each in components}

    assert (folders[NAME], folders[TURNER]) == (FRONTEND, FRONTEND)


def _imports(text: str) -> list[str]:
    return [line.split('"')[-2] for line in text.splitlines() if line.startswith("import ")]


def test_every_module_that_is_imported_is_there_and_every_one_is_used() -> None:
    texts = {path: path.read_text("utf-8") for path in FRONTEND.rglob("*.js")}
    imported = {(path.parent / name).resolve() for path in texts for name in _imports(texts[path])}

    entries = {"index.js", "turner.js"}
    fetched = {FRONTEND / "catalogues" / f"{code}.js" for code in KNOWN if code != ENGLISH}
    assert "import(`./catalogues/${language}.js`)" in texts[FRONTEND / "saying.js"]
    assert fetched < texts.keys()
    assert imported == {path for path in texts if path.name not in entries} - fetched


FORBIDDEN: dict[str, Callable[[str], bool]] = {
    "markup from text": lambda text: "innerHTML" in text or "insertAdjacentHTML" in text,
    "code from text": lambda text: "eval(" in text or "new Function" in text,
    "another host": lambda text: "https://" in text or "http://" in text.replace(SVG, ""),
    "ids that need https": lambda text: "randomUUID(" in text,
}
SVG = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_code_never_uses(what: str) -> None:
    for path in filter(Path.is_file, FRONTEND.rglob("*")):
        assert not FORBIDDEN[what](path.read_text("utf-8")), path.name
