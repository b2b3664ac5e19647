"""What topics, and the facts that are read on them, say about each other."""

from collections.abc import Iterator

from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem
from bodymap.atlas.facts import FactPage
from bodymap.atlas.regions import RegionKind
from bodymap.atlas.topics import LEARNT_FACTS


def topic_problems(found: AtlasFiles) -> Iterator[Problem]:
    """Topics that lead nowhere or stand at one place, and facts that no topic or part shows."""
    yield from _ways(found)
    yield from _places(found)
    yield from _fact_pages(found)
    yield from _parts_of_the_body(found)


def _ways(found: AtlasFiles) -> Iterator[Problem]:
    for file in found.topics:
        for number, topic in enumerate(file.value.see):
            if topic not in found.topic_ids:
                yield file.problem(("see", number), dangling("topic", topic, found.topic_ids))


def _places(found: AtlasFiles) -> Iterator[Problem]:
    taken: dict[int, str] = {}
    for file in found.topics:
        place = file.value.place
        if place in taken:
            message = f"place {place} is already taken by {taken[place]!r}; give each its own"
            yield file.problem(("place",), message)
        taken.setdefault(place, file.value.id)


def _fact_pages(found: AtlasFiles) -> Iterator[Problem]:
    shown: dict[FactPage, str] = {}
    for file in found.topics:
        for number, page in enumerate(file.value.facts_of):
            if page not in LEARNT_FACTS:
                allowed = ", ".join(LEARNT_FACTS)
                message = f"the facts of {page.value!r} are not read on a topic; allowed: {allowed}"
                yield file.problem(("facts_of", number), message)
            elif page in shown:
                message = f"the facts of {page.value!r} are read on {shown[page]!r} already"
                yield file.problem(("facts_of", number), message)
            shown.setdefault(page, file.value.id)
    if len(found.topics) < len(found.topic_ids):
        return  # the one that could not be read may name the missing page
    for page in LEARNT_FACTS:
        if page not in shown:
            message = f"no topic names {page.value!r} in 'facts_of', so its facts cannot be read"
            yield Problem("learn", 1, message)


def _parts_of_the_body(found: AtlasFiles) -> Iterator[Problem]:
    regions = found.regions.value.regions if found.regions else ()
    groups = {region.id for region in regions if region.kind is RegionKind.GROUP}
    for place, fact in enumerate(found.facts.value.facts if found.facts else ()):
        assert found.facts is not None  # noqa: S101 - for the type checker; there are facts
        if FactPage.REGION_PAGES in fact.app_location and not fact.regions:
            message = "name in 'regions' the parts of the body at which it is read"
            yield found.facts.problem(("facts", place, "app_location"), message)
        for number, region in enumerate(fact.regions):
            if groups and region not in groups:
                loc = ("facts", place, "regions", number)
                yield found.facts.problem(loc, dangling("group", region, groups))
