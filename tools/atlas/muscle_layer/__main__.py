"""Compile the muscle layer: `python -m tools.atlas.muscle_layer [--check]`.

Reads `assets/atlas/muscle_shapes.yaml` and writes `assets/atlas/compiled/muscle_layer.npz`; with
`--check` it writes nothing and says whether what is there is what the file gives. About 20 s.
"""

import argparse
import io
import sys
from pathlib import Path

import numpy as np

from bodymap import files
from bodymap.atlas.editing.yaml_files import read_folder
from bodymap.atlas.muscle_layer import FILE, MuscleLayer
from bodymap.body import Body
from tools.atlas.compile import AtlasHasProblems
from tools.atlas.muscle_layer.coverage import told
from tools.atlas.muscle_layer.pieces import layer_of


def compile_layer(folder: Path, body: Body) -> MuscleLayer:
    """The layer that an atlas folder gives.

    Raises:
        AtlasHasProblems: A file has problems; nothing was compiled.
    """
    found = read_folder(folder)
    if found.muscle_shapes is None:
        raise AtlasHasProblems(found.problems)
    return layer_of(found.muscle_shapes.value, body)


def same_layer(one: MuscleLayer, other: MuscleLayer) -> bool:
    """Whether two layers are the same but for the last step of a stored distance or share.

    Distances come from sums that another processor may round differently.
    """
    mine, theirs = one.to_arrays(), other.to_arrays()
    exact = set(mine) - {"edges", "share"}
    return all(np.array_equal(mine[name], theirs[name]) for name in exact) and all(
        np.abs(mine[name].astype(int) - theirs[name]).max(initial=0) <= 1
        for name in ("edges", "share")
    )


def main(argv: list[str] | None = None) -> int:
    """Compile, or compare; 0 when all is well, 1 when they differ, 2 when the file is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.atlas.muscle_layer", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    check_only = parser.parse_args(argv).check
    body = Body.load()
    try:
        layer = compile_layer(files.assets("atlas"), body)
    except AtlasHasProblems as error:
        print(error, file=sys.stderr)
        return 2
    arrays, path = layer.to_arrays(), files.assets("atlas", "compiled", FILE)
    if check_only:
        same = path.exists() and same_layer(layer, MuscleLayer.load(path))
        print("The muscle layer is current." if same else "The muscle layer is out of date.")
        return 0 if same else 1
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type] # a name is not a keyword of it
    path.write_bytes(buffer.getvalue())
    print(f"{FILE}: {buffer.tell():,} bytes; {told(layer, body)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
