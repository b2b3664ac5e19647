"""Readers of the shipped body files for the contract tests: numpy, json, zlib and re only."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bodymap import files

FOLDER = files.assets("body")
NO_CELL = 65535
Segment = tuple[str, ...]


@cache
def read_json(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def manifest() -> dict[str, Any]:
    return read_json("manifest.json")


@cache
def regions() -> list[dict[str, Any]]:
    return read_json("regions.json")


@cache
def cells() -> dict[str, npt.NDArray[Any]]:
    with np.load(FOLDER / "cells.npz", allow_pickle=False) as data:
        return {name: data[name] for name in data.files}


def view_name(row: dict[str, Any]) -> str:
    return f"{row['figure']}.{row['id']}" if row["figure"] else row["id"]


def rows(*groups: str) -> list[dict[str, Any]]:
    return [r for r in manifest()["views"] if not groups or r["group"] in groups]


def shown(row: dict[str, Any]) -> dict[str, Any]:
    return read_json(row["paths"])["views"][row["id"]]


def cell_map(row: dict[str, Any]) -> npt.NDArray[np.uint16]:
    data = zlib.decompress((FOLDER / row["cells"]).read_bytes())
    return np.frombuffer(data, "<u2").reshape(row["height"], row["width"])


def other_side(region_id: str) -> str:
    swap = {"right": "left", "left": "right"}
    base, dot, side = region_id.rpartition(".")
    return f"{base}.{swap[side]}" if dot else region_id


_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


def segments(path: str) -> Iterator[Segment]:
    """Pieces of a path as tuples of the very texts of their coordinates, closing ones included."""
    start: tuple[str, str] = ("", "")
    here = start
    for command, rest in _COMMAND.findall(path):
        numbers = rest.split()
        if command == "M":
            start = here = (numbers[0], numbers[1])
        elif command == "Z":
            if here != start:
                yield (*here, *start)
            here = start
        else:
            yield (*here, *numbers)
            here = (numbers[-2], numbers[-1])


def backwards(segment: Segment) -> Segment:
    pairs = [segment[i : i + 2] for i in range(0, len(segment), 2)]
    return tuple(text for pair in reversed(pairs) for text in pair)


def rings(path: str, steps: int = 8) -> list[npt.NDArray[np.float64]]:
    """Closed rings (n, 2) with curves cut into short steps."""
    out: list[list[tuple[float, float]]] = []
    t = np.linspace(0, 1, steps + 1)[1:, None]
    bends = np.concatenate([(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3], axis=1)
    for command, rest in _COMMAND.findall(path):
        n = np.array(rest.split(), np.float64).reshape(-1, 2)
        if command == "M":
            out.append([tuple(n[0])])
        elif command == "L":
            out[-1].append(tuple(n[0]))
        elif command == "C":
            on_curve = bends @ np.concatenate([[out[-1][-1]], n])
            out[-1] += [(x, y) for x, y in on_curve.tolist()]
    return [np.array(ring) for ring in out]


def area(path: str) -> float:
    """Area of a path whose holes run the other way round."""
    total = 0.0
    for ring in rings(path):
        x, y = ring.T
        total += float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2
    return abs(total)


def contains(path: str, x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    for ring in rings(path):
        (x0, y0), (x1, y1) = ring.T, np.roll(ring, -1, axis=0).T
        crosses = (y0 > y) != (y1 > y)
        at = x0[crosses] + (y - y0[crosses]) / (y1[crosses] - y0[crosses]) * (
            x1[crosses] - x0[crosses]
        )
        inside ^= bool(np.count_nonzero(at > x) % 2)
    return inside


def filled(path: str, width: int, height: int) -> npt.NDArray[np.bool_]:
    """Pixels whose centre lies in the path, even-odd."""
    flips = np.zeros((height, width + 1), np.int8)
    for ring in rings(path):
        corners = ring.tolist()
        for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
            if y0 == y1:
                continue
            low, high = sorted((y0, y1))
            for row in range(max(ceil(low - 0.5), 0), min(ceil(high - 0.5), height)):
                x = x0 + (row + 0.5 - y0) / (y1 - y0) * (x1 - x0)
                flips[row, min(max(ceil(x - 0.5), 0), width)] ^= 1
    crossed = flips.any(axis=1)
    inside = np.zeros((height, width), bool)
    inside[crossed] = np.logical_xor.accumulate(flips[crossed, :width].astype(bool), axis=1)
    return inside


def png_chunks(path: Path) -> dict[str, bytes]:
    data = path.read_bytes()
    out: dict[str, bytes] = {}
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8].decode()
        out[kind] = out.get(kind, b"") + data[at + 8 : at + 8 + length]
        at += 12 + length
    return out
