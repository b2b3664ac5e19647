"""What the figure needs, and that its modules import one way."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import bodymap.body

SCRIPT = """
import sys
import bodymap.body

heavy = {"streamlit", "plotly", "PIL", "sqlalchemy", "pydantic", "scipy", "shapely", "yaml"}
print(sorted(heavy & set(sys.modules)))
"""
FOLDER = Path(bodymap.body.__file__).parent


def imported(module: Path) -> set[str]:
    """Modules of the package that one of them imports, also those for type checking alone."""
    froms = [n for n in ast.walk(ast.parse(module.read_text())) if isinstance(n, ast.ImportFrom)]
    of_package = {a.name for n in froms if n.module == "bodymap.body" for a in n.names}
    below = {n.module.split(".")[2] for n in froms if (n.module or "").startswith("bodymap.body.")}
    return of_package | below


def test_the_body_needs_numpy_alone() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )

    assert result.stdout == "[]\n"


def test_its_modules_import_one_way_and_none_knows_the_front_door() -> None:
    graph = {m.stem: imported(m) for m in FOLDER.glob("*.py") if m.stem != "__init__"}

    order = list(TopologicalSorter(graph).static_order())

    assert set(order) == set(graph)
    assert [name for name, needs in graph.items() if "body" in needs] == []
    assert order.index("figure") < order.index("area") < order.index("body")
