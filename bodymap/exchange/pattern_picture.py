"""The picture of one referral pattern: where it is felt, what the signs mean, who says so."""

from dataclasses import replace
from typing import Final

from bodymap.atlas import Atlas, TriggerPoint, typical_referral
from bodymap.atlas.citing import HAND_DRAWN, NOTICE, agreement, citation
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality, View
from bodymap.body.showing import Box, best_views, piece
from bodymap.exchange import fonts, panels, words
from bodymap.exchange.drawing import Drawing, Group, Item, Shape, Text, rectangle
from bodymap.exchange.panels import Frame, Lines, Shown

WIDTH: Final = 1200.0
"""Units; a PNG has `exchange.png.SCALE` pixels to each."""
_MARGIN, _GAP, _TALL = 40.0, 24.0, 620.0
_MOST_BROAD: Final = 1.15
"""Width of a piece by its height, at most."""
_LEAST_TALL: Final = 420
"""View units of a main view that are shown at least, so that one sees where on the body it is."""
_GROUND: Final = "#faf8f4"


def shown_of(
    point: TriggerPoint,
    laterality: Laterality,
    atlas: Atlas,
    body: Body,
    layer: MuscleLayer | None = None,
) -> tuple[Shown, tuple[View, ...]]:
    """What of a pattern is drawn, and the views that show it best, the most telling first.

    A pelvic-floor chart is among them only where the trigger point itself, or all that is felt,
    lies there: nobody is shown one for a pattern of the back or the belly that reaches it.

    Args:
        point: The trigger point.
        laterality: Side of the muscle, the patient's.
        atlas: Where the trigger point stands.
        body: Figure to draw on.
        layer: Where muscles lie, if its muscle is to be shown too.
    """
    referral = typical_referral(point, laterality, body).painted
    right = atlas.place_cell(point.id)
    cell = int(body.cell_table.mirror[right]) if laterality is Laterality.LEFT else right
    wanted = [(referral.essential, 2.0), (referral.spillover, 1.0), (body.cells([cell]), 0.5)]
    on_skin = (referral.essential | referral.spillover) & body.whole()
    if on_skin and body.cells([cell]) & body.whole():
        wanted = [(area & body.whole(), weight) for area, weight in wanted]
    views = best_views(body, [(area, weight) for area, weight in wanted if area], place=cell)
    muscle = layer.area(atlas.muscle_of(point.id).id, laterality, body) if layer else None
    return Shown(referral.essential, referral.spillover, (cell,), muscle), views


def piece_of(body: Body, view: View, shown: Shown, ratio: float, tall: float) -> Box:
    """The piece of a view about what is shown on it; see `body.showing.piece`."""
    cells = (shown.essential | shown.spillover).cells
    places = [body.project(cell, view.id) for cell in shown.places]
    return piece(view, cells, [place for place in places if place], ratio=ratio, tall=tall)


def sided(point: TriggerPoint, laterality: Laterality) -> Laterality:
    """The side a pattern is shown for: its only one, or the one asked for."""
    return Laterality(point.only_on.upper()) if point.only_on else laterality


def pattern_picture(
    point: TriggerPoint,
    laterality: Laterality,
    atlas: Atlas,
    body: Body,
    layer: MuscleLayer | None = None,
    *,
    lines: Lines = (),
) -> Drawing:
    """The picture of a trigger point with its typical referral.

    Args:
        point: The trigger point.
        laterality: Side of the muscle, the patient's: LEFT or RIGHT.
        atlas: Where the trigger point stands and the sources are.
        body: Figure to draw on.
        layer: Where muscles lie, if its muscle is to be shown too.
        lines: What somebody drew on top, as in `panels.Shown`.
    """
    laterality, muscle = sided(point, laterality), atlas.muscle_of(point.id)
    shown, views = shown_of(point, laterality, atlas, body, layer)
    shown = replace(shown, lines=lines)
    title = f"{muscle.name}, {words.side(laterality)}"
    items: list[Item] = [Text(_MARGIN, 66, title, 40, panels.INK, bold=True)]
    latin = f" · {muscle.latin_name}" if muscle.latin_name != muscle.name else ""
    y = 66.0
    for text in (f"{muscle.plain_name}{latin}", f"Trigger point: {point.name}"):
        said = fonts.wrapped(text, 20, WIDTH - 2 * _MARGIN)
        items += [
            Text(_MARGIN, y + 30 + 26 * n, line, 20, panels.MUTED) for n, line in enumerate(said)
        ]
        y += 26 * len(said)
    y += 62
    items += row(body, views, shown, whose="patient's", y=y)
    y += _TALL + 66
    items += legend(
        y,
        essential=words.ESSENTIAL if shown.essential else "",
        spillover=words.SPILLOVER if shown.spillover else "",
        muscle=words.MUSCLE if shown.muscle else "",
    )
    y += 34
    small, y = _small_print(point, atlas, y, layer if shown.muscle else None)
    items += small
    return Drawing(WIDTH, y + 20, title, description(point, atlas), tuple(items))


