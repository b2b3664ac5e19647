"""Mounts the clickable body on a page."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from bodymap import files
from bodymap.canvas.data import CanvasData

NAME: Final = "bodymap.canvas"


def body_canvas(data: CanvasData, *, key: str, on_operations: Callable[[object], None]) -> None:
    """Show the body and hand on what the browser sends.

    Args:
        data: What to show.
        key: Of the element on the page; keep it the same to keep zoom and focus.
        on_operations: Called with the untrusted message before the page runs again; give it to
            `bodymap.canvas.receive`.
    """

    def arrived() -> None:
        on_operations(st.session_state[key].get("ops"))

    _component()(key=key, data=data.to_json(), on_ops_change=arrived)


def _component() -> Callable[..., Any]:
    _declare()
    return st.components.v2.component(NAME, css="canvas.css", js="index.js")


def _declare() -> None:
    """Tell Streamlit where the code lies, in a checkout that nobody installed.

    An installed package is found by its own `pyproject.toml` when the server starts.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, component = NAME.split(".")
        config = ComponentConfig(name=component, asset_dir="canvas/frontend")
        manifest = ComponentManifest(name=package, version="0", components=[config])
        manager.register_from_manifest(manifest, files.package())
