"""Our own Streamlit components: their code lies in the package and is fetched once."""

import tomllib
from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from bodymap import files


def packaged(name: str, *, css: str, js: str) -> Callable[..., Any]:
    """The component of this name, as `bodymap/pyproject.toml` declares it.

    Args:
        name: Such as `bodymap.canvas`.
        css: Its style sheet, in its folder.
        js: Its first module, in its folder.
    """
    if get_bidi_component_manager().get_component_asset_root(name) is None:
        _declare()
    return st.components.v2.component(name, css=css, js=js)


def _declare() -> None:
    """Tell Streamlit where the code lies, in a checkout that nobody installed.

    An installed package is found by its own `pyproject.toml` when the server starts.
    """
    declared = tomllib.loads(files.package("pyproject.toml").read_text("utf-8"))
    project, tool = declared["project"], declared["tool"]["streamlit"]["component"]
    components = [ComponentConfig(**each) for each in tool["components"]]
    manifest = ComponentManifest(
        name=project["name"], version=project["version"], components=components
    )
    get_bidi_component_manager().register_from_manifest(manifest, files.package())
