"""Something cannot leave Bodymap, or come in, as it was asked for."""

from bodymap.errors.base import BodymapError, quoted


class ExchangeError(BodymapError):
    """Something cannot leave Bodymap, or come in, as it was asked for."""


class ImportRefused(ExchangeError):
    """A file cannot be imported; nothing of it was taken.

    Attributes:
        path: Where in the file it is wrong, such as `assessments.jsonl, line 3: findings.0.place`.
        reason: What is wrong there, and what would be allowed.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"This file cannot be imported. {path}: {reason}. Nothing was changed. Choose a file "
            "that Bodymap exported, as it was written."
        )


class UnknownPictureKind(ExchangeError):
    """A picture was asked for in a kind of file that is not made.

    Attributes:
        name: Of the file, as given.
        kinds: Endings that are made.
    """

    def __init__(self, name: str, kinds: tuple[str, ...]) -> None:
        self.name, self.kinds = name, kinds
        super().__init__(
            f"A picture cannot be written to {quoted(name)}: its ending must be "
            f"{' or '.join(kinds)}. Give the file such a name."
        )


class FileNotWritten(ExchangeError):
    """A file cannot be written.

    Attributes:
        name: Of the file.
        reason: What the system said.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(
            f"The file {quoted(name)} could not be written: {reason}. Name another place."
        )
