"""Records and services need neither a screen nor a database."""

import subprocess
import sys

SCRIPT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
import importlib, pkgutil
import bodymap.analysis, bodymap.records, bodymap.services
for part in (bodymap.analysis, bodymap.records, bodymap.services):
    for module in pkgutil.walk_packages(part.__path__, part.__name__ + "."):
        importlib.import_module(module.name)
from bodymap.services.kernel.ids import SystemIds
print("imported", SystemIds().new().count("-"))
"""
BLOCKED = {"sqlalchemy", "alembic", "streamlit", "plotly", "PIL", "pandas", "starlette"}


def test_records_and_services_are_imported_where_nothing_else_is_installed() -> None:
    script = SCRIPT.replace("{BLOCKED}", repr(BLOCKED))

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("imported 4\n", "")
