"""What the Practise page looks like where no option of Streamlit's offers it."""

from typing import Final

import streamlit as st

SHEET: Final = """
<style>
[class*="st-key-practise-choice-"] button { justify-content: flex-start; min-height: 3.4rem; }
[class*="st-key-practise-choice-"] button :is(div, span) { justify-content: flex-start; }
[class*="st-key-practise-choice-"] button p { text-align: left; overflow-wrap: anywhere; }
[class*="st-key-practise-"] kbd { color: inherit; opacity: 1; }
[class*="st-key-practise-choice-"] [data-has-shortcut] { display: flex; width: 100%; }
[class*="st-key-practise-choice-"] [data-testid="stMarkdownContainer"] { flex: 1 1 auto; }
[class*="st-key-card-practise"] h2 { margin-bottom: .6rem; }
.st-key-practise-head { gap: .25rem; margin-bottom: .25rem; }
.st-key-card-practise-panel h2 { font-size: 1.02rem; }
.st-key-card-practise-panel :is(p, li) { font-size: .93rem; }
.practise-views { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: center; }
.practise-views figure { flex: 1 1 220px; margin: 0; max-width: 400px; min-width: 0; }
.practise-view { margin: 0 auto; max-height: min(62vh, 560px); overflow: hidden;
  position: relative; }
.practise-view img { display: block; height: 100%; width: 100%; }
.practise-view .relief { max-width: none; position: absolute; }
.practise-views figcaption { color: light-dark(#57625F, #AEB9B6); display: flex; font-size: .8rem;
  justify-content: space-around; }
.practise-legend { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; justify-content: center;
  margin: .75rem 0 0; }
.practise-swatch { align-items: center; display: inline-flex; font-size: .88rem; gap: .4rem; }
.practise-swatch img { background: #F3ECE5; border-radius: 4px; flex: none; }
@media (min-width: 641px) {
  .stColumn:has(.st-key-card-practise-panel) { order: 3; }
  .stColumn:has(.st-key-card-practise-said) { order: 2; }
}
</style>
"""


def apply() -> None:
    """Add the rules to the page."""
    st.html(SHEET)
