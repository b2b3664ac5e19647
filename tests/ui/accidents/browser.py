"""A browser window as the server knows it: what it sees, and operations that it sends.

As `bodymap/canvas/frontend/pending.js`: what a person does follows from what the page shows then.
"""

from dataclasses import dataclass, field
from typing import Any, Protocol

WINDOW = "window-0001"
STEPS = {"add", "stroke", "arrow", "move", "remove", "key"}


class Page(Protocol):
    """A page of the app with a body on it."""

    def data(self) -> dict[str, Any]:
        """What the body is given to show."""

    def hear(self, message: dict[str, Any]) -> None:
        """A message of the browser arrives."""


@dataclass
class Window:
    """One browser window."""

    page: Page
    seq: int = 0
    pending: list[dict[str, Any]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    made: list[dict[str, Any]] = field(default_factory=list)
    heard: int = 0

    def look(self) -> None:
        """An answer of the server arrives."""
        self.data = self.page.data()
        done = self.data["ack"].get(WINDOW, 0)
        self.pending = [op for op in self.pending if op["seq"] > done]

    def send(self, most: int | None = None) -> None:
        """The tail arrives at the server, or only its first operations."""
        self.hand_over(self.pending[:most])

    def hand_over(self, ops: list[dict[str, Any]]) -> None:
        """A message with these operations arrives."""
        self.page.hear({"log": self.data["log"], "cid": WINDOW, "ops": ops})

    def do(self, op: str, **fields: Any) -> dict[str, Any]:
        self.seq += 1
        given = {name: value for name, value in fields.items() if value is not None}
        done = {"op": op, "figure": self.data["figure"], **given, "seq": self.seq}
        self.pending.append(done)
        self.made.append(done)
        return done

    # ---- what the page shows, with what is on its way

    def _steps(self) -> tuple[list[str], list[str], set[str]]:
        undo, redo = self.data["undoSteps"][::-1], self.data["redoSteps"][::-1]
        off: set[str] = set()
        for op in self.pending:
            if op["op"] in STEPS:
                undo.append(str(op["seq"]))
                redo.clear()
            elif op["op"] == "undo" and undo[-1:] == [op["step"]]:
                redo.append(undo.pop())
                off.add(op["step"])
            elif op["op"] == "redo" and redo[-1:] == [op["step"]]:
                undo.append(redo.pop())
                off.discard(op["step"])
        return undo, redo, off

    @property
    def live(self) -> list[dict[str, Any]]:
        off = self._steps()[2]
        return [op for op in self.pending if str(op["seq"]) not in off]

    @property
    def selected(self) -> str | None:
        at = self.data["selected"]
        for op in self.live:
            if op["op"] in {"add", "select"}:
                at = op.get("id")
            elif op["op"] == "stroke" and "mark" in op:
                at = op["mark"]
            elif op["op"] == "remove" and op["id"] == at:
                at = None
        return at

    @property
    def marks(self) -> dict[str, dict[str, Any]]:
        marks = {mark["id"]: dict(mark) for mark in self.data["marks"]}
        for op in self.live:
            if op["op"] == "add":
                marks.setdefault(op["id"], {**op, "place": None})
            elif op["op"] == "remove":
                marks.pop(op["id"], None)
            elif op["op"] == "move" and op["id"] in marks:
                marks[op["id"]] |= {name: op[name] for name in ("view", "x", "y")} | {"place": None}
        return marks

    # ---- what a person does

    def step(self, way: str) -> None:
        names = self._steps()[0 if way == "undo" else 1]
        if names:
            self.do(way, step=names[-1])

    def move(self, mark_id: str, to: dict[str, Any]) -> None:
        mark = self.marks[mark_id]
        was = mark.get("place") or {name: mark[name] for name in ("view", "x", "y")}
        self.do("move", id=mark_id, **to, was=was)

    def key(self, mark_id: str, key: str) -> None:
        asked = self.data["asked"]
        question = asked[self._next(mark_id)] if key in "pan" else None
        self.do("key", id=mark_id, key=key, question=question, was=self._said(mark_id, question))

    def _next(self, mark_id: str) -> int:
        at, place = self.data["selected"], self.data["next"]
        for op in [*self.live, {"op": "select", "id": mark_id}]:
            chosen = op.get("id") if op["op"] in {"add", "select"} else op.get("mark", at)
            if chosen != at:
                at, place = chosen, 0
            if op["op"] == "key" and op["id"] == at and op.get("question"):
                place = (self.data["asked"].index(op["question"]) + 1) % len(self.data["asked"])
        return int(place)

    def _said(self, mark_id: str, question: str | None) -> str | None:
        asked = self.data["asked"]
        for op in reversed(self.live):
            if (op["op"], op.get("id"), op.get("question")) == ("key", mark_id, question):
                return str(op["key"])
        said = str(self.marks[mark_id].get("said") or "")
        if question is None:
            return said[len(asked) :] or None
        return said[asked.index(question)] if said else None

    def stroke(self, stroke_id: str, **drawn: Any) -> None:
        subjects = self.data["subjects"]
        if subjects is None:
            self.do("stroke", id=stroke_id, mark=self.selected, **drawn)
            return
        mark = self.selected or stroke_id
        begun = None
        if all(subject["id"] != mark for subject in subjects):
            of_mark = [op for op in self.live if op["op"] == "stroke" and op["mark"] == mark]
            begun = of_mark[0]["seq"] if of_mark else self.seq + 1
        here = {str(op["seq"]) for op in self.pending}
        undone = [op["seq"] for op in self.pending if op["op"] == "undo" and op["step"] not in here]
        self.do(
            "stroke",
            id=stroke_id,
            mark=mark,
            begun=begun,
            undone=undone[-1] if undone else None,
            **drawn,
        )
