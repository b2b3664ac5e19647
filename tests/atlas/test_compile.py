"""What the YAML files give is what is shipped compiled."""

from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from bodymap import files
from bodymap.atlas import LateralityRule
from bodymap.atlas.editing.yaml_files import read_folder
from bodymap.atlas.pattern_areas import pattern_areas
from bodymap.atlas.referral import (
    DrawnStroke,
    DrawnZones,
    EssentialZone,
    Extent,
    ReferralPattern,
)
from bodymap.body import Body
from tools.atlas.compile import (
    ENTRIES,
    ZONES,
    AtlasHasProblems,
    compile_atlas,
    main,
    same_arrays,
    zone_arrays,
)

pytestmark = pytest.mark.slow


def test_the_shipped_files_are_what_the_yaml_files_give(shipped: Path, body: Body) -> None:
    entries, arrays = compile_atlas(shipped, body)
    assert (files.assets("atlas", "compiled") / ENTRIES).read_bytes() == entries
    assert same_arrays(files.assets("atlas", "compiled") / ZONES, arrays)


def test_compiling_twice_gives_the_same(copy: Path, body: Body) -> None:
    first, second = compile_atlas(copy, body), compile_atlas(copy, body)
    assert first[0] == second[0]
    assert all(np.array_equal(first[1][name], second[1][name]) for name in first[1])


def test_checking_says_that_the_compiled_atlas_is_current(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, body: Body
) -> None:
    monkeypatch.setattr(Body, "load", lambda: body)  # what lies on this one is known already
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == "The compiled atlas is current.\n"


def test_a_corrected_word_makes_the_compiled_atlas_out_of_date(copy: Path, body: Body) -> None:
    path = copy / "muscles" / "infraspinatus.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Reaching back", "Reaching behind"))
    entries, _ = compile_atlas(copy, body)
    assert (files.assets("atlas", "compiled") / ENTRIES).read_bytes() != entries


def test_a_changed_cell_makes_the_compiled_atlas_out_of_date(shipped: Path, body: Body) -> None:
    _, arrays = compile_atlas(shipped, body)
    arrays["essential_cells"][0] += 1
    assert not same_arrays(files.assets("atlas", "compiled") / ZONES, arrays)


def test_files_with_problems_are_not_compiled(copy: Path, body: Body) -> None:
    (copy / "hazards.yaml").unlink()
    with pytest.raises(AtlasHasProblems, match="the file cannot be read"):
        compile_atlas(copy, body)


def test_muscles_are_in_alphabetical_order_whatever_the_file_system_says(
    shipped: Path, body: Body
) -> None:
    muscles = [file.value for file in read_folder(shipped).muscles]
    ids = zone_arrays(sorted(muscles, key=lambda m: m.id), body)["trigger_points"].tolist()
    assert ids == [
        point.id for m in sorted(muscles, key=lambda m: m.id) for point in m.trigger_points
    ]


def pattern(drawn: DrawnZones | None = None) -> ReferralPattern:
    return ReferralPattern(
        essential=(EssentialZone(site="shoulder_front", laterality=LateralityRule.IPSILATERAL),),
        spillover=(),
        drawn=drawn,
    )


def brush(kind: Literal["brush", "erase"], *points: tuple[float, float]) -> DrawnStroke:
    return DrawnStroke(view="front", kind=kind, points=points, radius=12.0)


def test_a_drawn_extent_stands_in_for_its_sites(body: Body) -> None:
    track = [(200.0, 240.0), (200.0, 300.0)]
    drawn = DrawnZones(made="by_hand", body_version="1", essential=(brush("brush", *track),))
    assert pattern_areas(pattern(drawn), body)[Extent.ESSENTIAL] == body.paint("front", [track], 12)


def test_an_extent_that_is_not_drawn_keeps_its_sites(body: Body) -> None:
    drawn = DrawnZones(
        made="by_hand", body_version="1", spillover=(brush("brush", (200.0, 240.0)),)
    )
    areas = pattern_areas(pattern(drawn), body)
    assert areas[Extent.ESSENTIAL] == pattern_areas(pattern(), body)[Extent.ESSENTIAL]
    assert len(areas[Extent.SPILLOVER] | areas[Extent.ESSENTIAL]) >= len(areas[Extent.ESSENTIAL])


def test_an_eraser_takes_away_what_was_drawn_before_it(body: Body) -> None:
    track = [(200.0, 240.0), (200.0, 300.0)]
    strokes = (brush("brush", *track), brush("erase", *track))
    drawn = DrawnZones(made="by_hand", body_version="1", essential=strokes)
    assert len(pattern_areas(pattern(drawn), body)[Extent.ESSENTIAL]) == 0
