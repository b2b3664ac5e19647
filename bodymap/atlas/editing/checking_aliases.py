"""Does every alias lead to something that there is, and does no complaint stand twice?"""

from collections.abc import Collection, Iterator

from bodymap.atlas.aliases import AliasesFile
from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile

_Named = tuple[tuple[str | int, ...], str, str]


def alias_problems(found: AtlasFiles) -> Iterator[Problem]:
    """Unknown ids in `aliases.yaml`, pages without a page, and what is said twice."""
    if found.aliases is None:
        return
    known: dict[str, Collection[str]] = {
        "muscle": found.muscle_ids | {each.value.id for each in found.muscles},
        "treatment": found.treatment_ids | {each.value.id for each in found.treatments},
        "topic": found.topic_ids | {each.value.id for each in found.topics},
        "group or site": {r.id for r in found.regions.value.regions} if found.regions else (),
    }
    for loc, kind, id_ in _named(found.aliases.value):
        if known[kind] and id_ not in known[kind]:
            yield found.aliases.problem(loc, dangling(kind, id_, known[kind]))
    yield from _twice(found.aliases)
    for number, page in enumerate(found.aliases.value.pages):
        if (page.treatment is None) == (page.topic is None):
            yield found.aliases.problem(("pages", number), "name either a treatment or a topic")


def _named(aliases: AliasesFile) -> Iterator[_Named]:
    for number, name in enumerate(aliases.names):
        yield ("names", number, "muscle"), "muscle", name.muscle
    for number, complaint in enumerate(aliases.complaints):
        for i, muscle in enumerate(complaint.muscles):
            yield ("complaints", number, "muscles", i), "muscle", muscle
        for i, place in enumerate(complaint.places):
            yield ("complaints", number, "places", i), "group or site", place
    for number, page in enumerate(aliases.pages):
        if page.treatment:
            yield ("pages", number, "treatment"), "treatment", page.treatment
        if page.topic:
            yield ("pages", number, "topic"), "topic", page.topic


def _twice(file: ReadFile[AliasesFile]) -> Iterator[Problem]:
    said: set[str] = set()
    for number, complaint in enumerate(file.value.complaints):
        for i, words in enumerate(complaint.said):
            if words.lower() in said:
                loc = ("complaints", number, "said", i)
                yield file.problem(loc, f"{words!r} is said twice")
            said.add(words.lower())
