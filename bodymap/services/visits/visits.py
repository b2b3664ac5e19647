"""All finished visits of a person."""

from bodymap.records import Assessment
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.transactions import is_id_or_none


def list_visits(*, person_id: str, ports: Ports) -> tuple[Assessment, ...]:
    """Every finished visit of a person with findings and treatments, the first first.

    Raises:
        StoreError: they cannot be read.
    """
    if not is_id_or_none(person_id):
        return ()
    with ports.store.reading() as unit:
        return unit.assessments.finished_of(person_id)
