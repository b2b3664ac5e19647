"""Sentences of the contract page that hold for the shipped entries."""

import json
from collections.abc import Iterator
from itertools import chain

from pydantic import BaseModel

from bodymap import files
from bodymap.atlas import Atlas, RegionKind
from bodymap.atlas.codings import ChoirSegment, MichiganCoding, WpiArea
from bodymap.atlas.compared import Compared, ComparedCell
from bodymap.atlas.criteria import Statement
from bodymap.atlas.editing.checking import cited_sources
from bodymap.atlas.facts import Fact, FactPage, FactsFile
from bodymap.atlas.fibromyalgia import (
    Acr2016,
    CriterionArm,
    GeneralisedPain,
    SymptomSeverityScale,
)
from bodymap.atlas.hazards import Hazard, Needling
from bodymap.atlas.muscles import Attachments, Frequency, Muscle, PointSymptom, TriggerPoint
from bodymap.atlas.place import ChartPlace, Place
from bodymap.atlas.red_flags import (
    AdviceLevel,
    RedFlag,
    RedFlagCue,
    RedFlagGroup,
    RedFlagsFile,
    RedFlagSign,
)
from bodymap.atlas.referral import DrawnStroke, DrawnZones, ReferralZone
from bodymap.atlas.regions import Codes, NamedRegion, SnomedCode, UberonTerm
from bodymap.atlas.sources import Source
from bodymap.atlas.topics import Drawing, LearnTopic, TopicPart, Word
from bodymap.atlas.treatments import (
    Claim,
    ClaimField,
    ClaimsFile,
    Correction,
    Duration,
    Effect,
    Finding,
    TreatmentOption,
)
from bodymap.body import Body


def test_every_muscle_is_described_in_every_way(atlas: Atlas) -> None:
    for muscle in atlas.muscles.values():
        assert muscle.symptoms, muscle.id
        assert muscle.often_mistaken_for, muscle.id
        assert muscle.activating_or_perpetuating, muscle.id
        assert muscle.needling.hazards, muscle.id


def test_every_pattern_with_zones_has_its_shape_in_words(atlas: Atlas) -> None:
    wordless = [id_ for id_, p in atlas.trigger_points.items() if p.zone_shape is None]
    assert wordless == ["pectoralis_major_arrhythmia"]
    assert [id_ for id_, p in atlas.trigger_points.items() if not p.referral.zones] == wordless


def test_every_muscle_and_trigger_point_is_cited(atlas: Atlas) -> None:
    for entry in chain(atlas.muscles.values(), atlas.trigger_points.values()):
        assert [source for source in entry.sources if source in atlas.sources], entry.id


def test_every_source_that_is_cited_exists(atlas: Atlas) -> None:
    cited = {
        source
        for entry in (*atlas.muscles.values(), *atlas.regions.values(), atlas.criteria)
        for _, source in cited_sources(entry)
    }
    assert cited - set(atlas.sources) == set()


def statements(value: BaseModel) -> Iterator[Statement]:
    if isinstance(value, Statement):
        yield value
    for name in type(value).model_fields:
        content = getattr(value, name)
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, BaseModel):
                yield from statements(item)


def test_every_statement_about_criteria_is_cited(atlas: Atlas) -> None:
    found = list(statements(atlas.criteria))
    assert len(found) == 53
    assert all(statement.sources for statement in found)


def test_checked_sources_are_among_the_sources(atlas: Atlas) -> None:
    for muscle in atlas.muscles.values():
        assert set(muscle.checked_against) <= set(muscle.sources), muscle.id
        assert (muscle.basis == "cross_checked") <= bool(muscle.checked_against), muscle.id


def test_every_site_is_one_of_the_figure_and_has_cells(atlas: Atlas, body: Body) -> None:
    assert set(atlas.sites) == set(body.sites)
    assert [site for site in atlas.sites if not body.site(site)] == []


def test_sites_have_the_same_sidedness_as_on_the_figure(atlas: Atlas, body: Body) -> None:
    differing = {
        id_: (site.laterality.value, body.sites[id_].laterality)
        for id_, site in atlas.sites.items()
        if body.sites[id_].laterality != site.laterality
    }
    assert differing == {}


def test_every_region_of_the_figure_belongs_to_a_group(atlas: Atlas, body: Body) -> None:
    groups = {region.group for region in body.regions.values()}
    assert groups <= {id_ for id_, r in atlas.regions.items() if r.kind is RegionKind.GROUP}


def test_codes_are_texts_of_digits(atlas: Atlas) -> None:
    snomed = [r.codes.snomed_ct.code for r in atlas.regions.values() if r.codes.snomed_ct]
    assert len(snomed) == 71
    assert all(code.isdigit() for code in snomed)


def test_no_stroke_travels_in_the_compiled_file() -> None:
    entries = json.loads(files.assets("atlas", "compiled", "atlas.json").read_bytes())
    drawn = [
        point["referral"].get("drawn", {})
        for muscle in entries["muscles"]
        for point in muscle["trigger_points"]
    ]
    assert all(set(d) <= {"made", "body_version"} for d in drawn)


def test_the_contract_page_names_every_field() -> None:
    page = files.assets("atlas", "README.md").read_text(encoding="utf-8")

    models = (
        Muscle,
        TriggerPoint,
        PointSymptom,
        Frequency,
        Attachments,
        Needling,
        Hazard,
        Place,
        ChartPlace,
        ReferralZone,
        DrawnZones,
        DrawnStroke,
        NamedRegion,
        Codes,
        SnomedCode,
        UberonTerm,
        Source,
        TreatmentOption,
        Claim,
        Effect,
        Duration,
        ClaimsFile,
        Compared,
        ComparedCell,
        Correction,
        LearnTopic,
        TopicPart,
        Word,
        RedFlagsFile,
        RedFlag,
        RedFlagCue,
        RedFlagSign,
        FactsFile,
        Fact,
        MichiganCoding,
        ChoirSegment,
        WpiArea,
        Acr2016,
        SymptomSeverityScale,
        CriterionArm,
        GeneralisedPain,
    )
    missing = [
        (model.__name__, name)
        for model in models
        for name in (field.alias or name for name, field in model.model_fields.items())
        if f"`{name}`" not in page and f"{name}:" not in page
    ]
    assert missing == []


def test_the_contract_page_names_every_word_of_a_choice() -> None:
    page = files.assets("atlas", "README.md").read_text(encoding="utf-8")
    choices = (ClaimField, Finding, AdviceLevel, RedFlagGroup, FactPage, Drawing)
    missing = [word.value for choice in choices for word in choice if f"`{word.value}`" not in page]
    assert missing == []
