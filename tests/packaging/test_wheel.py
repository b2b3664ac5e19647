"""The wheel carries everything: installed into an empty environment it shows the page."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.serving import running_app

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (made,) = out.glob("*.whl")
    return made


def _environment(home: Path, *more: str) -> str:
    """The interpreter of a new environment that holds the locked requirements and `more`."""
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "-q", "--python", sys.executable, str(home)], check=True)
    interpreter = home / "bin" / "python"
    install = [*uv, "pip", "install", "-q", "--python", str(interpreter)]
    requirements = str(ROOT / "requirements" / "app.txt")
    subprocess.run([*install, "--require-hashes", "-r", requirements], check=True)
    if more:
        subprocess.run([*install, "--no-deps", *more], check=True)
    return str(interpreter)


def test_the_wheel_holds_the_figure_the_atlas_and_the_canvas(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert "bodymap/_shipped/app.py" in names
    assert "bodymap/_shipped/.streamlit/config.toml" in names
    assert "bodymap/_shipped/assets/body/manifest.json" in names
    assert "bodymap/pyproject.toml" in names
    assert not [name for name in names if name.startswith(("tests/", "tools/"))]


def test_an_installed_wheel_serves_page_canvas_and_figure_from_any_folder(
    wheel: Path, tmp_path: Path
) -> None:
    python = _environment(tmp_path / "environment", str(wheel))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    with running_app(tmp_path / "data", python=python, cwd=elsewhere) as server:
        assert server.get("/")[0] == 200
        assert server.get("/figure/1/neutral.main.json")[0] == 200
        status, _, code = server.get("/_stcore/bidi-components/bodymap.canvas/index.js")
        assert status == 200
        assert code == (ROOT / "bodymap" / "canvas" / "frontend" / "index.js").read_bytes()
        assert server.get("/_stcore/bidi-components/bodymap.search/index.js")[0] == 200


def test_a_bare_checkout_serves_the_same_page(tmp_path: Path) -> None:
    """A copy of the repository, beside an environment that holds only what it needs."""
    python = _environment(tmp_path / "environment")
    checkout = tmp_path / "checkout"
    kept = shutil.ignore_patterns(".venv", ".git", ".*_cache", "__pycache__", "dist", "build")
    for name in ("bodymap", "assets", ".streamlit"):
        shutil.copytree(ROOT / name, checkout / name, ignore=kept)
    shutil.copy(ROOT / "app.py", checkout)

    with running_app(tmp_path / "data", python=python, cwd=checkout) as server:
        assert server.get("/")[0] == 200
        assert server.get("/figure/1/neutral.main.json")[0] == 200
