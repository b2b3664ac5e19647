"""What is said and who says it; sources one tap away, the same on every page."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Literal

import streamlit as st

from bodymap.analysis.looking_up.explained_words import words_to_explain
from bodymap.atlas import (
    Atlas,
    Certainty,
    Claim,
    Correction,
    Fact,
    SourceKind,
    Standing,
    StatedText,
    Word,
)
from bodymap.atlas.citing import agreement, citation
from bodymap.atlas.sources import Access
from bodymap.ui import links
from bodymap.ui.wording import plain

WHO: Final = "Source"
STANDINGS: Final = {
    Standing.CLINICS_OWN: "a clinic says",
    Standing.EVIDENCE: "evidence",
    Standing.BACKGROUND: "background",
}
KINDS: Final = {
    SourceKind.TEXTBOOK: "a textbook",
    SourceKind.CONSENSUS: "experts who voted",
    SourceKind.GUIDELINE: "a guideline",
    SourceKind.SYSTEMATIC_REVIEW: "a review of many studies",
    SourceKind.REVIEW: "a review",
    SourceKind.RCT: "a trial",
    SourceKind.OBSERVATIONAL: "a study",
    SourceKind.OPINION: "an opinion",
    SourceKind.CLINIC_PAGE: "a clinic's page",
    SourceKind.CLINIC_CLAIM: "a clinic's own claim",
    SourceKind.WEBSITE: "a website",
    SourceKind.TERMINOLOGY: "a list of terms",
    SourceKind.GENERAL_KNOWLEDGE: "general knowledge",
}
_COLOURS: Final[dict[Standing, Literal["orange", "green", "gray"]]] = {
    Standing.CLINICS_OWN: "orange",
    Standing.EVIDENCE: "green",
    Standing.BACKGROUND: "gray",
}
_ORDER: Final = (Standing.EVIDENCE, Standing.BACKGROUND, Standing.CLINICS_OWN)


@contextmanager
def who_says() -> Iterator[None]:
    """A button that opens what is drawn within: sources, one tap away.

    It ends with a link, so that a long list can be reached and scrolled by keyboard.
    """
    with st.popover(WHO, type="tertiary"):
        yield
        links.way("about", "All sources")


def stated(atlas: Atlas, said: Sequence[StatedText], *, as_list: bool = True) -> None:
    """Statements in plain words, with their sources one tap away."""
    if as_list:
        st.markdown("\n".join(f"- {plain(each.text)}" for each in said))
    else:
        st.markdown("\n\n".join(plain(each.text) for each in said))
    with who_says():
        for each in said:
            st.markdown(f"**{plain(each.text)}**")
            cited(atlas, each.sources, each.certainty, each.kind)


def claims(atlas: Atlas, about: Sequence[Claim]) -> None:
    """Evidence first, then background, then what clinics say of their own; nothing is ranked."""
    ordered = sorted(about, key=lambda claim: _ORDER.index(claim.standing))
    for each in ordered:
        _claim(atlas, each)
    with who_says():
        for each in ordered:
            _claim_cited(atlas, each)


def _claim(atlas: Atlas, claim: Claim) -> None:
    who = f" ({plain(claim.attribution)})" if claim.attribution else ""
    note = f" {plain(claim.note)}" if claim.note else ""
    st.markdown(f"{_badge(claim.standing)} {plain(claim.text)}{who}{note}")
    if claim.correction is not None:
        correction(atlas, atlas.corrections[claim.correction])


def _badge(standing: Standing) -> str:
    return f":{_COLOURS[standing]}-badge[{STANDINGS[standing]}]"


def _claim_cited(atlas: Atlas, claim: Claim) -> None:
    """A claim's source; a clinic's claim with what its page says."""
    st.markdown(f"**{plain(claim.text)}**")
    cited(atlas, (claim.source,), claim.certainty, claim.kind)
    if claim.fact_ids:
        told = (f"- {plain(atlas.facts[id_].fact)}" for id_ in claim.fact_ids)
        st.caption("What the page says, in our words:")
        st.markdown("\n".join(told))


def correction(atlas: Atlas, set_right: Correction) -> None:
    """What is right where a page is wrong; stands directly below the claim."""
    sources = [atlas.sources[source] for source in set_right.sources]
    titles = "; ".join(source.title for source in sources)
    said = agreement(sources, set_right.certainty)
    st.warning(
        plain(f"Set right: {set_right.correct} ({titles}) {said}".strip()),
        icon=":material/priority_high:",
    )


def facts(atlas: Atlas, told: Sequence[Fact]) -> None:
    """What clinic pages say, page by page, with what sets it right."""
    for page in dict.fromkeys(fact.source for fact in told):
        st.markdown(f"{_badge(Standing.CLINICS_OWN)} {plain(atlas.sources[page].title)}")
        of_page = [fact for fact in told if fact.source == page]
        st.markdown("\n".join(f"- {_fact(fact)}" for fact in of_page))
        for fact in of_page:
            set_right = atlas.correction_of(fact.id)
            if set_right is not None:
                correction(atlas, set_right)
    with who_says():
        for fact in told:
            st.markdown(plain(fact.fact))
            cited(atlas, (fact.source,), fact.certainty, SourceKind.CLINIC_CLAIM)
            if fact.compare_with:
                st.caption("Others look at it in another way:")
                st.caption(plain("; ".join(atlas.sources[s].title for s in fact.compare_with)))


def _fact(fact: Fact) -> str:
    note = f" *{plain(fact.note)}*" if fact.note else ""
    return f"{plain(fact.fact)}{note}"


def cited(atlas: Atlas, sources: Iterable[str], certainty: Certainty, kind: SourceKind) -> None:
    """Sources of a statement, of which kind it is and how well they agree, in small print."""
    named = [atlas.sources[source_id] for source_id in dict.fromkeys(sources)]
    works = "; ".join(map(citation, named))
    if all(source.access is Access.GENERAL_KNOWLEDGE for source in named):
        rests = agreement(named, certainty, kind)
    else:
        rests = f"From {KINDS[kind]}. {agreement(named, certainty, kind)}".strip()
    st.caption(plain(f"{works}. {rests}"))


def behind(atlas: Atlas, sources: Iterable[str], certainty: Certainty, kind: SourceKind) -> None:
    """A button that opens the sources of one statement or picture."""
    with who_says():
        cited(atlas, sources, certainty, kind)


def words_explained(atlas: Atlas, texts: Iterable[str]) -> tuple[Word, ...]:
    """A box that explains the hard words of a page; nothing if it has none."""
    words = words_to_explain(atlas, texts)
    if words:
        with st.container(border=True, key="card-words"):
            st.markdown("## Words explained")
            lines = (f"- **{plain(word.name)}**: {plain(word.meaning)}" for word in words)
            st.markdown("\n".join(lines))
            with who_says():
                for word in words:
                    st.markdown(f"**{plain(word.name)}**")
                    cited(atlas, word.sources, word.certainty, word.kind)
    return words
