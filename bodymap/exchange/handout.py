"""A handout on one muscle for the person who has the pain: one sheet, plain words, sources."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Final

from bodymap.analysis.red_flag_questions import RedFlagQuestion, by_advice, questions_for
from bodymap.atlas import AdviceLevel, Atlas, Muscle, RedFlag, TriggerPoint
from bodymap.atlas.citing import HAND_DRAWN, NOTICE, agreement, citation, short_citation
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality
from bodymap.exchange import words
from bodymap.exchange.drawing import Drawing
from bodymap.exchange.pattern_picture import legend, row, shown_of, sided, where_it_lies
from bodymap.exchange.sheet import Paper, page
from bodymap.exchange.svg import to_svg

MOST_ASKED: Final = {AdviceLevel.EMERGENCY: 6, AdviceLevel.URGENT: 2}
"""How many questions for safety a sheet has room for, by what a yes asks for."""
_WIDE: Final = 1200.0
_TALL: Final = {Paper.A4: 470.0, Paper.LETTER: 400.0}
"""Height of the picture beside the width above; A4 is the longer sheet."""
_SYMPTOM: Final = 45.0
"""What each symptom of the trigger point itself takes from the picture, so that all has room."""
_STYLE: Final = """
body { font-size: 9.4pt; line-height: 1.3; }
h1 { font-size: 16pt; line-height: 1.12; }
h2 { color: #0b5750; font-size: 10pt; margin: 0 0 .2mm; }
.name { color: #57625f; font-size: 10.5pt; }
figure { margin: 1mm 0 2.5mm; }
.columns { column-gap: 8mm; display: grid; grid-template-columns: 1fr 1fr; }
section + section { margin-top: 2mm; }
ul { padding-left: 4.5mm; }
li { break-inside: avoid; }
.safety { border: 1.5px solid #a3152f; border-radius: 6px; font-size: 8.2pt; line-height: 1.24;
  margin-top: 2.5mm; padding: 1.6mm 3mm; }
.safety h2 { color: #a3152f; }
.safety ul { columns: 2; column-gap: 6mm; }
.safety p { margin-top: .5mm; }
.hint { background: #e6f1ef; border-radius: 6px; padding: 1.6mm 3mm; }
footer { color: #57625f; font-size: 7pt; line-height: 1.2; margin-top: 2mm; }
@media screen and (max-width: 560px) {
  .columns { grid-template-columns: 1fr; row-gap: 2mm; }
  .safety ul { columns: 1; }
}
"""


def handout(
    point: TriggerPoint,
    laterality: Laterality,
    atlas: Atlas,
    body: Body,
    paper: Paper = Paper.A4,
    *,
    layer: MuscleLayer | None = None,
) -> str:
    """The handout as a page to print.

    What a person may try stands below the questions for safety: the most pressing of those that
    the app asks in front of self-care, and how many more there are.

    Args:
        point: The trigger point whose pattern is shown; the words are those of its muscle.
        laterality: Side of the muscle, the patient's: LEFT or RIGHT.
        atlas: What is said, and who says it.
        body: Figure to draw on.
        paper: What it is printed on.
        layer: Where muscles lie, if the muscle is to be shown on the picture.
    """
    laterality, muscle = sided(point, laterality), atlas.muscle_of(point.id)
    title = muscle.plain_name
    questions = questions_for(atlas, muscle.regions[0])
    asked = _most_pressing(questions)
    tall = _TALL[paper] - _SYMPTOM * len(point.symptoms)
    picture = _picture(point, laterality, atlas, body, layer, tall=tall)
    name = f"{muscle.name}, {words.side(laterality)} side"
    content = [
        f'<header><h1>{escape(title)}</h1><p class="name">{escape(name)}</p></header>',
        f"<figure>{to_svg(picture)}</figure>",
        f'<div class="columns">{_about(muscle, point, atlas)}</div>',
        _safety(asked, more=len(questions) - len(asked)),
        _hint(muscle),
        _footer(muscle, point, atlas, [question.flag for question in asked], layer),
    ]
    return page(f"{muscle.name}: handout", "".join(content), style=_STYLE, paper=paper)


def _picture(
    point: TriggerPoint,
    laterality: Laterality,
    atlas: Atlas,
    body: Body,
    layer: MuscleLayer | None,
    *,
    tall: float,
) -> Drawing:
    shown, views = shown_of(point, laterality, atlas, body, layer)
    signs = legend(
        30 + tall + 64,
        essential="where it is mainly felt" if shown.essential else "",
        spillover="felt by some" if shown.spillover else "",
        muscle="the muscle" if shown.muscle else "",
        place="typical sore place",
    )
    items = (*row(body, views, shown, whose="your", y=30, tall=tall, width=_WIDE), *signs)
    felt = words.places(point.referral.essential_zones, atlas)
    where = f"Typically felt in: {', '.join(felt)}." if felt else "No typical pain elsewhere."
    if point.referral.instead_of_pain:
        where = f"Not pain: {point.referral.instead_of_pain}."
    return Drawing(_WIDE, 30 + tall + 76, "Where it is felt", where, items, paper=None)


def _about(muscle: Muscle, point: TriggerPoint, atlas: Atlas) -> str:
    felt, spilt = (
        words.sentence(words.places(zones, atlas))
        for zones in (point.referral.essential_zones, point.referral.spillover_zones)
    )
    instead = point.referral.instead_of_pain
    if instead:
        felt = spilt = ""
    columns = (
        (
            ("Where the muscle is", [muscle.surface_location]),
            ("Where you may feel it", [felt]),
            ("What you may notice instead of pain", [instead or ""]),
            ("Some people also feel it here", [spilt]),
        ),
        (
            ("What people notice with this trigger point", [s.text for s in point.symptoms]),
            ("What people often notice", muscle.symptoms),
            ("What can keep it going", muscle.activating_or_perpetuating),
        ),
    )
    return "".join(
        f"<div>{''.join(_section(heading, texts) for heading, texts in column if any(texts))}</div>"
        for column in columns
    )


def _section(heading: str, texts: Sequence[str]) -> str:
    shown = f"<p>{escape(_begun(texts[0]))}</p>" if len(texts) == 1 else _list(texts)
    return f"<section><h2>{heading}</h2>{shown}</section>"


def _list(texts: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(_begun(text))}</li>" for text in texts)
    return f"<ul>{items}</ul>"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _most_pressing(questions: Sequence[RedFlagQuestion]) -> list[RedFlagQuestion]:
    """Those that a sheet has room for, in the order they are asked."""
    return [
        question
        for level, group in groupby(by_advice(questions), key=lambda each: each.flag.advice_level)
        for question in list(group)[: MOST_ASKED.get(level, 0)]
    ]


def _safety(asked: Sequence[RedFlagQuestion], *, more: int) -> str:
    parts = []
    for advice, group in groupby(asked, key=lambda question: question.advice):
        parts.append(f"<p><strong>{escape(advice)}</strong>, if you answer yes:</p>")
        parts.append(_list([question.flag.question for question in group]))
    return (
        '<section class="safety"><h2>First, for your safety</h2>'
        "<p>Do not try the hint below if you answer yes to one of these questions. Answering no "
        "to all does not rule an illness out. If in doubt, ask a doctor.</p>"
        f"{''.join(parts)}<p>{more} more questions belong here: Bodymap asks them before it shows "
        "self-care.</p></section>"
    )


def _hint(muscle: Muscle) -> str:
    care = ""
    if muscle.self_care_precaution:
        care = f"<p><strong>Take care:</strong> {escape(muscle.self_care_precaution)}</p>"
    return (
        '<section class="hint"><h2>What you can try yourself</h2>'
        f"<p>{escape(muscle.self_care_hint)}</p>{care}</section>"
    )


def _footer(
    muscle: Muscle,
    point: TriggerPoint,
    atlas: Atlas,
    asked: Sequence[RedFlag],
    layer: MuscleLayer | None,
) -> str:
    cited = dict.fromkeys((*point.sources, *muscle.sources))
    safety = dict.fromkeys(source for flag in asked for source in flag.sources)
    works = [atlas.sources[each] for each in cited]
    sources = "; ".join(map(citation, works))
    of_safety = "; ".join(short_citation(atlas.sources[each]) for each in safety)
    return (
        f"<footer><p>Sources: {escape(sources)}. {agreement(works, point.certainty)} {HAND_DRAWN} "
        f"Questions for safety: {escape(of_safety)}."
        f"{' ' + escape(where_it_lies(layer, atlas)) if layer else ''}</p>"
        f"<p>{escape(NOTICE)}</p></footer>"
    )
