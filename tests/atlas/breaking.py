"""A copy of the atlas with one text of one file broken, and what the check then answers."""

from pathlib import Path

from bodymap.atlas.editing.checking import check
from bodymap.body import Body

INFRASPINATUS = "muscles/infraspinatus.yaml"


class Breaker:
    """Breaks one text of one file and says what the check then answers.

    Args:
        folder: The copy.
        body: Figure that it is checked on.
        but: What the check says of the copy before anything is broken in it.
    """

    def __init__(self, folder: Path, body: Body, but: frozenset[str] = frozenset()) -> None:
        self.folder, self.body, self.but = folder, body, but

    def replace(self, file: str, old: str, new: str) -> list[str]:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}; the test no longer breaks anything"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self.problems()

    def draw(self, drawn: str) -> list[str]:
        """Put another drawn shape in the place of the one that the first pattern has."""
        lines = (self.folder / INFRASPINATUS).read_text(encoding="utf-8").splitlines()
        start = lines.index("      drawn:")
        end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" " * 7))
        shape = "\n".join(lines[start:end])
        return self.replace(INFRASPINATUS, shape, f"      drawn: {drawn}")

    def problems(self) -> list[str]:
        found = (str(problem) for problem in check(self.folder, body=self.body))
        return [problem for problem in found if problem not in self.but]

    def line(self, file: str, text: str, occurrence: int = 1) -> int:
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return [number for number, line in enumerate(lines, 1) if text in line][occurrence - 1]
