"""Write the JSON Schema of the archive to `assets/archive`.

python -m tools.archive_schema
"""

import json
from pathlib import Path

from bodymap.exchange.archive.schema import FILE, schema

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "archive"


def main() -> None:
    """Write the schema of the present version; those of earlier ones stay."""
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(schema(), indent=1, ensure_ascii=False)
    (FOLDER / FILE).write_text(text + "\n", "utf-8")
    print(f"assets/archive/{FILE}: {len(text):,} characters")


if __name__ == "__main__":
    main()
