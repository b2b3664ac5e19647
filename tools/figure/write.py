"""Write what was made into the files of `assets/body`, in the formats of its README."""

import hashlib
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.figure.partition.names import RegionName
from tools.figure.produce import Drawn


def text(value: Any) -> bytes:
    """Compact JSON, one line, UTF-8."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def group_files(prefix: str, name: str, drawn: Sequence[Drawn]) -> dict[str, bytes]:
    """Files of one group of views.

    Args:
        prefix: `neutral.` or empty for views all figures share.
        name: `main`, `head`, `hand` or `foot`.
        drawn: the views.
    """
    files = {
        f"{prefix}{name}.json": text(
            {
                "views": {
                    d.id: {
                        "width": d.width,
                        "height": d.height,
                        "outline": d.outline,
                        "regions": {
                            k: {"d": r.d, "at": r.at, "box": r.box} for k, r in d.regions.items()
                        },
                    }
                    for d in drawn
                }
            }
        )
    }
    for d in drawn:
        files[f"{prefix}{d.id}.cells"] = zlib.compress(d.cells.astype("<u2").tobytes(), 9)
        if d.relief is not None:
            png = io.BytesIO()
            d.relief.save(png, "PNG", optimize=True, transparency=d.relief.info["transparency"])
            files[f"{prefix}{d.id}.relief.png"] = png.getvalue()
    return files


def view_rows(figure: str | None, name: str, drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    """Rows of the manifest's `views`."""
    prefix = f"{figure}." if figure else ""
    return [
        {
            "id": d.id,
            "group": d.group,
            "figure": figure,
            "width": d.width,
            "height": d.height,
            "cells": f"{prefix}{d.id}.cells",
            "relief": None if d.relief is None else f"{prefix}{d.id}.relief.png",
            "paths": f"{prefix}{name}.json",
            "mirror_of": d.mirror_of,
        }
        for d in drawn
    ]


def regions_file(regions: Sequence[RegionName]) -> bytes:
    """`regions.json`: the regions in number order."""
    return text(
        [
            {
                "id": r.id,
                "base": r.base,
                "laterality": r.laterality,
                "label": r.label,
                "plain_label": r.plain_label,
                "group": r.group,
                "small": r.small,
            }
            for r in regions
        ]
    )


def manifest_rows(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """Hash and size of every file, by name."""
    return {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in sorted(files.items())
    }


def save(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files whose bytes changed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
