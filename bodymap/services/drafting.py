"""How an open draft is changed: one step, compared with what was shown, kept with its undo."""

from collections.abc import Callable

from bodymap.errors import EditClash, NotOpen
from bodymap.records import Assessment
from bodymap.services.changes import Step, apply
from bodymap.services.ports import Ports, UnitOfWork
from bodymap.services.transactions import checked_client, is_done, kept_assessment, written

Plan = Callable[[Assessment], Step | None]
"""Makes the step of the draft as it is kept; None changes nothing."""


def change_draft(
    *,
    assessment_id: str,
    client_id: str,
    ports: Ports,
    expected_version: int | None,
    request_id: str | None,
    plan: Plan,
) -> Assessment:
    """Apply the step that `plan` makes of the draft as it is kept. Writes.

    Args:
        assessment_id: The draft.
        client_id: The browser window, whose step it will be.
        ports: Store, clock and ids.
        expected_version: Version that was shown; None where nothing can be overwritten.
        request_id: Of the operation; sent again, it changes nothing.
        plan: Makes the step; may refuse.

    Raises:
        UnknownAssessment: there is none, or it or its person is deleted.
        NotOpen: it is finished.
        EditClash: it was changed since `expected_version` was shown; nothing was overwritten.
        InvalidRecord: the window's id cannot be one.
    """
    checked_client(client_id)

    def work(unit: UnitOfWork) -> Assessment:
        kept = kept_assessment(unit, assessment_id)
        if request_id is not None and is_done(unit, request_id):
            return kept
        step = _planned(kept, plan, expected_version)
        if request_id is not None:
            unit.requests.add(request_id, assessment_id, at=ports.clock.now())
        if step is None:
            return kept
        yours = apply(kept, step.change, what=step.what)
        unit.assessments.save(yours, before=kept, at=ports.clock.now())
        unit.history.push(assessment_id, client_id, step)
        return yours

    return written(ports, work)


def _planned(kept: Assessment, plan: Plan, expected_version: int | None) -> Step | None:
    if not kept.is_open:
        raise NotOpen(kept.id, kept.status)
    step = plan(kept)
    if step is not None and expected_version not in (None, kept.version):
        raise EditClash(
            expected_version=expected_version,
            current_version=kept.version,
            yours=apply(kept, step.change, what=step.what),
            theirs=kept,
        )
    return step
