"""The atlas needs no web, database, chart or picture library, and no YAML reader to open."""

import subprocess
import sys

import pytest

FORBIDDEN = ("streamlit", "sqlalchemy", "plotly", "PIL", "scipy", "shapely")

OPEN_WITHOUT = """
import importlib.abc, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {forbidden!r}:
            raise ImportError(name + " is not installed")

sys.meta_path.insert(0, Refuse())
{code}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "forbidden"),
    [
        (
            (
                "from bodymap.atlas import Atlas\n"
                "assert Atlas.load().muscles['infraspinatus'].trigger_points[0].referral.essential"
            ),
            (*FORBIDDEN, "yaml"),
        ),
        ("from bodymap.atlas.editing.checking import check\nassert check() == []", FORBIDDEN),
        (
            (
                "from bodymap.analysis.offered_muscles import offered_muscles\n"
                "from bodymap.atlas import Atlas\n"
                "from bodymap.atlas.muscle_layer import MuscleLayer\n"
                "from bodymap.body import Body\n"
                "assert offered_muscles(Atlas.load(), Body.load(), 0, layer=MuscleLayer.load())"
            ),
            (*FORBIDDEN, "yaml"),
        ),
        (
            (
                "from bodymap.analysis.red_flag_questions import questions_for\n"
                "from bodymap.atlas import Atlas\n"
                "assert questions_for(Atlas.load(), 'lower_back')"
            ),
            (*FORBIDDEN, "yaml"),
        ),
    ],
)
def test_it_runs_where_those_libraries_are_not_installed(
    code: str, forbidden: tuple[str, ...]
) -> None:
    script = OPEN_WITHOUT.format(forbidden=forbidden, code=code)
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
