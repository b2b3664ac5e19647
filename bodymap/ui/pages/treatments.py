"""The Treatments page: compare them, read one, or see those for a part of the body or a muscle."""

from typing import Final

import streamlit as st

from bodymap.analysis.safety_steps import SafetyQuestions, Whom
from bodymap.analysis.treated_place import TreatedPlace, treated_place
from bodymap.atlas import Atlas
from bodymap.atlas.citing import evidence
from bodymap.body import Body
from bodymap.ui import links
from bodymap.ui.safety import asking
from bodymap.ui.safety.who import of_last_assessment
from bodymap.ui.session import Workspace
from bodymap.ui.top import top
from bodymap.ui.treatments import comparison, one, place
from bodymap.ui.treatments.address import Asked, Missing, read
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "Treatments"
PATH: Final = "treatments"
TREATMENT: Final = links.TREATMENT
_MOST_LETTERS: Final = 60


def show(workspace: Workspace) -> None:
    """Show the page; the address names a treatment, a part of the body, a muscle, or several."""
    atlas, body = workspace.atlas(), workspace.body("neutral")
    asked, missing = read(st.query_params.to_dict(), atlas, body)
    links.back_to_assessment()
    place.back(asked, atlas, body)
    if asked.treatment is None:
        st.title("Treatments")
    else:
        general = place.without_treatment(asked).parameters()
        links.here("All treatments", key="back", **general)
        st.title(plain(atlas.treatments[asked.treatment].name))
    for each in missing:
        _say(each)
    place.choose(asked, atlas, body, _go)
    person = of_last_assessment(workspace) if asked.of_a_place else Whom()
    at = treated_place(atlas, body, region=asked.region, muscle=asked.muscle, sex=person.sex)
    if not asked.of_a_place or _free(asked, at, SafetyQuestions(at.questions, atlas, person)):
        _show(asked, at, atlas, body)
    st.caption(NOTICE)
    top.of(asked.treatment)


def _go(asked: Asked) -> None:
    st.query_params.from_dict(asked.parameters())


def _say(missing: Missing) -> None:
    name = plain(missing.name[:_MOST_LETTERS])
    st.warning(f"There is no {missing.kind} called {name} here. Choose one from the list.")
    if missing.instead is not None:
        links.here("Did you mean this?", key=missing.kind, **missing.instead.parameters())


def _free(asked: Asked, at: TreatedPlace, questions: SafetyQuestions) -> bool:
    """Whether the questions for safety were answered; hazards of the site are named first."""
    place.hazards(at, questions.atlas)
    return asking.passed(f"{asked.region}:{asked.muscle}", questions)


def _show(asked: Asked, at: TreatedPlace, atlas: Atlas, body: Body) -> None:
    if asked.treatment is not None:
        one.draw(atlas, atlas.treatments[asked.treatment])
        return
    treatments = list(atlas.treatments.values())
    if asked.of_a_place:
        where = place.words(asked, atlas, body)
        treatments = [treatment for treatment in treatments if at.suits(treatment)]
        st.write(f"{len(treatments)} treatments are described for this place: {where}.")
        place.clinics(at, atlas)
    with st.container(key="grid-treatments"):
        for treatment in treatments:
            with st.container(border=True, key=f"card-{treatment.id}"):
                st.markdown(f"## {plain(treatment.name)}")
                st.write(plain(treatment.summary.text))
                needle = "with a needle" if treatment.invasive else "without a needle"
                grade = comparison.certainty(atlas, treatment.compared.evidence)
                found = plain(treatment.compared.evidence.text)
                behind = plain("; ".join(comparison.who_found(atlas, treatment)))
                st.caption(f"{needle} · What studies found: {found} ({evidence(grade)}; {behind})")
                reading = Asked(treatment.id, asked.region, asked.muscle).parameters()
                links.here(f"Read: {plain(treatment.name)}", key=treatment.id, **reading)
    comparison.draw(atlas, treatments)
    comparison.clinics(atlas)
