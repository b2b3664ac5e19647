"""The read-only route that serves the figure: `/figure/<body version>/<file>`.

Only names in the figure's manifest are served, the manifest itself, and which region each cell
belongs to (`cell_regions.bin`), so that hover and record agree to the cell. An address names the
body version, so an answer may be kept for ever; text is sent compressed to those who take it.
"""

import gzip
import json
import zlib
from functools import lru_cache
from pathlib import Path

import numpy as np
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bodymap.web.headers import KEPT_FOR_EVER

_TYPES = {
    ".json": "application/json",
    ".png": "image/png",
    ".cells": "application/octet-stream",
    ".bin": "application/octet-stream",
}
_MANIFEST = "manifest.json"
_CELL_REGIONS = "cell_regions.bin"


def _cell_regions(folder: Path) -> bytes:
    """Region number of every cell as the browser reads it: zlib, little-endian uint16."""
    with np.load(folder / "cells.npz") as cells:
        return zlib.compress(cells["region"].astype("<u2").tobytes(), level=9)


def figure_route(folder: Path) -> Route:
    """Route that serves the files named in `folder`'s manifest.

    Unknown names and versions answer 404, also any path that tries to leave the folder: names are
    compared with the manifest and never joined to a path before that.
    """
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    version = manifest["body_version"]
    names = {name for name in manifest["files"] if Path(name).suffix in _TYPES}
    names |= {_MANIFEST, _CELL_REGIONS}

    @lru_cache(maxsize=256)
    def content(name: str, *, compressed: bool) -> bytes:
        data = _cell_regions(folder) if name == _CELL_REGIONS else (folder / name).read_bytes()
        return gzip.compress(data, mtime=0) if compressed else data

    async def serve(request: Request) -> Response:
        name = request.path_params["name"]
        if request.path_params["version"] != version or name not in names:
            return PlainTextResponse("No such part of the figure.", status_code=404)
        suffix = Path(name).suffix
        takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
        compressed = suffix == ".json" and takes_gzip
        headers = {"cache-control": KEPT_FOR_EVER, "vary": "accept-encoding"}
        if compressed:
            headers["content-encoding"] = "gzip"
        # Read and packed outside the loop, which answers everybody else meanwhile.
        data = await run_in_threadpool(content, name, compressed=compressed)
        return Response(data, media_type=_TYPES[suffix], headers=headers)

    return Route("/figure/{version}/{name}", serve, methods=["GET"])
