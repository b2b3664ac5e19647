"""Something cannot leave Bodymap as it was asked for."""

from bodymap.errors.base import BodymapError, quoted


class ExchangeError(BodymapError):
    """Something cannot leave Bodymap as it was asked for."""


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
