"""Something a learner asked for cannot be done."""

from collections.abc import Sequence

from bodymap.errors.base import quoted
from bodymap.errors.services import ServiceError


class UnknownLearner(ServiceError):
    """Nobody with this id practises here.

    Attributes:
        learner_id: The id asked for.
    """

    def __init__(self, learner_id: str) -> None:
        self.learner_id = learner_id
        super().__init__(
            f"There is no learner {quoted(learner_id)} on this machine. Choose a name from the "
            "list, or start anew."
        )


class TooManyLearners(ServiceError):
    """There are as many learners on this machine as can be kept.

    Attributes:
        most: How many.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"This machine keeps {most} learners already, the most it can. Remove one before "
            "adding another."
        )


class QuestionPassed(ServiceError):
    """Something was placed or drawn for a question that waits for no answer any more."""

    def __init__(self) -> None:
        super().__init__(
            "What you did last came after the answer to that question and was left out. "
            "Go on with the question shown."
        )


class BesideTheQuestion(ServiceError):
    """An answer that was not among the choices.

    Attributes:
        answer: What was said.
        choices: What there was to choose from.
    """

    def __init__(self, answer: str, choices: Sequence[str]) -> None:
        self.answer, self.choices = answer, tuple(choices)
        super().__init__(
            f"{quoted(answer)} is not among the choices of this question: "
            f"{', '.join(self.choices) or 'there is nothing to choose'}. Choose one of them."
        )
