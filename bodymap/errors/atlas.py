"""What the literature says, as files."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from bodymap.errors.base import BodymapError, quoted


class AtlasError(BodymapError):
    """An atlas file, or a question to the atlas, that is not valid."""


class UnknownEntry(AtlasError, KeyError):
    """An id that the atlas does not have; it is a `KeyError` too.

    Attributes:
        kind: What was looked for, such as `muscle`.
        entry_id: The id as given.
        nearest: The known id most like it, or None.
    """

    def __init__(self, kind: str, entry_id: object, known: Iterable[str]) -> None:
        self.kind, self.entry_id = kind, entry_id
        self.nearest = next(iter(get_close_matches(str(entry_id)[:100], list(known), n=1)), None)
        hint = f"Did you mean {self.nearest!r}?" if self.nearest else "Ids are listed in its files."
        super().__init__(f"The atlas has no {kind} {quoted(entry_id)}. {hint}")

    __str__ = Exception.__str__  # KeyError would put quotation marks round the sentence


class UnreadableAtlas(AtlasError):
    """The compiled atlas is missing, damaged, or its files do not belong together.

    Attributes:
        path: The file that could not be used.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"The compiled atlas at {path} cannot be used: {problem}. Install the package again, "
            "or run `python -m tools.atlas.compile` in a checkout."
        )


class AtlasOfOtherBody(AtlasError):
    """The atlas was compiled on another body version than the one in use.

    Attributes:
        atlas_version: Body version of its zones.
        body_version: Body version they were asked for.
    """

    def __init__(self, *, atlas_version: str, body_version: str) -> None:
        self.atlas_version, self.body_version = atlas_version, body_version
        super().__init__(
            f"The atlas was compiled on body version {atlas_version!r}, but the body is version "
            f"{body_version!r}: their cell numbers differ. Run `python -m tools.atlas.compile` to "
            "compile the atlas anew."
        )


class PatternNotSaved(AtlasError):
    """A drawn shape could not be read from the file of its muscle or written into it.

    Attributes:
        path: The file, which is as it was.
        problem: What is wrong.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"The shape was not written to {path.name}: {problem}. The file is as it was; look at "
            "it, then try again."
        )


class AreasNotLoaded(AtlasError):
    """A referral pattern read from an edited file, not from the compiled atlas, has no areas."""

    def __init__(self) -> None:
        super().__init__(
            "This referral pattern has no areas, because it was not read from the compiled atlas. "
            "Take it from Atlas.load()."
        )


class UnknownPlace(AtlasError):
    """A place of the body by a name or words that nothing on the body chart has.

    Attributes:
        name: As given.
        nearest: The known name most like it, or None.
    """

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        plain = name.strip().lower()[:100]
        self.nearest = next(iter(get_close_matches(plain, list(known), n=1, cutoff=0.5)), None)
        hint = (
            f"Did you mean {self.nearest!r}?"
            if self.nearest
            else "Name a site such as 'head_temple', a region such as 'calf.left', or plain words."
        )
        super().__init__(f"No place of the body is called {quoted(name)}. {hint}")
