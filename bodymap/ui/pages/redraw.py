"""The drawing page: an educator redraws where a trigger point refers, and saves it to its file."""

from typing import Final

import streamlit as st

from bodymap import files
from bodymap.analysis.comparing.comparing_drawn import ComparedWithSites, compared_with_sites
from bodymap.atlas import Atlas, Extent, ReferralZone
from bodymap.atlas.editing.drawn_yaml import block
from bodymap.atlas.editing.redrawing import Redrawing, Step, filled_sites
from bodymap.errors import BodymapError, PatternNotSaved, StoreError
from bodymap.ui import links
from bodymap.ui.explore import sources
from bodymap.ui.fields import pressed
from bodymap.ui.problems import in_words
from bodymap.ui.redraw import board
from bodymap.ui.redraw.work import Work
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

TITLE: Final = "Redraw a pattern"
PATH: Final = links.DRAW
_ZONES: Final = {Extent.ESSENTIAL: "Essential zone", Extent.SPILLOVER: "Spillover"}
_EXTENT: Final = "draw-extent"
_SAVED: Final = "draw_saved"


def show(workspace: Workspace) -> None:
    """Show the page; the address names the trigger point."""
    atlas = workspace.atlas()
    links.back_to_assessment()
    asked = st.query_params.get(links.POINT)
    if asked is None or asked not in atlas.trigger_points:
        _choose(atlas, asked)
        return
    muscle, point = atlas.muscle_of(asked), atlas.trigger_points[asked]
    st.markdown(f"# Redraw: {plain(muscle.name)}")
    st.caption(plain(f"{point.name}. Draw for a muscle on the right side; the left is its mirror."))
    _at_work(Work(muscle, point, workspace.body("neutral"), workspace.ports), atlas)
    if st.button("Back to the muscle", key="draw-back"):
        links.to_muscle(muscle.id, point.id, point.only_on or "right")


def _choose(atlas: Atlas, asked: str | None) -> None:
    st.markdown("# Redraw a pattern")
    if asked is not None:
        st.warning(f"There is no trigger point called {plain(asked[:60])} here. Choose one.")
    names = {p: f"{atlas.muscle_of(p).name}: {atlas.trigger_points[p].name}" for p in _ids(atlas)}
    chosen = st.selectbox(
        "Which trigger point?",
        list(names),
        index=None,
        format_func=lambda point: plain(names[point]),
        placeholder="Choose one",
        key="draw-choose",
    )
    if chosen is not None:
        links.to_drawing(chosen)


def _ids(atlas: Atlas) -> list[str]:
    return [point.id for muscle in atlas.muscles.values() for point in muscle.trigger_points]


@st.fragment
def _at_work(work: Work, atlas: Atlas) -> None:
    try:
        now = work.now()
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    body, told = st.columns([0.72, 0.28], gap="small")
    with body, st.container(border=True, key="card-draw"):
        extent = st.segmented_control(
            "Zone to draw",
            list(Extent),
            format_func=_ZONES.__getitem__,
            default=Extent.ESSENTIAL,
            key=_EXTENT,
            required=True,
            label_visibility="collapsed",
        )
        board.draw(work, now, Extent(extent), atlas)
    with told, st.container(border=True, key="card-draw-words"):
        _words(work, atlas)
        _comparison(work, now, atlas)
        _steps(work, now, Extent(extent))
        _saving(work, now)


def _words(work: Work, atlas: Atlas) -> None:
    st.markdown("## As the literature has it")
    point = work.point
    st.write(plain(point.zone_shape or "No words for its shape stand in the atlas."))
    key = f"draw-{point.id}"
    sources.behind(atlas, point.sources, point.certainty, key=key, what="place and referral")


