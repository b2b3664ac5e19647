"""The committed extract of the CC0 base mesh, read into arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from tools.figure.shapes import Recipe, morph_weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
NPZ = Path(__file__).parent / "body_cc0.npz"


@dataclass(frozen=True, eq=False)
class Source:
    """Base mesh in its rest pose (arms 42 degrees abducted), decimetres, x = body's left, y up.

    Attributes:
        vertices: (n, 3) rest positions, dm; left and right exactly symmetric.
        faces: (13518, 4) quads; a triangle repeats its third vertex. The eyeballs come last.
        eye_faces: how many of the last faces are eyeballs.
        mirror: (n,) number of each vertex's mirror image.
        bones: names of the 163 bones.
        parents: number of each bone's parent, -1 for the root.
        heads: vertices whose mean is the head of each bone.
        joints: vertices whose mean is each named joint.
        weights: (n, bones) skinning weights, rows sum to 1, symmetric.
        morphs: target name to (vertices, (k, 3) moves in dm).
    """

    vertices: Floats
    faces: Ints
    eye_faces: int
    mirror: Ints
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    heads: tuple[Ints, ...]
    joints: Mapping[str, Ints]
    weights: sp.csr_array
    morphs: Mapping[str, tuple[Ints, Floats]]

    def symmetric(self, positions: Floats) -> Floats:
        """Positions made exactly mirror-symmetric; vertices of the mid-plane get x = 0."""
        image = positions[self.mirror] * [-1.0, 1.0, 1.0]
        return (positions + image) / 2

    def mixed(self, recipe: Recipe) -> Floats:
        """Rest positions of a recipe: base mesh plus its weighted morphs, (n, 3) dm."""
        out = self.vertices.copy()
        for name, weight in morph_weights(recipe).items():
            if name in self.morphs:
                index, delta = self.morphs[name]
                out[index] += weight * delta
        return self.symmetric(out)

    def support(self, morphs: tuple[str, ...]) -> Floats:
        """How far morphs move each vertex, 0 to 1 of their own largest move, (n,)."""
        out = np.zeros(len(self.vertices))
        for name in morphs:
            index, delta = self.morphs[name]
            length = np.linalg.norm(delta, axis=1)
            out[index] = np.maximum(out[index], length / length.max())
        return out


def _split(values: npt.NDArray[np.generic], counts: Ints) -> tuple[Ints, ...]:
    return tuple(np.split(values.astype(np.int64), np.cumsum(counts)[:-1]))


def _mirrored_bone(name: str) -> str:
    swap = {".L": ".R", ".R": ".L"}
    return name[:-2] + swap[name[-2:]] if name[-2:] in swap else name


@cache
def load() -> Source:
    """The source, read once per process from the committed npz (no network, 0.1 s)."""
    with np.load(NPZ) as data:
        arrays = {k: data[k] for k in data.files}
    vertices = arrays["vertices"].astype(np.float64)
    mirror = arrays["mirror"].astype(np.int64)
    # helper vertices outside the mirror table keep their own place; they carry no face
    own = np.arange(len(vertices))
    mirror = np.where(mirror >= 0, mirror, own)
    bones = tuple(str(b) for b in arrays["bones"])
    weights = sp.csr_array(
        (
            arrays["weight_value"].astype(np.float64),
            (arrays["weight_vertex"].astype(np.int64), arrays["weight_bone"].astype(np.int64)),
        ),
        shape=(len(vertices), len(bones)),
    )
    swap = [bones.index(_mirrored_bone(b)) for b in bones]
    weights = sp.csr_array((weights + weights[mirror][:, swap]) / 2)
    total = np.asarray(weights.sum(axis=1)).ravel()
    weights = sp.csr_array(sp.diags_array(1 / np.where(total == 0, 1, total)) @ weights)
    morph_counts = arrays["morph_counts"].astype(np.int64)
    moves = np.split(arrays["morph_delta"] / 1000.0, np.cumsum(morph_counts)[:-1])
    places = _split(arrays["morph_vertex"], morph_counts)
    joints = _split(arrays["joint_vertices"], arrays["joint_counts"].astype(np.int64))
    return Source(
        vertices=vertices,
        faces=arrays["faces"].astype(np.int64),
        eye_faces=int(arrays["eye_faces"]),
        mirror=mirror,
        bones=bones,
        parents=tuple(int(p) for p in arrays["parents"]),
        heads=_split(arrays["head_vertices"], arrays["head_counts"].astype(np.int64)),
        joints=dict(zip((str(j) for j in arrays["joints"]), joints, strict=True)),
        weights=weights,
        morphs={str(n): (p, m) for n, p, m in zip(arrays["morphs"], places, moves, strict=True)},
    )
