"""The mesh that can be turned, and areas cut through its faces."""

import numpy as np
import numpy.typing as npt
import pytest

from bodymap.body.cutting import CutMesh, cut
from tests import shipped

BODY = shipped.body()


def triangle_cm2(surface: CutMesh) -> npt.NDArray[np.float64]:
    a, b, c = surface.xyz_cm[surface.triangles].astype(np.float64).transpose(1, 0, 2)
    return np.asarray(np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2)


def whole_regions() -> list[str]:
    """Regions of the skin that are larger than a palm."""
    found = []
    for region in BODY.regions:
        area = BODY.fill([region])
        if area.cm2 > 60:
            found.append(region)
    return found


@pytest.mark.parametrize("region", whole_regions()[::12])
def test_a_region_keeps_its_size_when_it_is_cut_out(region: str) -> None:
    area = BODY.fill([region])

    surface = cut(BODY.mesh, [area])

    cut_out = float(triangle_cm2(surface)[surface.inside[:, 0]].sum())
    assert cut_out == pytest.approx(area.cm2, rel=0.15)


def test_what_is_cut_out_lies_where_the_area_is() -> None:
    area = BODY.fill([whole_regions()[0]])
    surface = cut(BODY.mesh, [area])

    middles = surface.xyz_cm[surface.triangles[surface.inside[:, 0]]].mean(axis=1)

    places = BODY.xyz_cm[area.cells]
    away = np.linalg.norm(middles[:, None] - places[None], axis=2).min(axis=1)
    assert away.max() < 2.5


def edges(triangles: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """How many triangles share each edge."""
    pairs = np.sort(
        np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    )
    return np.asarray(np.unique(pairs, axis=0, return_counts=True)[1])


@pytest.mark.parametrize("regions", [[], whole_regions()[:1], whole_regions()[:3]])
def test_cutting_opens_no_gap_and_changes_no_surface(regions: list[str]) -> None:
    areas = [BODY.fill([region]) for region in regions]

    before, after = cut(BODY.mesh, []), cut(BODY.mesh, areas)

    assert after.inside.shape == (len(after.triangles), len(areas))
    assert np.count_nonzero(edges(after.triangles) == 1) == np.count_nonzero(
        edges(before.triangles) == 1
    )
    assert triangle_cm2(after).sum() == pytest.approx(triangle_cm2(before).sum(), rel=0.01)


def test_overlapping_areas_are_told_apart_triangle_by_triangle() -> None:
    region = whole_regions()[0]
    inner = BODY.fill([region])
    outer = inner | BODY.fill(whole_regions()[1:3])

    surface = cut(BODY.mesh, [inner, outer])

    cm2 = triangle_cm2(surface)
    only_inner = float(cm2[surface.inside[:, 0] & ~surface.inside[:, 1]].sum())
    assert only_inner < 0.03 * inner.cm2


@pytest.mark.parametrize("figure", BODY.manifest.figures)
def test_the_mesh_of_every_figure_is_as_tall_as_the_figure(figure: str) -> None:
    body = BODY.as_figure(figure)

    assert np.ptp(body.mesh.xyz_cm[:, 1]) == pytest.approx(body.height_cm, abs=1.0)
    assert np.linalg.norm(body.mesh.normals, axis=1) == pytest.approx(1.0, abs=1e-3)
