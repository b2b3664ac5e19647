"""Every error this package raises, in one family.

BodymapError
├── BodyError       the figure, its views and cells
├── AtlasError      what the literature says, as files
├── RecordError     what was recorded about a person
├── ServiceError    something a person asked for cannot be done
├── StoreError      records cannot be kept or read
└── CanvasError     an operation from the browser is refused

Each error says what happened, with which value, what was allowed and what to do; the same facts are
attributes, so that a page can word them for its reader.
"""


class BodymapError(Exception):
    """Base of every error raised on purpose by this package."""


class BodyError(BodymapError):
    """Something asked of the figure that it does not have."""


class AtlasError(BodymapError):
    """An atlas file, or a question to the atlas, that is not valid."""


class RecordError(BodymapError):
    """A record that cannot be as given."""


class ServiceError(BodymapError):
    """A request that cannot be carried out."""


class StoreError(BodymapError):
    """Records that cannot be kept or read."""


class CanvasError(BodymapError):
    """An operation from the browser that is refused."""
