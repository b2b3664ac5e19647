"""What a person says of their pain: marks on the body, each with how it feels."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.records.base import Item, Line, Record, Slug
from bodymap.records.coded import CodedPlaces
from bodymap.records.measures import PainIntensity
from bodymap.records.places import Drawing, ViewUnit

MOST_INSIDE: Final = 40
"""Most places inside the body of one mark; there are fewer."""

MOST_ANSWERS: Final = 20
"""Most answers on other charts of one mark; fewer charts are known."""


class PainQuality(StrEnum):
    """How pain feels, in the words a person chooses from."""

    ACHING = "ACHING"
    BURNING = "BURNING"
    STABBING = "STABBING"
    THROBBING = "THROBBING"
    TINGLING = "TINGLING"
    NUMB = "NUMB"
    ELECTRIC = "ELECTRIC"
    CRAMPING = "CRAMPING"
    OTHER = "OTHER"


class PainDepth(StrEnum):
    """How deep pain is felt."""

    SKIN = "SKIN"
    MUSCLE = "MUSCLE"
    DEEP = "DEEP"
    INSIDE = "INSIDE"


class PainTiming(StrEnum):
    """When pain is felt."""

    CONSTANT = "CONSTANT"
    COMES_AND_GOES = "COMES_AND_GOES"
    ON_MOVEMENT = "ON_MOVEMENT"
    AT_NIGHT = "AT_NIGHT"


class PainSince(StrEnum):
    """Since when; the borders are those of acute (6 weeks) and chronic pain (3 months)."""

    TODAY = "TODAY"
    UNDER_A_WEEK = "UNDER_A_WEEK"
    UNDER_SIX_WEEKS = "UNDER_SIX_WEEKS"
    UNDER_THREE_MONTHS = "UNDER_THREE_MONTHS"
    UNDER_A_YEAR = "UNDER_A_YEAR"
    OVER_A_YEAR = "OVER_A_YEAR"


class InsidePlace(Record):
    """A place inside the body, chosen from the list.

    Attributes:
        site: Id of a site that lies inside, such as `teeth_upper`.
        laterality: The patient's side; BILATERAL for both, or for a place on the midline.
    """

    site: Slug
    laterality: Laterality = Laterality.BILATERAL


class PainMark(Item):
    """One pain: where it is, and what it is like. What was drawn or said is the source of truth.

    Attributes:
        id: Made in the browser; unique within its drawing.
        drawing: Strokes in view units, with figure and body version; None if nothing was drawn.
        inside: Places inside the body, which no stroke can reach.
        coded: Answers on other charts, at most one for each numbering.
        intensity: 0-10; None if not asked.
        qualities: How it feels, each word once.
        other_quality: The person's own word, with OTHER.
        depth: None if not asked.
        timing: When it is felt, each once.
        since: None if not asked.
    """

    drawing: Drawing | None = None
    inside: Annotated[tuple[InsidePlace, ...], Field(max_length=MOST_INSIDE)] = ()
    coded: Annotated[tuple[CodedPlaces, ...], Field(max_length=MOST_ANSWERS)] = ()
    intensity: PainIntensity | None = None
    qualities: Annotated[tuple[PainQuality, ...], Field(max_length=len(PainQuality))] = ()
    other_quality: Line = ""
    depth: PainDepth | None = None
    timing: Annotated[tuple[PainTiming, ...], Field(max_length=len(PainTiming))] = ()
    since: PainSince | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        is_said = any(answer.codes for answer in self.coded)
        if self.drawing is None and not self.inside and not is_said:
            message = "a mark is drawn on the body, names a place inside, or was said in codes"
            raise ValueError(message)
        if len({answer.numbering for answer in self.coded}) != len(self.coded):
            message = "each numbering is answered once"
            raise ValueError(message)
        for chosen in (self.qualities, self.timing):
            if len(set(chosen)) != len(chosen):
                message = "each word is chosen once"
                raise ValueError(message)
        if self.other_quality and PainQuality.OTHER not in self.qualities:
            message = "an own word goes with OTHER"
            raise ValueError(message)
        return self

    @property
    def point_count(self) -> int:
        """Number of points of all its strokes."""
        return self.drawing.point_count if self.drawing else 0

    def area(self, body: Body) -> SurfaceArea:
        """The cells it covers, measured on `body`.

        Raises:
            BodyError: It names a figure, view, region or site that the body does not have, or was
                drawn on another body version.
        """
        area = self.area_without_codes(body)
        for answer in self.coded:
            area |= answer.area(body)
        return area

    def area_without_codes(self, body: Body) -> SurfaceArea:
        """The cells of what was drawn and of places inside; errors as `area`."""
        area = self.drawing.area(body) if self.drawing else body.fill(())
        for place in self.inside:
            area |= body.site(place.site, place.laterality)
        return area


class PainArrow(Item):
    """An arrow: the pain moves from here to there.

    Attributes:
        id: Made in the browser; unique within its drawing.
        view: View in which it begins; x and y in its view units.
        to_view: View in which it ends.
    """

    figure: Slug
    body_version: Slug
    view: Slug
    x: ViewUnit
    y: ViewUnit
    to_view: Slug
    to_x: ViewUnit
    to_y: ViewUnit

    def cells(self, body: Body) -> tuple[int | None, int | None]:
        """Cells in which it begins and ends; None for an end beside the body.

        Raises:
            BodyError: It names a figure or view that the body does not have.
        """
        figure = body.as_figure(self.figure)
        hits = (
            figure.hit(self.view, self.x, self.y),
            figure.hit(self.to_view, self.to_x, self.to_y),
        )
        start, end = (None if hit is None else hit.cell for hit in hits)
        return start, end


class SeverityAnswers(Record):
    """Answers to the symptom severity scale of the ACR 2016 criteria; unanswered ones are left out.

    Attributes:
        past_week: Level 0-3 by the id of the symptom in the atlas.
        past_six_months: Yes or no by the id of the symptom.
        three_months: Whether symptoms have been at a similar level for three months; None if not
            answered.
    """

    past_week: Annotated[dict[Slug, Annotated[int, Field(ge=0, le=3)]], Field(max_length=20)] = (
        Field(default_factory=dict)
    )
    past_six_months: Annotated[dict[Slug, bool], Field(max_length=20)] = Field(default_factory=dict)
    three_months: bool | None = None

    def __hash__(self) -> int:
        return hash(self.model_dump_json())
