"""Write the definitions of our own codes and extensions of FHIR to `assets/fhir`.

python -m tools.fhir
"""

import json
from pathlib import Path

from bodymap.exchange.fhir.definitions import definitions

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "fhir"


def main() -> None:
    """Write every definition, and remove those that there are no more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, made in definitions():
        text = json.dumps(made, indent=1, ensure_ascii=False)
        (FOLDER / name).write_text(text + "\n", "utf-8")
    print(f"assets/fhir: {len(list(FOLDER.glob('*.json')))} definitions")


if __name__ == "__main__":
    main()
