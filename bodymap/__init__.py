"""A body chart for myofascial pain.

    from bodymap import Atlas, Body, explained, look_up

What these names stand for is opened when it is first asked for, so that `import bodymap` stays
light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bodymap.analysis.looking_up.explained import explained
    from bodymap.analysis.looking_up.look_up import look_up
    from bodymap.atlas import Atlas
    from bodymap.body import Body

__all__ = ["Atlas", "Body", "explained", "look_up"]

_HOME: Final = {"Atlas": "atlas", "Body": "body", "explained": "analysis", "look_up": "analysis"}


def __getattr__(name: str) -> Any:
    """Open one of the names above."""
    if name not in _HOME:
        raise AttributeError(name=name, obj=__name__)
    return getattr(import_module(f"bodymap.{_HOME[name]}"), name)
