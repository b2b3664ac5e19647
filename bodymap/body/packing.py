"""The stored form of a set of cells.

One byte `A`, one byte with the length of the body version, the body version (UTF-8), then a zlib
stream of the distances between neighbouring cell numbers: all low bytes, then all high bytes.
Neighbours on the body mostly have near numbers, so this is small.
"""

import zlib
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.errors import AreaUnreadable, OtherBody

_KIND: Final = ord("A")


def pack(cells: npt.NDArray[np.uint16], version: str) -> bytes:
    """Stored form of ascending cell numbers of a body version of at most 255 bytes."""
    steps = np.diff(cells.astype("<u2"), prepend=np.uint16(0)).astype("<u2")
    planes = steps.view(np.uint8).reshape(-1, 2).T.tobytes()
    name = version.encode()
    return bytes((_KIND, len(name))) + name + zlib.compress(planes, 9)


def unpack(stored: bytes, version: str, cell_count: int) -> npt.NDArray[np.uint16]:
    """Ascending cell numbers from their stored form.

    Args:
        stored: Untrusted bytes; they never unpack to more than a body has.
        version: Body version that is wanted.
        cell_count: How many cells it has.

    Raises:
        AreaUnreadable: They are cut short, changed, or hold cells that the body does not have.
        OtherBody: They come from another body version.
    """
    if len(stored) < 2 or stored[0] != _KIND:  # noqa: PLR2004 - the two bytes of the head
        raise AreaUnreadable("it does not begin as a stored area does")
    start = 2 + stored[1]
    name = stored[2:start].decode(errors="replace")
    if name != version:
        raise OtherBody(name, version)
    unpacker = zlib.decompressobj()
    try:
        planes = unpacker.decompress(stored[start:], 2 * cell_count + 1)
    except zlib.error as error:
        raise AreaUnreadable(f"it cannot be unpacked ({error})") from error
    if not unpacker.eof or unpacker.unused_data or len(planes) % 2:
        raise AreaUnreadable("it is cut short, or something follows it")
    low, high = np.frombuffer(planes, np.uint8).reshape(2, -1).astype(np.int64)
    cells = np.cumsum(low + 256 * high)
    if cells.size and (cells[-1] >= cell_count or (np.diff(cells) <= 0).any()):
        raise AreaUnreadable(f"it holds cells that a body of {cell_count} cells does not have")
    return cells.astype(np.uint16)
