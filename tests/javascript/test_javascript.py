"""JavaScript that needs no page is tested by Node's own test runner, in milliseconds."""

import shutil
import subprocess
from pathlib import Path

import playwright
import pytest

HERE = Path(__file__).parent
# The runtime of the machine, or the one that Playwright brings along.
NODE = shutil.which("node") or Path(playwright.__file__).parent / "driver" / "node"


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name)
def test_javascript_that_needs_no_page(file: Path) -> None:
    run = subprocess.run(
        [str(NODE), "--test", str(file)], check=False, capture_output=True, text=True
    )

    assert run.returncode == 0, run.stdout
