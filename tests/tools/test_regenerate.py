"""The shipped files come from the committed extract: made again, they are the same."""

import io
import json
import zlib

import numpy as np
import pytest

from bodymap import files
from tools.figure import assemble, base_mesh, cells, partition, produce, views
from tools.figure.__main__ import GROUPS, make
from tools.figure.write import group_files, regions_file

SHIPPED = files.assets("body")


@pytest.mark.slow
def test_cells_mesh_and_main_views_of_the_neutral_figure_come_out_the_same() -> None:
    """One figure, one group, without relief: about half a minute."""
    table = cells.build(["neutral"])
    with np.load(SHIPPED / "cells.npz") as shipped:
        for name, values in {
            "region": table.region,
            "laterality": table.laterality,
            "mirror": table.mirror,
            "xyz_neutral": np.round(table.xyz_cm["neutral"] * 100),
            "area_neutral": assemble.packable(table.area_cm2["neutral"]),
        }.items():
            assert (shipped[name][: len(values)] == values).all(), name
    with np.load(SHIPPED / "mesh.npz") as shipped:
        for name, values in base_mesh.arrays(["neutral"]).items():
            assert (shipped[name] == values).all(), name
    shipped_regions = json.loads((SHIPPED / "regions.json").read_text())
    made_regions = json.loads(regions_file(partition.REGIONS))
    assert shipped_regions[: len(made_regions)] == made_regions
    drawn = produce.group(views.MAIN, "neutral", table.mirror, shaded=False)
    made = group_files("neutral.", "main", drawn)
    assert made.pop("neutral.main.json") == (SHIPPED / "neutral.main.json").read_bytes()
    assert set(made) == {f"neutral.{view}.cells" for view in ("front", "back", "left", "right")}
    for name, data in made.items():
        assert zlib.decompress(data) == zlib.decompress((SHIPPED / name).read_bytes()), name


@pytest.mark.long
def test_every_file_comes_out_the_same() -> None:
    """All figures and groups: about six minutes. Packed bytes may differ between zlib builds."""
    manifest = json.loads((SHIPPED / "manifest.json").read_text())
    made = make(manifest["figures"], GROUPS)
    assert set(made) == {*manifest["files"], "manifest.json"}
    for name, data in made.items():
        shipped = (SHIPPED / name).read_bytes()
        if name.endswith(".cells"):
            assert zlib.decompress(data) == zlib.decompress(shipped), name
        elif name.endswith(".npz"):
            with np.load(io.BytesIO(data)) as a, np.load(io.BytesIO(shipped)) as b:
                assert a.files == b.files
                assert all((a[k] == b[k]).all() for k in a.files), name
        elif name.endswith(".json") and name != "manifest.json":
            assert data == shipped, name
