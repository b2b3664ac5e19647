"""Where a trigger point is typically felt: the pattern, its zones, and shapes drawn for them."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, PrivateAttr

from bodymap.atlas.base import Entry, Slug, Text
from bodymap.atlas.zones import PatternZones
from bodymap.body import Figure, Laterality, Stroke, StrokeKind, SurfaceArea
from bodymap.body.area import of_cells
from bodymap.errors import AreasNotLoaded


class Extent(StrEnum):
    """Felt by nearly everyone with that trigger point, or a wider area felt by some."""

    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


class LateralityRule(StrEnum):
    """On which side a zone lies, seen from the muscle it comes from."""

    IPSILATERAL = "ipsilateral"
    CONTRALATERAL = "contralateral"
    BILATERAL = "bilateral"
    MIDLINE = "midline"


class ZoneShape(StrEnum):
    """How much of a site a zone takes; the bounds are in `atlas/editing/checking_zones.py`."""

    SPOT = "spot"
    STRIP = "strip"
    PATCH = "patch"
    REGION = "region"


class ReferralZone(Entry):
    """One zone, named by the site it lies in.

    Attributes:
        site: Id of a leaf of `regions.yaml`.
        laterality: Side as seen from the muscle; `midline` where the site lies on the midline.
        shape: How much of the site is meant; None for a place inside the body.
        inside: Whether it is felt inside, where no skin is, as in the mouth: the site stands for it
            in words and in the look-up, and its skin is never painted.
    """

    extent: ClassVar[Extent]
    site: Slug
    laterality: LateralityRule
    shape: ZoneShape | None = None
    inside: bool = False


class EssentialZone(ReferralZone):
    """A zone under `essential:`."""

    extent: ClassVar[Extent] = Extent.ESSENTIAL


class SpilloverZone(ReferralZone):
    """A zone under `spillover:`."""

    extent: ClassVar[Extent] = Extent.SPILLOVER


Coordinate = Annotated[float, Field(allow_inf_nan=False, ge=-10_000, le=10_000)]


class DrawnStroke(Entry):
    """One stroke of a drawn zone, made for a muscle on the patient's right.

    Attributes:
        view: Id of the view it was drawn on.
        figure: Id of the figure that view showed.
        kind: `brush`, `outline`, `erase` or `region`, as for a person's own drawing.
        points: x (right) and y (down) in view units.
        radius: Of the brush, in view units.
        region: Id of the whole region, for the kind `region` only.
    """

    view: Text
    figure: Slug = "neutral"
    kind: Literal["brush", "outline", "erase", "region"]
    points: tuple[tuple[Coordinate, Coordinate], ...] = ()
    radius: Annotated[float, Field(gt=0, le=500)] = 9
    region: Text | None = None

    def stroke(self) -> Stroke:
        """The same as the figure paints it; raises `BadStroke` where it cannot be painted."""
        kind = StrokeKind(self.kind.upper())
        return Stroke(kind, self.points, self.radius, self.region)


class DrawnZones(Entry):
    """How the zones of a pattern got their shapes, and the strokes.

    Attributes:
        made: `by_hand`: drawn after the words of the pattern.
        body_version: Version of the figure the strokes were made on; None without strokes.
        essential: Strokes in the order they were made; none where the
            extent has only places without skin.
        spillover: Likewise.
    """

    made: Literal["by_hand"]
    body_version: Text | None = None
    essential: tuple[DrawnStroke, ...] = ()
    spillover: tuple[DrawnStroke, ...] = ()


class ReferralPattern(Entry):
    """All zones of one trigger point.

    A pattern may be empty: one known trigger point is linked with something other than pain.
    `essential` and `spillover` are areas on the body for a muscle on the patient's right; ask
    `area` for another side or another figure.

    Attributes:
        crosses_midline: Whether the words let the drawn shape run over the midline.
        spares: Ids of sites that the words leave out; nothing may be drawn there.
        instead_of_pain: What is felt there, where it is not pain; such a pattern has no area of
            pain and is never looked up or painted as one.
    """

    model_config = ConfigDict(serialize_by_alias=True)

    essential_zones: tuple[EssentialZone, ...] = Field(alias="essential")
    spillover_zones: tuple[SpilloverZone, ...] = Field(alias="spillover")
    crosses_midline: bool = False
    spares: tuple[Slug, ...] = ()
    instead_of_pain: Text | None = None
    drawn: DrawnZones | None = None
    _cells: PatternZones | None = PrivateAttr(default=None)

    @property
    def zones(self) -> tuple[ReferralZone, ...]:
        """Every zone, the essential ones first."""
        return (*self.essential_zones, *self.spillover_zones)

    @property
    def essential(self) -> SurfaceArea:
        """Essential area of a muscle on the patient's right, on the atlas's own body."""
        return self.area(Extent.ESSENTIAL)

    @property
    def spillover(self) -> SurfaceArea:
        """Spillover of a muscle on the patient's right, on the atlas's own body."""
        return self.area(Extent.SPILLOVER)

    def area(
        self,
        extent: Extent,
        laterality: Laterality = Laterality.RIGHT,
        body: Figure | None = None,
    ) -> SurfaceArea:
        """Area of one extent; empty where what is felt is not pain.

        Args:
            extent: Which of the two.
            laterality: Side of the muscle, the patient's. `BILATERAL` and `MIDLINE` give both
                sides together.
            body: Figure to lie on; the atlas's own when left out.

        Returns:
            The cells; spillover never repeats a cell of the essential area.

        Raises:
            AreasNotLoaded: The pattern was not read through `Atlas.load`, so it has no areas.
            AtlasOfOtherBody: The body numbers its cells differently from the compiled atlas.
        """
        return self._area(extent.value, laterality, body)

    def local(
        self, laterality: Laterality = Laterality.RIGHT, body: Figure | None = None
    ) -> SurfaceArea:
        """Skin round the mark of the trigger point, where the muscle itself may hurt.

        It may overlap the pattern. Arguments and errors are those of `area`.
        """
        return self._area("local", laterality, body)

    def _area(self, kind: str, laterality: Laterality, body: Figure | None) -> SurfaceArea:
        if self._cells is None:
            raise AreasNotLoaded
        area = self._cells.area(kind, laterality, body)
        return of_cells(area.body, []) if self.instead_of_pain else area
