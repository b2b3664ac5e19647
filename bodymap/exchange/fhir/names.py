"""What ids of the figure and the atlas are called; an id that neither knows stands for itself."""

from collections.abc import Callable
from dataclasses import dataclass

from bodymap.analysis.coding.answered import NUMBERINGS
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.errors import BodyError
from bodymap.exchange.fhir.facts import Named, Offset, Part, Site
from bodymap.exchange.fhir.terms import own
from bodymap.exchange.record_words import LATERALITIES
from bodymap.records import PainMark, TriggerPointFinding


@dataclass(frozen=True)
class Names:
    """Names ids.

    Attributes:
        body: The figure.
        atlas: The atlas.
        derived_id: Makes an id of the ids it belongs to.
    """

    body: Body
    atlas: Atlas
    derived_id: Callable[..., str]

    def region(self, region_id: str) -> Part:
        """A region of the figure with its side."""
        known = self.body.regions.get(region_id)
        if known is None:
            return Part(Named.of(own("region", region_id, region_id)), None)
        side = f", {LATERALITIES[known.laterality]}" if known.laterality.sign else ""
        term = own("region", region_id, f"{known.label}{side}")
        return Part(Named.of(term), known.laterality)

    def inside(self, site_id: str, laterality: Laterality) -> Part:
        """A place inside the body."""
        known = self.body.sites.get(site_id)
        label = (known.plain_label if known else None) or site_id
        return Part(Named.of(own("inside", site_id, label)), laterality)

    def answered(self, numbering: str, code: str) -> Named:
        """A place on another chart, as it was said there."""
        known = NUMBERINGS.get(numbering)
        place = known.places(self.atlas).get(code) if known else None
        label = place.label if place else code
        return Named.of(own(f"chart-{numbering.replace('_', '-')}", code, label))

    def muscle(self, muscle_id: str) -> Named:
        """A muscle."""
        muscles = self.atlas.muscles
        name = muscles[muscle_id].name if muscle_id in muscles else muscle_id
        return Named.of(own("muscle", muscle_id, name))

    def treatment(self, treatment_id: str) -> Named:
        """A treatment."""
        known = self.atlas.treatments
        name = known[treatment_id].name if treatment_id in known else treatment_id
        return Named.of(own("treatment", treatment_id, name))

    def question(self, question_id: str) -> Named:
        """A question for safety, or a cue of it."""
        flags = self.atlas.red_flags
        text = flags[question_id].question if question_id in flags else question_id
        return Named(text, (own("safety-question", question_id, text),))

    def finding_site(
        self, finding: TriggerPointFinding, site_id: str, patient: str, kind: Named | None
    ) -> Site:
        """Where a finding lies: its muscle or region, and how far from a landmark."""
        place = finding.place
        words, offsets = place.region, tuple[Offset, ...]()
        if place.body_version == self.body.version and place.cell < self.body.cell_count:
            told = self.body.describe(place.cell)
            words = told.text
            if told.landmark is not None:
                label = self.body.landmarks[told.landmark].label
                offsets = tuple(
                    Offset(
                        Named(
                            f"{each.direction.replace('_', ' ')} the {label}",
                            (own("landmark", told.landmark, label),),
                        ),
                        each.cm,
                    )
                    for each in told.offsets
                )
        region = self.region(place.region)
        part = region.named if finding.muscle is None else self.muscle(finding.muscle)
        return Site(
            id=site_id,
            patient=patient,
            words=words,
            parts=(Part(part, finding.laterality),),
            regions=region.named.terms,
            offsets=offsets,
            kind=kind,
        )

    def mark_site(self, mark: PainMark, site_id: str, patient: str) -> Site:
        """Where a pain lies: every region it covers a part of, and places inside."""
        inside = tuple(self.inside(each.site, each.laterality) for each in mark.inside)
        covered: tuple[Part, ...] = ()
        share: float | None = None
        try:
            area = mark.area(self.body)
        except BodyError:
            pass  # recorded on another figure; what was drawn goes along as it was
        else:
            covered = tuple(self.region(each) for each in area.by_region())
            share = round(100 * area.share, 3)
        parts = (*covered, *inside)
        words = "; ".join(part.named.text for part in parts) or "a place on the body"
        return Site(
            id=site_id,
            patient=patient,
            words=words,
            parts=parts,
            regions=tuple(term for part in covered for term in part.named.terms),
            share_percent=share,
        )
