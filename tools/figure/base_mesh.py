"""The base mesh itself, for the body that can be turned: few faces, smooth places."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tools.figure import mesh
from tools.figure.pose import STANDING


def arrays(figures: Sequence[str]) -> dict[str, npt.NDArray[np.generic]]:
    """Content of `mesh.npz`.

    Faces keep the order of the base mesh, in which cell `k * faces + i` is the corner of face `i`
    at its `k`-th vertex. Vertices that no face uses are left out.

    Args:
        figures: names of `shapes.RECIPES`.
    """
    body = mesh.build(2)
    faces = body.source.faces
    used = np.unique(faces)
    out: dict[str, npt.NDArray[np.generic]] = {
        "faces": np.searchsorted(used, faces).astype(np.uint16)
    }
    for name in figures:
        # The vertices of the base mesh come first among those of the smooth one.
        places_dm = body.figure(name, STANDING)[used]
        out[f"xyz_{name}"] = np.round(places_dm * 1000).astype(np.int16)
    return out
