"""The figure: its surface as cells, its regions and views, and areas drawn on it.

Needs NumPy alone. Lengths are centimetres, areas square centimetres of the model body, left and
right always the patient's; places on a view are in view units (see `View`).

    >>> from bodymap.body import Body
    >>> body = Body.load()
    >>> stroke = [(240, 400), (240, 420)]
    >>> area = body.paint("back", [stroke], radius=9)
    >>> area == body.paint("back", [stroke, stroke], radius=9)
    True
    >>> area.mirrored().mirrored() == area
    True
    >>> body.whole().share
    1.0
"""

from bodymap.body.area import SurfaceArea
from bodymap.body.body import Body
from bodymap.body.figure import Figure
from bodymap.body.landmarks import Landmark
from bodymap.body.laterality import Laterality
from bodymap.body.locating import Hit
from bodymap.body.manifest import Manifest
from bodymap.body.patches import Patch
from bodymap.body.regions import Region, RegionShare
from bodymap.body.sites import Site
from bodymap.body.strokes import Stroke, StrokeKind
from bodymap.body.views import View
from bodymap.body.words import PlaceWords

__all__ = [
    "Body",
    "Figure",
    "Hit",
    "Landmark",
    "Laterality",
    "Manifest",
    "Patch",
    "PlaceWords",
    "Region",
    "RegionShare",
    "Site",
    "Stroke",
    "StrokeKind",
    "SurfaceArea",
    "View",
]