def _comparison(work: Work, now: Redrawing, atlas: Atlas) -> None:
    found = board.areas(now, work.point.referral, work.body)
    for extent, zones in _listed(work).items():
        st.markdown(f"## {_ZONES[extent]}")
        sites = ", ".join(dict.fromkeys(atlas.sites[zone.site].plain_label for zone in zones))
        st.caption(plain(f"Listed: {sites or 'none'}"))
        if not now.strokes(extent):
            st.write(_not_drawn(now) if zones else "Not drawn; no site is listed.")
            continue
        compared = compared_with_sites(found[extent], zones, work.body)
        st.write(compared_in_words(compared))
        if compared.missed:
            missed = ", ".join(atlas.sites[site].plain_label for site in compared.missed)
            st.caption(plain(f"Hardly reached: {missed}"))


def _not_drawn(now: Redrawing) -> str:
    if any(now.strokes(other) for other in Extent):
        return "Not drawn. Draw it too, or begin with its listed sites: a drawn pattern has both."
    return "Not drawn: its listed sites are shown. A pattern that names sites must be drawn."


def compared_in_words(compared: ComparedWithSites) -> str:
    """A comparison with the listed sites as a sentence."""
    if compared.outside is None:
        return "Nothing of it is left."
    if compared.covered is None:
        return "No site is listed that it could be compared with."
    return (
        f"Covers {compared.covered:.0%} of the listed sites; "
        f"{compared.outside:.0%} of it lies outside them."
    )


def _listed(work: Work) -> dict[Extent, tuple[ReferralZone, ...]]:
    pattern = work.point.referral
    return {Extent.ESSENTIAL: pattern.essential_zones, Extent.SPILLOVER: pattern.spillover_zones}


def _steps(work: Work, now: Redrawing, extent: Extent) -> None:
    name = _ZONES[extent].lower()

    def anew(*, from_sites: bool) -> None:
        strokes = filled_sites(_listed(work)[extent], work.body) if from_sites else ()
        step = Step(id=work.ports.ids.new(), extent=extent, strokes=strokes, anew=True)
        work.begin_anew(step)

    st.markdown("## Begin again")
    st.button(
        f"{name.capitalize()} from its listed sites",
        on_click=lambda: anew(from_sites=True),
        disabled=not _listed(work)[extent],
        key="draw-from-sites",
    )
    st.button(
        f"Empty the {name}",
        on_click=lambda: anew(from_sites=False),
        disabled=not now.strokes(extent),
        key="draw-empty",
    )
    st.button(
        "Back to what the file says",
        on_click=pressed(work.give_up),
        disabled=not now.is_changed,
        key="draw-give-up",
    )


def _saving(work: Work, now: Redrawing) -> None:
    st.markdown("## Save")
    if work.problem:
        st.error(plain(work.problem))
    if files.is_checkout():
        _save(work, now)
    else:
        _download(work, now)


def _save(work: Work, now: Redrawing) -> None:
    def save() -> None:
        try:
            work.save()
            st.session_state[_SAVED] = (work.point.id, "")
        except (PatternNotSaved, StoreError) as error:
            st.session_state[_SAVED] = (work.point.id, str(error))

    name = f"assets/atlas/muscles/{work.path.name}"
    st.button(
        "Save to the file", on_click=save, disabled=not now.is_changed, type="primary",
        key="draw-save",
    )  # fmt: skip
    point, problem = st.session_state.get(_SAVED, ("", ""))
    if point == work.point.id and problem:
        st.error(plain(problem))
    elif now.is_changed:
        st.caption(f"Not yet in `{name}`; the drawing is kept on this machine meanwhile.")
    elif point == work.point.id:
        st.success(f"Written to `{name}`. `make atlas` compiles it; start Bodymap again to see it.")
    else:
        st.caption(f"As in `{name}`.")


def _download(work: Work, now: Redrawing) -> None:
    drawn = now.zones(work.body.version)
    st.write(
        "This is an installed copy, whose files are not edited. Download the shape and put it "
        f"under `referral:` of `{work.point.id}` in `assets/atlas/muscles/{work.path.name}` of a "
        "checkout, in the place of `drawn:`; `make atlas` compiles it."
    )
    st.download_button(
        "Download the shape",
        data=block(drawn) if drawn else "",
        file_name=f"{work.point.id}.drawn.yaml",
        mime="application/yaml",
        disabled=drawn is None,
        on_click="ignore",
        key="draw-download",
    )
