"""What the atlas says about the muscle at hand, each statement with its source one tap away."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.analysis.red_flag_questions import questions_for
from bodymap.analysis.safety_steps import SafetyQuestions
from bodymap.atlas import (
    Atlas,
    FrequencyLevel,
    Muscle,
    TriggerPoint,
    hazard_line,
    typical_referral,
)
from bodymap.atlas.muscles import Basis
from bodymap.body import Body
from bodymap.ui import links
from bodymap.ui.explore import sources, treated
from bodymap.ui.explore.address import Explored
from bodymap.ui.explore.names import name_of, regions_of
from bodymap.ui.fields import bound
from bodymap.ui.safety import asking
from bodymap.ui.wording import plain

_FREQUENCIES: Final = {
    FrequencyLevel.VERY_COMMON: "Trigger points in this muscle are very common.",
    FrequencyLevel.COMMON: "Trigger points in this muscle are common.",
    FrequencyLevel.LESS_COMMON: "Trigger points in this muscle are less common.",
    FrequencyLevel.RARE: "Trigger points in this muscle are rare.",
}

_MOST_REGIONS: Final = 3
UNOPENED: Final = "Written from general knowledge: no publication was opened for this muscle."
SHAPE_MADE: Final = "Shape on the figure: drawn by hand after this description."


def draw(
    asked: Explored,
    atlas: Atlas,
    body: Body,
    hand: tuple[Muscle, TriggerPoint],
    go: Callable[[Explored], None],
) -> None:
    """Draw the panel of a muscle and its trigger point at hand.

    Args:
        asked: What the page shows.
        atlas: Where the muscle stands.
        body: The figure.
        hand: The muscle and its trigger point at hand.
        go: Shows something else.
    """
    muscle, point = hand
    with st.container(gap="xsmall"):
        _points(asked, atlas, muscle, point, lambda point: go(replace(asked, point=point)))
        _others(asked, body, point, go)
        _listed(atlas, muscle, "Typical complaints", muscle.symptoms)
        _listed(atlas, muscle, "Pain from it is often mistaken for", muscle.often_mistaken_for)
        _listed(atlas, muscle, "What keeps it going", muscle.activating_or_perpetuating)
        if muscle.basis is Basis.GENERAL_KNOWLEDGE:
            st.caption(UNOPENED)
        _hazards(atlas, muscle)
        _anatomy(atlas, muscle)
        _self_care(atlas, muscle)
        treated.draw(atlas, body, muscle)
    if links.is_open(links.DRAW) and st.button(
        "Redraw this pattern", key="explore-redraw", type="tertiary"
    ):
        links.to_drawing(point.id)


def _points(
    asked: Explored,
    atlas: Atlas,
    muscle: Muscle,
    point: TriggerPoint,
    on_point: Callable[[str], None],
) -> None:
    st.markdown("## Trigger points")
    by_id = {each.id: each for each in muscle.trigger_points}
    key = f"explore-point-{muscle.id}"
    if len(by_id) > 1:
        st.radio(
            "Typical trigger points",
            list(by_id),
            format_func=lambda each: _numbered(muscle, by_id[each]),
            captions=_only_on(muscle),
            key=bound(key, point.id),
            on_change=lambda: on_point(st.session_state[key]),
            label_visibility="collapsed",
        )
    else:
        st.write(plain(point.name))
    st.write(plain(f"{point.surface_place[:1].upper()}{point.surface_place[1:]}."))
    if point.referral.instead_of_pain:
        st.write(plain(f"Not pain: {point.referral.instead_of_pain}."))
    elif not point.referral.zones:
        st.write("No typical referred pain is described for it.")
    if point.zone_shape:
        st.write(plain(point.zone_shape))
    if point.note:
        st.write(plain(point.note))
    if point.referral.zones and not point.referral.instead_of_pain:
        st.caption(SHAPE_MADE)
    if point.place.chart is not None:
        st.info("It is drawn on the pelvic-floor chart: choose Pelvic floor above the body.")
    key = f"{point.id}-{asked.laterality.value}"
    sources.behind(atlas, point.sources, point.certainty, key=key, what="place and referral")
    _noticed(atlas, point)


def _noticed(atlas: Atlas, point: TriggerPoint) -> None:
    """What is noticed with this very trigger point, each with its own source."""
    if not point.symptoms:
        return
    st.markdown("**Noticed with this trigger point**")
    for number, each in enumerate(point.symptoms):
        st.write(plain(f"{each.text[:1].upper()}{each.text[1:]}."))
        key = f"{point.id}-noticed-{number}"
        sources.behind(atlas, each.sources, each.certainty, key=key, what=each.text)


def _others(
    asked: Explored, body: Body, point: TriggerPoint, go: Callable[[Explored], None]
) -> None:
    """From each region of the zone, the way to all who refer there."""
    referral = typical_referral(point, asked.laterality, body)
    reached = regions_of(referral.essential or referral.spillover)[:_MOST_REGIONS]
    if not reached:
        return
    st.markdown("**Which other muscles refer pain here?**")
    for region in reached:
        st.button(
            name_of(region, body),
            on_click=go,
            args=(replace(asked, region=region),),
            key=f"explore-others-{region}",
            type="tertiary",
        )


def _numbered(muscle: Muscle, point: TriggerPoint) -> str:
    return f"{muscle.trigger_points.index(point) + 1} · {plain(point.name)}"


def _only_on(muscle: Muscle) -> list[str] | None:
    """Which trigger points exist on one side only; None if all exist on both."""
    only = [point.only_on for point in muscle.trigger_points]
    return [f"on the {side} side only" if side else "" for side in only] if any(only) else None


def _listed(atlas: Atlas, muscle: Muscle, heading: str, texts: Sequence[str]) -> None:
    if not texts:
        return
    st.markdown(f"## {heading}")
    st.markdown("\n".join(f"- {plain(text[:1].upper() + text[1:])}" for text in texts))
    _of_muscle(atlas, muscle, heading)


def _of_muscle(atlas: Atlas, muscle: Muscle, what: str) -> None:
    note = "" if muscle.checked_against else "Not yet checked against a page that was opened."
    key = f"{muscle.id}-{what}"
    words = what[:1].lower() + what[1:]
    sources.behind(atlas, muscle.sources, muscle.certainty, key=key, what=words, note=note)


def _hazards(atlas: Atlas, muscle: Muscle) -> None:
    st.markdown("## Needling hazards")
    with st.container(key="caution-explore"):
        st.warning(plain(hazard_line(atlas, muscle)))
    _each(f"{atlas.hazards[h].structure}: {atlas.hazards[h].risk}" for h in muscle.needling.hazards)
    if muscle.needling.note:
        st.write(plain(muscle.needling.note))
    key = f"{muscle.id}-needling"
    cited = muscle.needling.sources
    sources.behind(atlas, cited, muscle.certainty, key=key, what="needling hazards")


def _each(texts: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {plain(text)}" for text in texts))


def _anatomy(atlas: Atlas, muscle: Muscle) -> None:
    st.markdown("## Anatomy")
    at = muscle.attachments
    facts = {
        "Place": muscle.surface_location,
        "From": at.origin,
        "To": at.insertion,
        "Action": at.action,
        "Nerve": at.innervation,
    }
    st.markdown("\n".join(f"- **{name}**: {plain(text)}" for name, text in facts.items()))
    often = muscle.frequency
    st.write(_FREQUENCIES[often.level])
    for note in filter(None, (muscle.note, often.note)):
        st.write(plain(note))
    key = f"{muscle.id}-anatomy"
    sources.behind(atlas, [at.source], muscle.certainty, key=key, what="anatomy")
    key = f"{muscle.id}-often"
    judged = "A rough rank by judgement, not a measured rate."
    sources.behind(atlas, [often.source], often.certainty, key=key, what="how often", note=judged)


def _self_care(atlas: Atlas, muscle: Muscle) -> None:
    """Self-care stands behind the questions for safety."""
    st.markdown("## Self-care")
    if not st.toggle("Show a hint for self-care", key=f"explore-self-care-{muscle.id}"):
        return
    region = muscle.regions[0]
    if not asking.passed(region, SafetyQuestions(questions_for(atlas, region), atlas)):
        return
    st.write(plain(muscle.self_care_hint))
    if muscle.self_care_precaution:
        st.warning(plain(muscle.self_care_precaution))
    _of_muscle(atlas, muscle, "Self-care")
