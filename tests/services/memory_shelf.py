"""Learners in memory, for tests."""

from collections.abc import Callable

from bodymap.errors import UnknownLearner
from bodymap.records.practice import Learner
from bodymap.services.practising.practice import Unreadable


class MemoryShelf:
    """A shelf without files."""

    def __init__(self) -> None:
        self.kept: dict[str, Learner] = {}
        self.bad: list[Unreadable] = []

    def all(self) -> tuple[Learner, ...]:
        return tuple(
            sorted(self.kept.values(), key=lambda each: (each.used_at, each.id), reverse=True)
        )

    def unreadable(self) -> tuple[Unreadable, ...]:
        return tuple(self.bad)

    def add(self, learner: Learner) -> None:
        self.kept[learner.id] = learner

    def change(self, learner_id: str, step: Callable[[Learner], Learner]) -> Learner:
        if learner_id not in self.kept:
            raise UnknownLearner(learner_id)
        self.kept[learner_id] = step(self.kept[learner_id])
        return self.kept[learner_id]

    def remove(self, learner_id: str) -> None:
        self.kept.pop(learner_id, None)
