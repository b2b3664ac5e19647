"""Tidying the records of this installation: daily by the server, and by `bodymap tidy`."""

from bodymap import files
from bodymap.body import Body
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.tidying import Tidied, tidy
from bodymap.store import open_store


def tidy_records() -> Tidied:
    """Open the records, keep what was promised about deleting, and close them. Writes.

    Raises:
        StoreError: the records cannot be opened or written.
        BodyError: the figure's files are missing or damaged.
    """
    store = open_store(files.data_folder())
    try:
        return tidy(
            ports=Ports(store=store, clock=SystemClock(), ids=SystemIds()), body=Body.load()
        )
    finally:
        store.close()
