"""List what the atlas says otherwise than before: `python -m tools.atlas.changes REVISION`.

Compares the YAML files with those of a revision and writes `docs/atlas-changes.md`: every pattern,
place and statement that is new, gone or changed, by the id that records point to. A new drawing of
the same places is named apart, since it changes a picture and no words.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeGuard

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = "assets/atlas"
OUT: Final = ROOT / "docs" / "atlas-changes.md"
_WORDS: Final = {
    "zone_shape": "words of the zones",
    "surface_place": "place",
    "place": "the mark moved",
}
_LEFT_OUT: Final = frozenset({f"{FOLDER}/sources.yaml", f"{FOLDER}/muscle_shapes.yaml"})
"""What supports or pictures a statement and states nothing of a person."""
_INTRO: Final = """# What the atlas says otherwise than in 0.1

Every pattern, place and statement of the atlas that changed since 0.1, made by
`python -m tools.atlas.changes {since}`. No id was renamed or used again, and records that point to
one keep it. Zones are named by their sites; *essential* is felt by nearly everyone with the trigger
point, *wider* by some. A field that is named was written anew, in its meaning or only in plainer
words.
"""

Entry = Mapping[str, Any]


def _files(revision: str | None) -> dict[str, Any]:
    """YAML files of the atlas by path, as they were or as they are."""
    if revision is None:
        paths = sorted((ROOT / FOLDER).rglob("*.yaml"))
        texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    else:
        names = _git("ls-tree", "-r", "--name-only", revision, FOLDER).splitlines()
        yamls = [name for name in names if name.endswith(".yaml")]
        texts = {name: _git("show", f"{revision}:{name}") for name in yamls}
    return {name: yaml.load(text, yaml.CSafeLoader) for name, text in texts.items()}


def _git(*asked: str) -> str:
    return subprocess.run(
        ["git", *asked], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def _entries(held: object, above: str = "") -> Iterator[tuple[str, Entry]]:
    """Everything with an id, and what it says itself; ids of what lies within it are its own."""
    if isinstance(held, Mapping):
        own = held.get("id")
        name = str(own) if own is not None else above
        if own is not None or not above:
            yield name, {key: each for key, each in held.items() if not _holds_entries(each)}
        for key, each in held.items():
            yield from _entries(each, name or str(key))
    elif isinstance(held, list):
        for each in held:
            yield from _entries(each, above)


def _holds_entries(held: object) -> bool:
    return isinstance(held, list) and any(isinstance(e, Mapping) and "id" in e for e in held)


def _zones(point: Entry, extent: str) -> set[str]:
    said = {"ipsilateral": "", "midline": ""}
    return {
        zone["site"] + said.get(zone["laterality"], f" ({zone['laterality']})")
        for zone in point["referral"].get(extent, [])
    }


def _of_zones(before: Entry, now: Entry) -> Iterator[str]:
    for extent, name in (("essential", "essential"), ("spillover", "wider")):
        old, new = _zones(before, extent), _zones(now, extent)
        if new - old:
            yield f"{name} now also {', '.join(sorted(new - old))}"
        if old - new:
            yield f"{name} no longer {', '.join(sorted(old - new))}"
    not_pain = now["referral"].get("instead_of_pain")
    if not_pain != before["referral"].get("instead_of_pain"):
        yield f"not pain but {not_pain}"


def _changed(before: Entry, now: Entry) -> list[str]:
    """What is said otherwise of one entry, apart from a drawing."""
    told = list(_of_zones(before, now)) if "referral" in before and "referral" in now else []
    fields = [key for key in (*before, *now) if before.get(key) != now.get(key)]
    for key in dict.fromkeys(fields):
        if key not in {"referral", "id"}:
            told.append(_field(key, before.get(key), now.get(key)))
    return told


def _field(key: str, before: object, now: object) -> str:
    """A field with what it said and says, where that is text."""
    name = _WORDS.get(key, key.replace("_", " "))
    if isinstance(before, str) and isinstance(now, str):
        return f"{name}, before: {_text(before)}, now: {_text(now)}"
    if _is_texts(before) and _is_texts(now):
        gone = [_text(text) for text in before if text not in now]
        come = [_text(text) for text in now if text not in before]
        parts = ([f"without {', '.join(gone)}"] if gone else []) + (
            [f"with {', '.join(come)}"] if come else []
        )
        return f"{name} {' and '.join(parts) or 'in another order'}"
    return name


def _is_texts(held: object) -> TypeGuard[list[str]]:
    return isinstance(held, list) and all(isinstance(each, str) for each in held)


def _text(text: str) -> str:
    """A text in quotation marks, as one line that is no markup."""
    return f'"{" ".join(text.split())}"'.replace("|", "/").replace("*", "")


def _drawn(point: Entry) -> object:
    drawn = point.get("referral", {}).get("drawn")
    return drawn and {key: drawn.get(key) for key in ("essential", "spillover")}


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The lines of the page, below its introduction."""
    lines: list[str] = []
    redrawn: list[str] = []
    for path in sorted({*before, *now} - _LEFT_OUT):
        old, new = (dict(_entries(files.get(path))) for files in (before, now))
        told = []
        for name in dict.fromkeys((*old, *new)):
            if name not in old:
                told.append(f"- `{name or 'the whole file'}`: new")
            elif name not in new:
                told.append(f"- `{name}`: no longer said")
            else:
                said = _changed(old[name], new[name])
                if said:
                    told.append(f"- `{name or 'the whole file'}`: {'; '.join(said)}")
                elif _drawn(old[name]) != _drawn(new[name]):
                    redrawn.append(name)
        if told:
            lines += ["", f"### {path.removeprefix(f'{FOLDER}/').removesuffix('.yaml')}", "", *told]
    if redrawn:
        lines += ["", "## Drawn anew, with the same places and words", ""]
        lines.append(", ".join(f"`{name}`" for name in redrawn))
    return lines


def main() -> None:
    """Write the page."""
    (since,) = sys.argv[1:]
    lines = changes(_files(since), _files(None))
    OUT.write_text(_INTRO.format(since=since) + "\n".join(lines) + "\n", "utf-8")
    print(f"{OUT.name}: {sum(line.startswith('- ') for line in lines)} entries")


if __name__ == "__main__":
    main()
