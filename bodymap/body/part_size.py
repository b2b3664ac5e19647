"""How large the part of the body is that a cell lies in: a brow is small, a thigh is large."""

from math import pi, sqrt

from bodymap.body.figure import Figure


def part_radius_cm(figure: Figure, cell: int) -> float:
    """Radius of a circle as large as the region that a cell lies in, cm on this figure.

    Args:
        figure: The figure.
        cell: Cell number.

    Returns:
        0 on a chart, which has no surface. A place inside the body is as large as the region where
        it is offered.

    Raises:
        UnknownCell: No such cell.
    """
    region = figure.region_of(cell)
    if region is None:
        return 0.0
    cells = figure.cell_table.of_region(figure.regions[region].number)
    return sqrt(float(figure.area_cm2[cells].sum()) / pi)
