"""What the Explore page looks like where no option of Streamlit's offers it."""

from typing import Final

import streamlit as st

SHEET: Final = """
<style>
[class*="st-key-hit-"] button { justify-content: flex-start; text-align: left; }
[class*="st-key-hit-"] button :is(div, span) { justify-content: flex-start; width: 100%; }
[class*="st-key-hit-"] button p { text-align: left; overflow-wrap: anywhere; }
[class*="st-key-hit-"][class*="-chosen"] button
  { border-color: light-dark(#0F766E, #4FC3B3);
    box-shadow: inset 4px 0 light-dark(#0F766E, #4FC3B3); }
.stApp .st-key-explore-title { min-height: 3.2rem; }
.stApp .st-key-explore-canvas { min-height: 40rem; }
.stApp .st-key-explore-turning { min-height: 620px; }
.stApp .st-key-card-explore-body:not(:has(.st-key-explore-turning)) .st-key-explore-turner
  { min-height: 760px; }
.stApp .st-key-explore-find { min-height: 5.55rem; }
.stApp .st-key-explore-group { min-height: 4.25rem; }
@media (min-width: 641px) and (max-width: 1450px)
  { .stApp .st-key-explore-choices { align-content: start; min-height: 5.5rem; } }
.stApp .st-key-card-explore-body:has(.st-key-explore-compared, .st-key-card-overlaid)
  .st-key-explore-choices { min-height: 0; }
.st-key-explore-words h2 { font-size: 1.05rem; margin: 0; }
.st-key-explore-words p { font-size: .92rem; }
.stApp .st-key-explore-compared { min-height: clamp(18rem, 100dvh - 22rem, 48rem); }
.st-key-card-muscle h2 { font-size: 1.05rem; margin: .5rem 0 .9rem; }
.stPopover h2, [data-testid="stPopoverBody"] h2 { font-size: 1rem; margin: .25rem 0 0; }
.st-key-card-muscle :is(p, li) { font-size: .92rem; }
/* Beside the other choices its label would shrink to nothing, and its arrow leave the button. */
.st-key-take-away [title] { flex: none; min-width: max-content; }
.st-key-take-away button { padding-right: 1.9rem; }
[class*="st-key-source-"] button { min-height: 1.75rem; padding: 0; }
[class*="st-key-source-"] button p { color: light-dark(#5D6B69, #9FB0AD); font-size: .8rem; }
[class*="st-key-explore-others-"] button { min-height: 1.75rem; padding: 0; }
[class*="st-key-explore-others-"] button p { color: light-dark(#0F766E, #4FC3B3);
  text-align: left; text-decoration: underline; }
[class*="st-key-explore-ways-"] a { min-height: 1.75rem; }
[class*="st-key-explore-ways-"] :is(a, span, p) { overflow: visible; white-space: normal; }
.stMultiSelect span[title] { color: light-dark(#FFFFFF, #0E1716); }
@media (max-width: 640px) {
  .stApp .st-key-explore-fields { display: grid; grid-template-columns: 3fr 2fr; }
  .stApp .st-key-explore-find { min-height: 4.25rem; }
  .stApp .st-key-explore-fields label { white-space: nowrap; }
  .stApp .st-key-explore-fields .st-key-explore-group label { visibility: hidden; }
  .stApp .st-key-card-find { gap: .5rem; min-height: 6.9rem; padding-block: .75rem; }
  .stApp .st-key-card-find:has(.st-key-explore-results) { min-height: 13.2rem; }
  .stApp .st-key-explore-common { display: none; }
  .stApp .st-key-explore-results { align-items: center; flex-flow: row nowrap; gap: .5rem;
    height: 5.75rem; overflow-x: auto; }
  .stApp .st-key-explore-results > * { flex: 0 0 auto; max-width: 13rem; width: auto; }
  .stApp .st-key-explore-results > :has(> [data-testid="stCaptionContainer"]) { max-width: 8rem; }
  .stApp .st-key-explore-results [data-testid="stCaptionContainer"] { font-size: .75rem; }
  .stApp .st-key-explore-results button p { -webkit-box-orient: vertical; display: -webkit-box;
    -webkit-line-clamp: 3; overflow: hidden; }
  /* the body before the choices, which wait until it has its room */
  .stApp .st-key-card-explore-body { min-height: 44rem; }
  .stApp .st-key-card-explore-body:not(:has(.st-key-explore-canvas, .st-key-explore-turner))
    .st-key-explore-row { display: none; }
  .stApp :is(.st-key-explore-row, :has(> .st-key-explore-row)) { order: 1; }
  .stApp :is(.st-key-explore-muscles, :has(> .st-key-explore-muscles)) { order: 2; }
  .stApp :is(.st-key-explore-others, :has(> .st-key-explore-others)) { order: 2; }
  .stApp :is(.st-key-explore-row, [class*="st-key-explore-choices"])
    { flex-wrap: wrap; gap: .5rem; }
  .stApp :is(.st-key-explore-row > :has([class*="st-key-explore-choices"]),
    [class*="st-key-explore-choices"]) { flex: 1 1 100%; min-width: 100%; }
  .stApp [class*="st-key-explore-choices"] .stButtonGroup button { padding-inline: .55rem; }
}
</style>
"""


def apply() -> None:
    """Add the rules to the page."""
    st.html(SHEET)
