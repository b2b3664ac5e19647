"""Take finished views back from written files, when only tables beside them changed."""

import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tools.figure.produce import Drawn, Region


def views(folder: Path, figure: str | None, group: str) -> list[Drawn]:
    """The views of one group as they were written.

    Args:
        folder: with the manifest and its files.
        figure: name, or None for views that serve all.
        group: of views.
    """
    rows = json.loads((folder / "manifest.json").read_text())["views"]
    return [_view(folder, r) for r in rows if (r["figure"], r["group"]) == (figure, group)]


def _view(folder: Path, row: dict[str, Any]) -> Drawn:
    shown = json.loads((folder / row["paths"]).read_text())["views"][row["id"]]
    cells = np.frombuffer(zlib.decompress((folder / row["cells"]).read_bytes()), "<u2")
    relief = Image.open(folder / row["relief"])
    relief.load()
    return Drawn(
        id=row["id"],
        group=row["group"],
        width=row["width"],
        height=row["height"],
        cells=cells.reshape(row["height"], row["width"]).astype(np.uint16),
        outline=shown["outline"],
        regions={
            name: Region(r["d"], tuple(r["at"]), tuple(r["box"]))
            for name, r in shown["regions"].items()
        },
        relief=relief,
        mirror_of=row["mirror_of"],
    )
