"""Many reports as one zip: a folder for each person, and each file under a name of its own."""

import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import IO, Final, NamedTuple

from bodymap.exchange.archive.writing import zip_info

_KEPT: Final = "LMN"
"""Letters, what stands above and below them, and digits."""
_LONGEST: Final = 60


class ReportFile(NamedTuple):
    """A report that can be made.

    Attributes:
        whose: Name or code of the person, for the folder; empty for nobody's.
        person_id: Of the person, as two people may be called the same; None for nobody's.
        name: Of the file.
        make: Makes the PDF.
    """

    whose: str
    person_id: str | None
    name: str
    make: Callable[[], bytes]


def write_reports(target: IO[bytes], reports: Iterable[ReportFile], *, at: datetime) -> int:
    """Write reports as a zip, each made when it is its turn; gives how many there are."""
    files, folders = _Names(), _Names()
    folder_of: dict[str | None, str] = {None: ""}
    count = 0
    with zipfile.ZipFile(target, "w") as archive:
        for report in reports:
            if report.person_id not in folder_of:
                folder_of[report.person_id] = f"{folders.free(_plain(report.whose))}/"
            info = zip_info(files.free(folder_of[report.person_id] + report.name), at)
            # A PDF is packed already.
            info.compress_type = zipfile.ZIP_STORED
            archive.writestr(info, report.make())
            count += 1
    return count


def _plain(text: str) -> str:
    """A text as the name of a folder on any machine: its letters and digits."""
    category = unicodedata.category
    signs = (sign if category(sign)[0] in _KEPT or sign in "_." else " " for sign in text)
    words = (word.strip(".") for word in "".join(signs).split())
    return "-".join(filter(None, words))[:_LONGEST] or "person"


class _Names:
    """Names of which each is given once, also where a machine does not tell A from a."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def free(self, wanted: str) -> str:
        """The name, or with a number where it was given before."""
        name, number = wanted, 1
        stem, dot, ending = wanted.rpartition(".") if wanted.endswith(".pdf") else (wanted, "", "")
        while name.casefold() in self._given:
            number += 1
            name = f"{stem}-{number}{dot}{ending}"
        self._given.add(name.casefold())
        return name
