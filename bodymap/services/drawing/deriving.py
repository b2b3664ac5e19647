"""What follows from a finished drawing: the cells of each mark, and the regions it lies in."""

from bodymap.body import Body, SurfaceArea
from bodymap.errors import BodyError
from bodymap.records import PainDrawing, PainMark
from bodymap.records.derived import Derived, MarkCells, MarkedRegion
from bodymap.services.kernel.ports import Ports


def derived_of(drawing: PainDrawing, body: Body) -> Derived:
    """The cells and regions of each mark, painted once.

    Raises:
        BodyError: It was drawn on another version of the body, or names what the body lacks.
    """
    painted = [(mark, mark.area(body)) for mark in drawing.marks]
    return Derived(
        body_version=body.version,
        cells=tuple(MarkCells(mark.id, area.to_bytes(), _nrs(mark)) for mark, area in painted),
        regions=tuple(
            MarkedRegion(mark.id, region, body.region(region).laterality, _nrs(mark))
            for mark, area in painted
            for region in area.by_region()
        ),
    )


def derived_if_paintable(drawing: PainDrawing, body: Body) -> Derived | None:
    """As `derived_of`; None for a drawing of another version of the body."""
    try:
        return derived_of(drawing, body)
    except BodyError:
        return None


Layers = tuple[tuple[SurfaceArea, int | None], ...]
"""Area and intensity 0-10 of each mark, in their order; None where it was not stated."""


def layers_of(drawing: PainDrawing, *, body: Body, ports: Ports) -> Layers:
    """Each mark's area and its intensity, from the cells that were kept where they still hold.

    Raises:
        BodyError: They are painted now, and that cannot be done on this body.
        StoreError: They cannot be read.
    """
    with ports.store.reading() as unit:
        kept = unit.drawings.derived(drawing.id)
    return kept_layers(drawing, kept, body)


def kept_layers(
    drawing: PainDrawing, kept: Derived | None, body: Body
) -> tuple[tuple[SurfaceArea, int | None], ...]:
    """As `layers_of`, from what was read already."""
    if drawing.is_open or kept is None or kept.body_version != body.version:
        return tuple(drawing.layers(body))
    return tuple((SurfaceArea.from_bytes(mark.cells, body), mark.intensity) for mark in kept.cells)


def whole_area(layers: Layers, body: Body) -> SurfaceArea:
    """All that is marked."""
    area = body.fill(())
    for layer, _ in layers:
        area |= layer
    return area


def _nrs(mark: PainMark) -> int | None:
    return None if mark.intensity is None else mark.intensity.nrs
