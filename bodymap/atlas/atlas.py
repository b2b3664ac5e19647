"""The atlas as the program uses it: read once from its compiled form, never changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self
from zipfile import BadZipFile

from pydantic import ValidationError

from bodymap import files
from bodymap.atlas.aliases import AliasesFile
from bodymap.atlas.base import Certainty, Entry, SourceKind
from bodymap.atlas.catalogue import Catalogue
from bodymap.atlas.codings import Codings
from bodymap.atlas.criteria import CriteriaFile
from bodymap.atlas.facts import Fact, FactKind, FactPage, FactsFile
from bodymap.atlas.fibromyalgia import Acr2016
from bodymap.atlas.hazards import Hazard, HazardsFile
from bodymap.atlas.muscles import Muscle, TriggerPoint
from bodymap.atlas.red_flags import AdviceLevel, RedFlag, RedFlagCue, RedFlagsFile
from bodymap.atlas.regions import NamedRegion, RegionKind, RegionsFile
from bodymap.atlas.sources import Source, SourcesFile
from bodymap.atlas.topics import LearnTopic, Word, WordsFile
from bodymap.atlas.treatments import Claim, ClaimsFile, Correction, StatedText, TreatmentOption
from bodymap.atlas.zones import BodyInUse, Cells, PatternZones, ZoneTable
from bodymap.body import Figure
from bodymap.errors import UnreadableAtlas


class CompiledAtlas(Entry):
    """`compiled/atlas.json`: every YAML file of the atlas in one."""

    schema_version: Literal[1]
    body_version: str
    muscles: tuple[Muscle, ...]
    regions: RegionsFile
    hazards: HazardsFile
    criteria: CriteriaFile
    sources: SourcesFile
    treatments: tuple[TreatmentOption, ...]
    claims: ClaimsFile
    topics: tuple[LearnTopic, ...]
    words: WordsFile
    red_flags: RedFlagsFile
    facts: FactsFile
    codings: Codings
    acr_2016: Acr2016
    aliases: AliasesFile


@dataclass(frozen=True, eq=False)
class Atlas:
    """What the literature says about muscles, where they refer, and what can be done.

    Attributes:
        muscles: By id, in alphabetical order.
        trigger_points: By id, over all muscles.
        regions: Groups and sites by id, in the order of `regions.yaml`.
        sites: Only those that can be chosen.
        groups: Only the headings.
        hazards: What a needle could injure, by id.
        hazard_sources: Works the hazards rest on.
        hazard_certainty: Of the hazards.
        sources: Works cited, by id.
        criteria: Criteria, definitions, reliability and thresholds.
        treatments: By id, in alphabetical order.
        claims: Claims about treatments by id, over all treatments.
        corrections: What is set right, by id.
        topics: Pages to learn from by id, in the order they are read.
        words: Words that need explaining, by id.
        red_flags: Questions that stand in front of self-care and treatment, by id.
        cues: Words that stand for several of those questions, by id.
        facts: What clinic pages say, by id.
        codings: Published codes of places.
        acr_2016: The 2016 criteria for fibromyalgia.
        aliases: What people type to find something.
        claim_kinds: What each kind of claim means.
        fact_kinds: What each kind of fact means.
        advice: What a yes to a red flag asks for, by level.
        red_flag_accuracy: How far such questions can be relied on.
        place_cells: `(n,)` uint16, cell of each trigger point on the patient's right, in the order
            of `trigger_points`.
        body_version: Version of the figure that all cells belong to.
    """

    muscles: Catalogue[Muscle]
    trigger_points: Catalogue[TriggerPoint]
    regions: Catalogue[NamedRegion]
    sites: Catalogue[NamedRegion]
    groups: Catalogue[NamedRegion]
    hazards: Catalogue[Hazard]
    hazard_sources: tuple[str, ...]
    hazard_certainty: Certainty
    sources: Catalogue[Source]
    criteria: CriteriaFile
    treatments: Catalogue[TreatmentOption]
    claims: Catalogue[Claim]
    corrections: Catalogue[Correction]
    topics: Catalogue[LearnTopic]
    words: Catalogue[Word]
    red_flags: Catalogue[RedFlag]
    cues: Catalogue[RedFlagCue]
    facts: Catalogue[Fact]
    codings: Codings
    acr_2016: Acr2016
    aliases: AliasesFile
    claim_kinds: dict[SourceKind, str]
    fact_kinds: dict[FactKind, str]
    advice: dict[AdviceLevel, str]
    red_flag_accuracy: StatedText
    place_cells: Cells
    body_version: str
    _muscle_ids: dict[str, str]
    _rows: dict[str, int]

    @classmethod
    def load(cls, folder: Path | None = None, *, body: Figure | None = None) -> Self:
        """Read the compiled atlas (two files; nothing is written).

        Args:
            folder: Folder with `atlas.json` and `zones.npz`; the shipped one when left out.
            body: Figure that `referral.essential` and `.spillover` lie on. Left out, the neutral
                figure is opened when the first area is asked for.

        Raises:
            UnreadableAtlas: A file is missing or damaged.
        """
        folder = folder or files.assets("atlas", "compiled")
        entries = _read_entries(folder / "atlas.json")
        table = _read_zones(folder / "zones.npz", BodyInUse(body))
        points = [point for muscle in entries.muscles for point in muscle.trigger_points]
        if table.trigger_points != tuple(point.id for point in points):
            reason = "its trigger points differ from those of atlas.json"
            raise UnreadableAtlas(folder / "zones.npz", reason)
        for row, point in enumerate(points):
            point.referral._cells = PatternZones(table, row)  # noqa: SLF001 - the one who binds
        regions = entries.regions.regions
        return cls(
            muscles=Catalogue("muscle", entries.muscles),
            trigger_points=Catalogue("trigger point", points),
            regions=Catalogue("region", regions),
            sites=Catalogue("site", [r for r in regions if r.kind is RegionKind.LEAF]),
            groups=Catalogue("group", [r for r in regions if r.kind is RegionKind.GROUP]),
            hazards=Catalogue("hazard", entries.hazards.hazards),
            hazard_sources=entries.hazards.sources,
            hazard_certainty=entries.hazards.certainty,
            sources=Catalogue("source", entries.sources.sources),
            criteria=entries.criteria,
            treatments=Catalogue("treatment", entries.treatments),
            claims=Catalogue("claim", [c for t in entries.treatments for c in t.claims]),
            corrections=Catalogue("correction", entries.claims.corrections),
            topics=Catalogue("topic", entries.topics),
            words=Catalogue("word", entries.words.words),
            red_flags=Catalogue("red flag", entries.red_flags.red_flags),
            cues=Catalogue("cue", entries.red_flags.cues),
            facts=Catalogue("fact", entries.facts.facts),
            codings=entries.codings,
            acr_2016=entries.acr_2016,
            aliases=entries.aliases,
            claim_kinds=entries.claims.kinds,
            fact_kinds=entries.facts.kinds,
            advice=entries.red_flags.advice_levels,
            red_flag_accuracy=entries.red_flags.accuracy,
            place_cells=table.place_cells,
            body_version=table.body_version,
            _muscle_ids={p.id: m.id for m in entries.muscles for p in m.trigger_points},
            _rows={point.id: row for row, point in enumerate(points)},
        )

    def muscle_of(self, trigger_point_id: str) -> Muscle:
        """The muscle a trigger point belongs to; raises `UnknownEntry` for an unknown id."""
        return self.muscles[self._muscle_ids[self.trigger_points[trigger_point_id].id]]

    def place_cell(self, trigger_point_id: str) -> int:
        """Cell of a trigger point of a muscle on the patient's right; raises `UnknownEntry`.

        The left one is the body's mirror cell.
        """
        return int(self.place_cells[self._rows[self.trigger_points[trigger_point_id].id]])

    def group_of(self, region_id: str) -> NamedRegion:
        """The outermost group that a site or group lies in; raises `UnknownEntry`."""
        region = self.regions[region_id]
        while region.parent is not None:
            region = self.regions[region.parent]
        return region

    def facts_at(self, place: str) -> tuple[Fact, ...]:
        """Facts that can be read at a place (a `FactPage`, or `treatment:` and an id), in order."""
        return tuple(fact for fact in self.facts.values() if place in fact.app_location)

    def facts_about(self, region_id: str) -> tuple[Fact, ...]:
        """Facts read at a part of the body, or at one around it; raises `UnknownEntry`."""
        around = {region_id, self.group_of(region_id).id}
        return tuple(f for f in self.facts_at(FactPage.REGION_PAGES) if around & set(f.regions))

    def correction_of(self, fact_id: str) -> Correction | None:
        """What sets a fact right, where it is wrong; raises `UnknownEntry` for an unknown id."""
        wrong = self.facts[fact_id].id
        return next((c for c in self.corrections.values() if c.fact_id == wrong), None)


def _read_entries(path: Path) -> CompiledAtlas:
    try:
        return CompiledAtlas.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableAtlas(path, error.strerror or "it cannot be opened") from error
    except ValidationError as error:
        reason = f"it has {error.error_count()} entries that are not valid"
        raise UnreadableAtlas(path, reason) from error


def _read_zones(path: Path, in_use: BodyInUse) -> ZoneTable:
    try:
        return ZoneTable.read(path, in_use)
    except FileNotFoundError as error:
        raise UnreadableAtlas(path, "no such file") from error
    except (OSError, KeyError, ValueError, EOFError, BadZipFile) as error:
        raise UnreadableAtlas(path, "it is not a valid array file") from error
