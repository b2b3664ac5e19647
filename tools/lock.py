"""Resolve the locked requirements: every version with its hashes, and no index address.

    python tools/lock.py

writes `requirements/app.txt` (what the app needs) and `requirements/dev.txt` (that and the tools,
tests and checkers). The locks hold for every system and Python version the package supports.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def _compile(target: str, extra: list[str]) -> None:
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-header", "--no-annotate", "--python-version", "3.11", "--quiet"]
    command += ["pyproject.toml", *extra, "--output-file", f"requirements/{target}.txt"]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)
    text = (ROOT / "requirements" / f"{target}.txt").read_text("utf-8")
    if found := ADDRESS.search(text):
        sys.exit(f"requirements/{target}.txt names an address at {found.start()}; remove it.")
    print(f"requirements/{target}.txt: {text.count('==')} packages")


def main() -> None:
    """Write both locks."""
    (ROOT / "requirements").mkdir(exist_ok=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    builder = ROOT / "requirements" / "build.in"
    builder.write_text("\n".join(project["build-system"]["requires"]) + "\neditables\n", "utf-8")
    _compile("app", [])
    _compile("dev", ["--group", "dev", "requirements/build.in"])


if __name__ == "__main__":
    main()
