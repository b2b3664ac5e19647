"""The little style sheet the pages need beside Streamlit's theme.

Streamlit's own parts and theme carry the look (`.streamlit/config.toml`). What stands here is what
no option offers: a page that uses its width, cards on a quiet ground, and paper.
"""

import streamlit as st

# The second background of each theme in `.streamlit/config.toml`; a page cannot read it from there.
_CARDS = {"light": "#FFFFFF", "dark": "#1A2324"}
_STYLE = """
<style>
.stMainBlockContainer { padding: 4.25rem 1.75rem 3rem; max-width: 1560px; }
[class*="st-key-card"] { background: CARD; }
[class*="st-key-sign-"] button { padding: .15rem .5rem; min-height: 2rem; }
[class*="st-key-sign-"] button p { font-size: .82rem; }
[class*="st-key-nrs-"] button { flex: 1 1 0; min-width: 0; padding: .15rem 0; }
[class*="st-key-caution"] [data-testid="stAlert"] p { font-size: .875rem; }
@media (max-width: 640px) { .stMainBlockContainer { padding: 4rem .75rem 2rem; } }
@media print {
  header, [data-testid="stToolbar"], [class*="st-key-screen-only"], .stButton, .stPopover
    { display: none !important; }
  .stMainBlockContainer { padding: 0; max-width: none; }
  .stApp, [data-testid="stAppViewContainer"], .stMain
    { position: static !important; overflow: visible !important; }
}
</style>
"""


def apply() -> None:
    """Add the style sheet to the page; the text is ours, nothing of a user's goes in."""
    card = _CARDS["dark" if st.context.theme.type == "dark" else "light"]
    st.html(_STYLE.replace("CARD", card))
