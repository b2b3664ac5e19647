import subprocess
import sys

SCRIPT = """
import sys
import bodymap.body

heavy = {"streamlit", "plotly", "PIL", "sqlalchemy", "pydantic", "scipy", "shapely", "yaml"}
print(sorted(heavy & set(sys.modules)))
"""


def test_the_body_needs_numpy_alone() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )

    assert result.stdout == "[]\n"
