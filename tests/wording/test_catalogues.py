"""Catalogues are whole: compiled as they are, with all that is used, in every language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bodymap.body import Body
from bodymap.body.phrases import area_name
from bodymap.wording import ENGLISH, LANGUAGES, words_in
from bodymap.wording.places import place_key, place_name
from tests import shipped
from tools import wording

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "bodymap" / "canvas" / "frontend"
ENGLISH_ONLY = frozenset({"asking.ftl", "handing.ftl"})
"""Files of rooms that are not translated yet."""
NAMED_BY_VALUES = ("nav-", "view-", "place-", "part-", "side-", "inset-", "canvas-tool-", "link-")
"""Beginnings of ids that are put together from ids of what they name."""
OWN = ("side-", "search-")
"""How ids begin that a language may have for itself."""
SUFFIXES = ("-which", "-do", "-for", "-chosen")
OTHERS = [code for code in LANGUAGES if code != ENGLISH]


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, object]]:
    return {code: wording.read_language(wording.CATALOGUES / code) for code in LANGUAGES}


def english_files() -> dict[str, dict[str, object]]:
    folder = wording.CATALOGUES / ENGLISH
    return {path.name: dict(wording._messages(path)) for path in folder.glob("*.ftl")}


def sources() -> str:
    paths = [*(ROOT / "bodymap").rglob("*.py"), *FRONTEND.glob("*.js")]
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_what_the_program_reads_is_made_from_the_catalogues() -> None:
    old = [path for path, text in wording.made().items() if path.read_text("utf-8") != text]

    assert old == [], "run python -m tools.wording"


def test_a_mistake_in_a_catalogue_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.ftl").write_text("fine = Fine\nbroken = { $count -> [one] One }\n", "utf-8")
    with pytest.raises(wording.Mistake, match=r"one\.ftl:2: "):
        wording.read_language(tmp_path)

    (tmp_path / "one.ftl").write_text("fine = { NUMBER($count) }\n", "utf-8")
    with pytest.raises(wording.Mistake, match="fine: FunctionReference"):
        wording.read_language(tmp_path)

    (tmp_path / "one.ftl").write_text("fine = Fine\n", "utf-8")
    (tmp_path / "two.ftl").write_text("fine = Fine\n", "utf-8")
    with pytest.raises(wording.Mistake, match="fine stands twice"):
        wording.read_language(tmp_path)


def asked_for() -> Iterator[str]:
    """Ids that stand as a text in a call that says something."""
    for path in (ROOT / "bodymap").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            speaks = ast.unparse(node.func) in {"say", "words", "words()", "words_in()"}
            first = node.args[0]
            if speaks and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value
    for path in FRONTEND.glob("*.js"):
        yield from re.findall(r'\bsay\("([\w.-]+)"', path.read_text("utf-8"))


def test_every_sentence_that_is_asked_for_is_there(read: dict[str, dict[str, object]]) -> None:
    asked = {message for message in asked_for() if not message.startswith(OWN)}

    assert len(asked) > 150
    assert asked - read[ENGLISH].keys() == set()


def test_no_sentence_is_unused(read: dict[str, dict[str, object]]) -> None:
    code = sources()
    messages = {message.partition(".")[0] for message in read[ENGLISH]}

    def is_used(message: str) -> bool:
        names = [message, *(message.removesuffix(end) for end in SUFFIXES)]
        return any(re.search(rf"[\"'`]{name}[\"'`.{{]", code) for name in names)

    unused = {each for each in messages if not is_used(each)}
    assert {each for each in unused if not each.startswith(NAMED_BY_VALUES)} == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_says_all_that_english_says_with_the_same_values(
    code: str, read: dict[str, dict[str, object]]
) -> None:
    there = {
        message: pattern
        for name, patterns in english_files().items()
        if name not in ENGLISH_ONLY
        for message, pattern in patterns.items()
    }
    own = read[code]
    forms = {name for name in own if name.startswith(OWN) or name.endswith(".sided")}

    assert there.keys() - own.keys() == set()
    assert own.keys() - read[ENGLISH].keys() - forms == set()
    different = [
        message
        for message, pattern in there.items()
        if wording.variables(pattern) != wording.variables(own[message])
        and not message.startswith("part-")
    ]
    assert different == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_place_uses_no_form_of_a_side_that_the_language_has_not(
    code: str, read: dict[str, dict[str, object]]
) -> None:
    own = read[code]
    left, right = (words_in(code).forms(f"side-{side}").keys() for side in ("left", "right"))
    used = {
        form
        for message, pattern in own.items()
        if message.endswith(".sided")
        for form in wording.variables(pattern)
    }

    assert left == right
    assert used - left - {"side"} == set()


def test_every_place_of_the_figure_has_its_name_and_english_says_it_as_the_figure_does(
    body: Body,
) -> None:
    labels = {region.plain_label for region in body.regions.values()}
    labels |= {site.plain_label for site in body.sites.values() if site.plain_label}
    english = words_in()

    for label in labels:
        assert english.begun(place_name(label, english)) == label
        for code in OTHERS:
            assert words_in(code).has_own(place_key(label)), label
    parts = {f"part-{area_name(region).replace(' ', '-')}" for region in body.regions.values()}
    assert [part for part in parts if not english.has_own(part)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_question_for_safety_is_translated_from_the_words_it_has_now(code: str) -> None:
    atlas = shipped.atlas()
    asked = {f"advice_{level.value}": text for level, text in atlas.advice.items()}
    asked |= {f"cue_{cue.id}": cue.words for cue in atlas.cues.values()}
    asked |= {sign.id: sign.words for flag in atlas.red_flags.values() for sign in flag.asked}
    known = wording.made()[wording.CATALOGUES / "compiled" / "red_flags.json"]
    translated = wording.json.loads(known)

    assert translated.keys() == asked.keys()
    for key, text in asked.items():
        assert translated[key][ENGLISH] == text
        own = translated[key][code]
        assert re.findall(r"\{\w+\}", own) == re.findall(r"\{\w+\}", text), key
