"""Compile the atlas: YAML files in, one JSON file and one array file out.

`python -m tools.atlas.compile` writes `assets/atlas/compiled/`; with `--check` it writes nothing
and says whether what is there is what the YAML files give.
"""

import argparse
import io
import json
import sys
from pathlib import Path

import numpy as np

from bodymap import files
from bodymap.atlas.atlas import CompiledAtlas
from bodymap.atlas.codings import Codings
from bodymap.atlas.editing.checking import problems_of
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, read_folder
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.pattern_areas import local_area, pattern_areas, place_cell
from bodymap.atlas.placing import skin_of
from bodymap.atlas.referral import Extent
from bodymap.body import Body

ENTRIES, ZONES = "atlas.json", "zones.npz"


class AtlasHasProblems(Exception):
    """The YAML files are not right; nothing was compiled."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def compile_atlas(folder: Path, body: Body) -> tuple[bytes, dict[str, np.ndarray]]:
    """Content of both compiled files.

    Args:
        folder: Folder with `muscles/`, `treatments/`, `regions.yaml` and the others.
        body: The neutral figure.

    Returns:
        The JSON file, and the arrays of the array file by name.

    Raises:
        AtlasHasProblems: `bodymap check` would not pass.
    """
    found = read_folder(folder)
    problems = problems_of(found, body)
    if problems:
        raise AtlasHasProblems(problems)
    muscles = sorted((file.value for file in found.muscles), key=lambda muscle: muscle.id)
    return entries_json(found, muscles, body.version), zone_arrays(muscles, body)


def entries_json(found: AtlasFiles, muscles: list[Muscle], body_version: str) -> bytes:
    """All entries as one JSON text; strokes are left out, since their cells are kept."""
    assert found.regions and found.hazards and found.sources and found.criteria  # noqa: S101, PT018 - checked before
    assert found.claims and found.red_flags and found.facts and found.acr_2016  # noqa: S101, PT018 - checked before
    assert found.words and found.aliases  # noqa: S101, PT018 - checked before
    atlas = CompiledAtlas(
        schema_version=1,
        body_version=body_version,
        muscles=tuple(muscles),
        regions=found.regions.value,
        hazards=found.hazards.value,
        criteria=found.criteria.value,
        sources=found.sources.value,
        treatments=tuple(sorted((f.value for f in found.treatments), key=lambda entry: entry.id)),
        claims=found.claims.value,
        topics=tuple(sorted((f.value for f in found.topics), key=lambda entry: entry.place)),
        words=found.words.value,
        red_flags=found.red_flags.value,
        facts=found.facts.value,
        codings=Codings.model_validate({n: file.value for n, file in found.codings.items()}),
        acr_2016=found.acr_2016.value,
        aliases=found.aliases.value,
    )
    plain = atlas.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for muscle in plain["muscles"]:
        for point in muscle["trigger_points"]:
            for extent in Extent:
                point["referral"].get("drawn", {}).pop(extent.value, None)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def zone_arrays(muscles: list[Muscle], body: Body) -> dict[str, np.ndarray]:
    """Cells of every pattern and place, rows in the order of the trigger points."""
    points = [point for muscle in muscles for point in muscle.trigger_points]
    skin = skin_of(body)
    areas = [pattern_areas(point.referral, body) for point in points]
    arrays = {
        "body_version": np.array(body.version),
        "trigger_points": np.array([point.id for point in points]),
        "place_cells": np.array([place_cell(point, body, skin) for point in points], np.uint16),
    }
    zones = {extent.value: [area[extent] for area in areas] for extent in Extent}
    zones["local"] = [
        local_area(point, cell, body)
        for point, cell in zip(points, arrays["place_cells"].tolist(), strict=True)
    ]
    for name, of_points in zones.items():
        rows = [np.sort(np.asarray(area.cells, np.uint16)) for area in of_points]
        ends = np.cumsum([0, *(row.size for row in rows)])
        arrays[f"{name}_starts"] = ends.astype(np.uint32)
        arrays[f"{name}_cells"] = np.concatenate(rows)
    return arrays


def same_arrays(path: Path, arrays: dict[str, np.ndarray]) -> bool:
    """Whether an array file holds exactly these arrays (bytes may differ with the compressor)."""
    with np.load(path, allow_pickle=False) as kept:
        return set(kept.files) == set(arrays) and all(
            kept[name].dtype == array.dtype and np.array_equal(kept[name], array)
            for name, array in arrays.items()
        )


def main(argv: list[str] | None = None) -> int:
    """Compile, or compare; 0 when all is well, 1 when the files differ, 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.atlas.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    check_only = parser.parse_args(argv).check
    folder = files.assets("atlas")
    try:
        entries, arrays = compile_atlas(folder, Body.load())
    except AtlasHasProblems as error:
        print(error, file=sys.stderr)
        return 2
    compiled = folder / "compiled"
    if check_only:
        same = (compiled / ENTRIES).read_bytes() == entries
        same = same and same_arrays(compiled / ZONES, arrays)
        print("The compiled atlas is current." if same else "The compiled atlas is out of date.")
        return 0 if same else 1
    compiled.mkdir(exist_ok=True)
    (compiled / ENTRIES).write_bytes(entries)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type] # a name is not a keyword of it
    (compiled / ZONES).write_bytes(buffer.getvalue())
    print(f"{ENTRIES}: {len(entries):,} bytes; {ZONES}: {buffer.tell():,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