def row(
    body: Body,
    views: tuple[View, ...],
    shown: Shown,
    *,
    whose: str,
    y: float = 0.0,
    tall: float = _TALL,
    width: float = WIDTH,
    about: Shown | None = None,
) -> list[Item]:
    """Views beside each other in the middle of a page, each cut to the pattern.

    Args:
        body: The figure.
        views: One to three.
        shown: What is drawn on them.
        whose: Stands before left and right: "your" or "patient's".
        y: Of their upper edges.
        tall: Height of each.
        width: Of the page.
        about: What the pieces are cut to, where less of it is drawn.
    """
    room = (width - 2 * _MARGIN - _GAP * (len(views) - 1)) / len(views)
    ratio = min(_MOST_BROAD, room / tall)
    wide = ratio * tall
    x = (width - wide * len(views) - _GAP * (len(views) - 1)) / 2
    items: list[Item] = []
    for view in views:
        box = piece_of(body, view, about or shown, ratio, _LEAST_TALL)
        items.append(Shape(rectangle(x, y, wide, tall), fill=_GROUND))
        items.append(panels.panel(body, view, Frame(x, y, tall, box, whose), shown))
        x += wide + _GAP
    return items


def legend(
    y: float, *, essential: str, spillover: str, muscle: str = "", place: str = words.TRIGGER_POINT
) -> list[Item]:
    """What the signs mean, in one line with its base at `y`; a sign without words is left out."""
    x = _MARGIN
    items: list[Item] = [
        Group(panels.cross_shapes(8), x=x + 10, y=y - 6, name="legend"),
        Text(x + 30, y, place, 18, panels.INK),
    ]
    x += 30 + fonts.width(place, 18) + 36
    for text, fill, opacity in (
        (essential, panels.ZONE, panels.ESSENTIAL_OPACITY),
        (spillover, panels.ZONE, None),
        (muscle, panels.MUSCLE, panels.MUSCLE_OPACITY),
    ):
        if not text:
            continue
        box, dotted = rectangle(x, y - 16, 22, 20), opacity is None
        items.append(Shape(box, fill=panels.SKIN, stroke=panels.RIM, name="legend"))
        items.append(Shape(box, fill=fill, opacity=opacity or 1.0, dotted=dotted, name="legend"))
        items.append(Text(x + 32, y, text, 18, panels.INK))
        x += 32 + fonts.width(text, 18) + 36
    return items


def where_it_lies(layer: MuscleLayer, atlas: Atlas) -> str:
    """What the drawing of a muscle is, and what it rests on."""
    works = [atlas.sources[each] for each in layer.sources]
    sources, said = "; ".join(map(citation, works)), agreement(works, layer.certainty)
    return f"The muscle: {layer.statement} Sources: {sources}. {said}"


def _small_print(
    point: TriggerPoint, atlas: Atlas, y: float, layer: MuscleLayer | None
) -> tuple[list[Item], float]:
    """Words of the pattern, sources, how well they agree, the notice; and where they end."""
    works = [atlas.sources[each] for each in point.sources]
    sources, said = "; ".join(map(citation, works)), agreement(works, point.certainty)
    texts = [
        (point.zone_shape or "No typical referred pain is described for it.", 17, panels.INK),
        (f"Sources: {sources}. {said} {HAND_DRAWN}", 14, panels.MUTED),
        *([(where_it_lies(layer, atlas), 14, panels.MUTED)] if layer else []),
        (NOTICE, 14, panels.MUTED),
    ]
    items: list[Item] = []
    for text, size, colour in texts:
        for line in fonts.wrapped(text, size, WIDTH - 2 * _MARGIN):
            y += size * 1.32
            items.append(Text(_MARGIN, y, line, size, colour))
        y += 8
    return items, y


def description(point: TriggerPoint, atlas: Atlas) -> str:
    """What the picture of a pattern shows, in words."""
    parts = [f"Trigger point {point.surface_place}."]
    if point.referral.instead_of_pain:
        return f"{parts[0]} Not pain: {point.referral.instead_of_pain}."
    for name, zones in (
        ("Essential", point.referral.essential_zones),
        ("Spillover", point.referral.spillover_zones),
    ):
        if zones:
            parts.append(f"{name}: {', '.join(words.places(zones, atlas))}.")
    return " ".join(parts)
