"""What the Explore page looks like where no option of Streamlit's offers it."""

from typing import Final

import streamlit as st

_STYLE: Final = """
<style>
[class*="st-key-hit-"] button { justify-content: flex-start; text-align: left; }
[class*="st-key-hit-"] button :is(div, span) { justify-content: flex-start; width: 100%; }
[class*="st-key-hit-"] button p { text-align: left; overflow-wrap: anywhere; }
[class*="st-key-hit-"][class*="-chosen"] button
  { border-color: light-dark(#0F766E, #4FC3B3);
    box-shadow: inset 4px 0 light-dark(#0F766E, #4FC3B3); }
.st-key-explore-title h1 { font-size: 1.6rem; }
.st-key-card-muscle h2 { font-size: 1.05rem; margin: .5rem 0 .9rem; }
.stPopover h2, [data-testid="stPopoverBody"] h2 { font-size: 1rem; margin: .25rem 0 0; }
.st-key-card-muscle :is(p, li) { font-size: .92rem; }
[class*="st-key-source-"] button { min-height: 1.75rem; padding: 0; }
[class*="st-key-source-"] button p { color: light-dark(#5D6B69, #9FB0AD); font-size: .8rem; }
[class*="st-key-explore-others-"] button { min-height: 1.75rem; padding: 0; }
[class*="st-key-explore-others-"] button p { color: light-dark(#0F766E, #4FC3B3);
  text-align: left; text-decoration: underline; }
[class*="st-key-explore-ways-"] a { min-height: 1.75rem; }
[class*="st-key-explore-ways-"] :is(a, span, p) { overflow: visible; white-space: normal; }
.stMultiSelect span[title] { color: light-dark(#FFFFFF, #0E1716); }
@media (max-width: 640px) {
  .st-key-explore-results { max-height: 15rem; overflow-y: auto; }
  .st-key-explore-row, .st-key-explore-choices { flex-wrap: wrap; gap: .5rem; }
  .st-key-explore-row > :has(.st-key-explore-choices), .st-key-explore-choices
    { flex: 1 1 100%; min-width: 100%; }
  .st-key-explore-choices .stButtonGroup button { padding-inline: .55rem; }
}
</style>
"""


def apply() -> None:
    """Add the rules to the page."""
    st.html(_STYLE)
