"""What the server tells the clickable body: frozen values, and the JSON the browser reads.

The figure itself is not here: the browser fetches it once from `figure_url`. So a click costs a few
kilobytes, and what is typical for a trigger point is named by an address that can be kept for ever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from bodymap.body import Stroke
from bodymap.body.pain_colours import RATED, UNRATED
from bodymap.canvas.log import Acknowledged, Refusal


class Tool(StrEnum):
    """What the pointer does; `PICK` asks about a region, and works where nothing can be marked."""

    POINT = "point"
    BRUSH = "brush"
    OUTLINE = "outline"
    ERASE = "erase"
    REGION = "region"
    ARROW = "arrow"
    PICK = "pick"
    MOVE = "move"


class MarkTone(StrEnum):
    """How a mark looks; its words say the same."""

    ACTIVE = "active"
    LATENT = "latent"
    UNDECIDED = "undecided"


class ZoneLook(StrEnum):
    """How patterns on one body are told apart: each has a colour, a texture and an outline.

    `AGREED` is a strong outline alone, round what several of them have in common.
    """

    ONE = "one"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    AGREED = "agreed"


@dataclass(frozen=True)
class Mark:
    """A mark with its line in the list.

    Attributes:
        id: Made in the browser when it was set.
        number: Shown beside it, from 1.
        view: View it was set in.
        x: In view units, to the right.
        y: In view units, down.
        label: First line in the list and its name for a screen reader.
        note: Second line.
        also: Where else it shows, by view: x and y.
        place: Name of where it is kept, 8 hexadecimal digits; another place has another one.
            Comes back with what moves it. Empty where nothing does.
        said: What the keys answered so far: a letter for each of `CanvasData.asked`, then the
            number if there is one. Empty where keys answer nothing.
    """

    id: str
    number: int
    view: str
    x: float
    y: float
    label: str
    note: str = ""
    tone: MarkTone = MarkTone.UNDECIDED
    also: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    place: str = ""
    said: str = ""


@dataclass(frozen=True)
class Ghost:
    """A mark of another time: shown faintly, and not to be pressed.

    Attributes:
        id: Tells it from the others.
        number: Shown beside it, as it was then.
        view: View it was set in.
        x: In view units, to the right.
        y: In view units, down.
        also: Where else it shows, by view: x and y.
    """

    id: str
    number: int
    view: str
    x: float
    y: float
    also: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """One of several things that are drawn, such as a pain; strokes go into the one selected.

    Attributes:
        id: Made in the browser with its first stroke.
        label: On its button.
        intensity: Its colour, 0 to 10; None where it is not rated.
        places: Where it is, in words.
        regions: Ids of the regions that it touches.
    """

    id: str
    label: str
    intensity: int | None = None
    places: str = ""
    regions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrow:
    """An arrow with its line in the list: something moves from here to there.

    Attributes:
        id: Made in the browser when it was set.
        view: View in which it begins; `x` and `y` in its view units.
        to_view: View in which it ends; `to_x` and `to_y` in its view units.
        label: In the list, such as "from the right shoulder to the right hand".
    """

    id: str
    view: str
    x: float
    y: float
    to_view: str
    to_x: float
    to_y: float
    label: str


@dataclass(frozen=True)
class Zone:
    """Zones to show, fetched by the browser from `url`.

    The answer is `{"essential": {view: path}, "spillover": {view: path}}`.

    Attributes:
        url: Where they are read, relative to the app; tells one zone from another.
        title: Last words of the legend.
        shapes: The answer itself, by the name of the extent, for zones that have no address; then
            nothing is fetched.
        look: How to tell it from other patterns on the same body; None where it stands alone.
    """

    url: str
    title: str
    shapes: Mapping[str, Mapping[str, str]] | None = None
    look: ZoneLook | None = None


@dataclass(frozen=True)
class MuscleOverlay:
    """Where muscles lie, under everything else; fetched by the browser, view by view.

    Attributes:
        url: Folder of the figure's views, such as `muscles/1/neutral/`, relative to the app.
        depth: `superficial`, or `deep` to see those below.
        muscle: Id of the one at hand, which is outlined; None for none.
        side: Its side, `right` or `left`, the patient's.
    """

    url: str
    depth: str
    muscle: str | None = None
    side: str = "right"


@dataclass(frozen=True)
class StrokeLayer:
    """What was drawn in one view, in order.

    Attributes:
        intensity: Of the pain it stands for, 0 to 10; None was not rated.
        subject: Id of the thing that is drawn, or of the mark; an eraser takes nothing of another.
            None where everything drawn is one.
    """

    view: str
    strokes: tuple[Stroke, ...]
    intensity: int | None = None
    subject: str | None = None


@dataclass(frozen=True)
class Under:
    """What lies under the marks and can be faded, such as a patient's drawing.

    Its shapes are handed over apart (`under_layers`), so that no click carries them again.

    Attributes:
        name: Tells one from another; shapes of the same name are shown.
        label: What it is; names the slider that fades it.
        note: What else is said beside it; may be empty.
    """

    name: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class TracedLayer:
    """One layer of what lies under the marks.

    Attributes:
        shapes: Path data by view, in view units.
        intensity: Of the pain it stands for, 0 to 10; None was not rated.
    """

    shapes: Mapping[str, str]
    intensity: int | None = None


@dataclass(frozen=True)
class Inset:
    """A group of further views behind one button.

    Attributes:
        label: On the button.
        prefix: Shows the figure's views whose id begins so, in the order of the manifest.
        ask: Question to answer first; empty for none.
        id: What an address calls it; empty where no address names views.
    """

    label: str
    prefix: str
    ask: str = ""
    id: str = ""


@dataclass(frozen=True)
class Texts:
    """Words of the canvas; those of the caller's own task can be replaced."""

    name: str = "Body chart"
    whose: str = "your"
    your_right: str = "your right"
    your_left: str = "your left"
    list_title: str = "Findings"
    list_empty: str = "No marks yet. Click the exact place on the body."
    mark: str = "mark"
    mark_sign: str = "marked place"
    enter: str = "Enter sets a mark"
    arrows_title: str = "The pain moves"
    subjects_title: str = "Which drawing"
    subject: str = "Drawing"
    subject_inside: str = "drawing"
    another: str = "Another drawing"
    another_hint: str = ""
    how: str = ""
    how_touch: str = ""
    essential: str = "essential: where it is mainly felt"
    spillover: str = "spillover: felt by some"
    strengths: str = "pain as drawn: weak to strong"
    drawn: str = ""
    ghosts: str = ""

    def changed(self) -> dict[str, str]:
        """The words that differ from those the browser knows already (`words.js`)."""
        known = asdict(Texts())
        return {name: text for name, text in asdict(self).items() if text != known[name]}


