"""What the tests of the sentences in `assets/body/README.md` share."""

import numpy as np

from tests.body import asset_files as shipped

SKIN_GROUPS = ("main", "head", "hand", "foot")
FIGURES = shipped.manifest()["figures"]
CELLS = shipped.cells()
SKIN = shipped.manifest()["mesh_cells"]
REGIONS = shipped.regions()
IDS = [r["id"] for r in REGIONS]
IMAGE = np.array([IDS.index(shipped.other_side(i)) for i in IDS])


def inside_cells() -> list[int]:
    """Cells of the places inside the body."""
    sites = shipped.read_json("sites.json").values()
    return [cell for site in sites for cell in site.get("inside", {}).values()]
