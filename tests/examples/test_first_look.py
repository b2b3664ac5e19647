"""The example notebook runs as it is, and says what the terminal says."""

import ast
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from bodymap.cli import main

pytestmark = pytest.mark.slow

NOTEBOOK = Path(__file__).parents[2] / "examples" / "first_look.ipynb"


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("notebook")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    # the kernel must not read or write the settings of whoever runs the tests
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(NOTEBOOK.parents[1]))
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(folder / name.lower()))
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
        )
        return client.execute()


def outputs(ran: Any, kind: str) -> list[str]:
    return [
        output["data"][kind]
        for cell in ran.cells
        for output in cell.get("outputs", ())
        if kind in output.get("data", {})
    ]


def test_every_cell_runs(ran: Any) -> None:
    cells = [cell for cell in ran.cells if cell.cell_type == "code"]

    assert len(cells) > 8
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))


def test_areas_show_themselves_as_pictures(ran: Any) -> None:
    pictures = outputs(ran, "image/svg+xml")

    assert len(pictures) == 2
    assert all(picture.startswith("<svg") for picture in pictures)


def test_the_ranking_is_that_of_the_terminal(ran: Any, capsys: pytest.CaptureFixture[str]) -> None:
    cell = next(c for c in ran.cells if "ranking" in c.metadata.get("tags", ()))
    main(["lookup", "head_temple", "neck_side", "--side", "left", "--json"])

    told = json.loads(capsys.readouterr().out)["candidates"]
    assert ast.literal_eval(cell.outputs[0]["data"]["text/plain"]) == [
        (row["muscle"], row["trigger_point"]) for row in told
    ]


def test_the_notebook_is_kept_without_its_outputs() -> None:
    kept = json.loads(NOTEBOOK.read_text("utf-8"))

    assert all(not cell.get("outputs") for cell in kept["cells"])
