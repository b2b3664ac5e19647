"""A pattern being redrawn is kept until it is written to its file."""

from bodymap.atlas import Extent
from bodymap.atlas.editing.redrawing import Redrawing, Step
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.redrawings import get_redrawing, keep_redrawing
from tests.store.memory_store import MemoryStore

POINT = "infraspinatus_upper"


def test_what_is_kept_is_there_for_its_trigger_point_alone() -> None:
    ports = Ports(store=MemoryStore(), clock=SystemClock(), ids=SystemIds())
    redrawing = Redrawing(point=POINT).did(Step(id="one", extent=Extent.ESSENTIAL, anew=True))
    assert get_redrawing(point=POINT, ports=ports) is None

    keep_redrawing(redrawing=redrawing, ports=ports)
    assert get_redrawing(point=POINT, ports=ports) == redrawing
    assert get_redrawing(point="infraspinatus_medial", ports=ports) is None


def test_what_cannot_be_read_any_more_counts_as_not_begun() -> None:
    ports = Ports(store=MemoryStore(), clock=SystemClock(), ids=SystemIds())
    with ports.store.writing() as unit:
        unit.settings.set(f"redrawn_{POINT}", '{"point": 7')
        unit.commit()

    assert get_redrawing(point=POINT, ports=ports) is None
