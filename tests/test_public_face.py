"""What `from bodymap import ...` gives, and that it opens nothing before it is asked."""

import subprocess
import sys

import pytest

import bodymap

SCRIPT = """
import sys
import bodymap
print(sorted({"numpy", "pydantic", "bodymap.atlas", "bodymap.body"} & set(sys.modules)))
from bodymap import Body
print(sorted({"pydantic", "bodymap.atlas"} & set(sys.modules)))
from bodymap import Atlas, explained, look_up
print(Atlas.__name__, Body.__name__, explained.__name__, look_up.__name__)
"""


def test_importing_the_package_opens_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == ["[]", "[]", "Atlas Body explained look_up"]


def test_every_name_of_the_public_face_is_there() -> None:
    assert bodymap.__all__ == ["Atlas", "Body", "explained", "look_up"]
    assert all(callable(getattr(bodymap, name)) for name in bodymap.__all__)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError):
        bodymap.nothing_like_it  # noqa: B018 - asking for it is the test
