"""The shipped figure and atlas, opened once for all tests of a process; neither can be changed."""

from functools import cache

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body


@cache
def body() -> Body:
    return Body.load()


@cache
def atlas() -> Atlas:
    return Atlas.load(body=body())


@cache
def layer() -> MuscleLayer:
    return MuscleLayer.load()
