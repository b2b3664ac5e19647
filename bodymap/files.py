"""Where shipped files and the user's data lie. The only module that knows.

Shipped files are looked for inside the installed package first, then beside the checkout.
"""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def shipped_root() -> Path:
    """Folder that holds `assets/`, `app.py` and `.streamlit/`."""
    inside = _PACKAGE / "_shipped"
    return inside if inside.is_dir() else _PACKAGE.parent


def is_checkout() -> bool:
    """Whether the shipped files are those of a checkout, which people edit."""
    return shipped_root() == _PACKAGE.parent


def assets(*parts: str) -> Path:
    """Path of a shipped asset, such as `assets("body", "manifest.json")`."""
    return shipped_root().joinpath("assets", *parts)


def data_folder() -> Path:
    """Folder of the user's own data; `BODYMAP_DATA_DIR` names another. Not created here."""
    named = os.environ.get("BODYMAP_DATA_DIR")
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local")
    elif sys.platform == "darwin":
        base = Path("~/Library/Application Support")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share")
    return base.expanduser() / "bodymap"


def package(*parts: str) -> Path:
    """Path of a file inside the import package, such as `package("script.py")`."""
    return _PACKAGE.joinpath(*parts)


def named(text: str) -> Path:
    """A path as somebody typed it, with `~` for the home folder."""
    return Path(text).expanduser()