@dataclass(frozen=True)
class CanvasData:
    """Everything the clickable body shows.

    Attributes:
        log: Name of the log; another name starts a new one in the browser.
        figure: Figure id.
        figure_url: Folder of the figure's files, such as `figure/1/`, relative to the app.
        ghosts: Marks of another time.
        views: Main views, the large ones first.
        acknowledged: Highest operation number done with, by browser window.
        under: What lies under the marks and can be faded; None for nothing.
        subjects: What is drawn one beside the other, in order; None where all strokes belong to one
            drawing or to the mark selected.
        asked: Questions that the keys P, A and N answer one after the other for a mark; a number
            is one more answer. Empty where keys answer nothing.
        next_question: Index in `asked` of the one that comes next for the mark selected.
        undo_steps: Names of the steps that are taken back next, in that order.
        redo_steps: Names of those that are repeated next.
        highlighted: Regions shown as chosen.
        intensity: Colour of what is drawn next, 0 to 10.
        plain: Whether regions are called as patients call them.
        arrows: What moves from where to where, in the order of their numbers.
        brushes: Radii of brush and eraser to choose from, in view units, the smallest first; the
            middle one is at hand until another is chosen.
        pressure: Whether a pen that reports how hard it is pressed draws broader and finer, from
            the smallest brush to the largest.
        left_handed: Whether what lies on the picture of a telephone is arranged for a left hand.
        view: View, or id of an inset, to look at; None leaves it to the browser.
        language: Code of the language of what is not in `texts`.
        address: What the page's address is to say of what is shown, without `?`. The browser then
            shows it there without a step for Back, tells which view is looked at, and offers to
            copy the link. None where the address says nothing of the body.
        refusals: By browser window; each takes its operation back and is said aloud.
        client: Id for a browser window that has none yet, so that what was done for it beside the
            body is its own step too and undone there; None lets it choose one.
    """

    log: str
    figure: str
    figure_url: str
    views: tuple[str, ...]
    insets: tuple[Inset, ...] = ()
    tools: tuple[Tool, ...] = (Tool.POINT, Tool.MOVE)
    editable: bool = True
    marks: tuple[Mark, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    selected: str | None = None
    subjects: tuple[Subject, ...] | None = None
    asked: tuple[str, ...] = ()
    next_question: int = 0
    zones: tuple[Zone, ...] = ()
    muscles: MuscleOverlay | None = None
    drawn: tuple[StrokeLayer, ...] = ()
    under: Under | None = None
    arrows: tuple[Arrow, ...] = ()
    highlighted: tuple[str, ...] = ()
    intensity: int | None = None
    plain: bool = False
    brushes: tuple[float, ...] = (12,)
    pressure: bool = False
    left_handed: bool = False
    undo: str | None = None
    redo: str | None = None
    undo_steps: tuple[str, ...] = ()
    redo_steps: tuple[str, ...] = ()
    view: str | None = None
    address: str | None = None
    acknowledged: Acknowledged = field(default_factory=dict)
    refusals: Mapping[str, Sequence[Refusal]] = field(default_factory=dict)
    client: str | None = None
    texts: Texts = field(default_factory=Texts)
    language: str = "en"

    def to_json(self) -> dict[str, Any]:
        """The values as plain lists, dictionaries, numbers and strings."""
        return {
            "log": self.log,
            "figure": self.figure,
            "figureUrl": self.figure_url,
            "views": list(self.views),
            "insets": [asdict(inset) for inset in self.insets],
            "tools": [tool.value for tool in self.tools],
            "editable": self.editable,
            "marks": [_mark(mark) for mark in self.marks],
            "ghosts": [_placed(ghost) for ghost in self.ghosts],
            "selected": self.selected,
            "subjects": None if self.subjects is None else [asdict(s) for s in self.subjects],
            "asked": list(self.asked),
            "next": self.next_question,
            "zones": [_zone(zone) for zone in self.zones],
            "muscles": asdict(self.muscles) if self.muscles else None,
            "drawn": [_layer(layer) for layer in self.drawn],
            "under": asdict(self.under) if self.under else None,
            "arrows": [_arrow(arrow) for arrow in self.arrows],
            "highlighted": list(self.highlighted),
            "intensity": self.intensity,
            "plain": self.plain,
            "brushes": list(self.brushes),
            "pressure": self.pressure,
            "leftHanded": self.left_handed,
            "undo": self.undo,
            "redo": self.redo,
            "undoSteps": list(self.undo_steps),
            "redoSteps": list(self.redo_steps),
            "view": self.view,
            "address": self.address,
            "client": self.client,
            "ack": dict(self.acknowledged),
            "refused": {
                client: [{"seq": each.number, "message": each.message} for each in refusals]
                for client, refusals in self.refusals.items()
            },
            "painColours": {"rated": list(RATED), "unrated": UNRATED},
            "texts": self.texts.changed(),
            "language": self.language,
        }


def _placed(mark: Mark | Ghost) -> dict[str, Any]:
    return {
        "id": mark.id,
        "number": mark.number,
        "view": mark.view,
        "x": round(mark.x, 2),
        "y": round(mark.y, 2),
        "also": {view: [round(x, 1), round(y, 1)] for view, (x, y) in mark.also.items()},
    }


def _mark(mark: Mark) -> dict[str, Any]:
    words = {"label": mark.label, "note": mark.note, "tone": mark.tone.value}
    return (
        _placed(mark)
        | words
        | {name: value for name in ("place", "said") if (value := getattr(mark, name))}
    )


def _arrow(arrow: Arrow) -> dict[str, Any]:
    coordinates = ("x", "y", "to_x", "to_y")
    return asdict(arrow) | {name: round(getattr(arrow, name), 1) for name in coordinates}


def _zone(zone: Zone) -> dict[str, Any]:
    told: dict[str, Any] = {"url": zone.url, "title": zone.title}
    if zone.shapes is not None:
        told["shapes"] = {extent: dict(paths) for extent, paths in zone.shapes.items()}
    if zone.look is not None:
        told["look"] = zone.look.value
    return told


def _layer(layer: StrokeLayer) -> dict[str, Any]:
    return {
        "view": layer.view,
        "intensity": layer.intensity,
        "strokes": [
            {
                "kind": stroke.kind.value.lower(),
                "points": [[round(x, 1), round(y, 1)] for x, y in stroke.points],
                "radius": stroke.radius,
                "region": stroke.region,
            }
            for stroke in layer.strokes
        ],
    } | ({} if layer.subject is None else {"mark": layer.subject})
