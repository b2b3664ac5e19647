"""The little style sheet the pages need beside Streamlit's theme.

Streamlit's own parts and theme carry the look (`.streamlit/config.toml`). What stands here is what
no option offers: a page that uses its width, cards on a quiet ground, small print and buttons that
can be read (Streamlit fades the one and puts white on any other), smaller headings, and paper.
Colours follow the theme by `light-dark()`; a first run of a page does not know its theme. What a
button opens lies outside the themed part of the page, so there colours are inherited. The same
sheet stands in the page from the first moment on (`bodymap.web.first_page`).
"""

from typing import Final

import streamlit as st

SHEET: Final = """<style>
.stApp .stMainBlockContainer { padding: 4.25rem 1.75rem 3rem; max-width: 1560px; }
[class*="st-key-card"] { background: light-dark(#FFFFFF, #1A2324); }
[data-testid="stCaptionContainer"], .stButtonGroup [aria-hidden] [data-testid="stMarkdownContainer"]
  { color: light-dark(#57625F, #AEB9B6); opacity: 1; }
/* what is finished can be read as well as what is open */
.stApp :is([data-testid="stWidgetLabel"][disabled], .stButtonGroup button:disabled) p
  { color: light-dark(#57625F, #AEB9B6); }
.stApp :is(input, textarea):disabled { color: light-dark(#1E2B2A, #E7ECEA);
  -webkit-text-fill-color: currentcolor; opacity: 1; }
[data-testid="stPopoverBody"] :is([data-testid="stWidgetLabel"][disabled], button:disabled),
[data-testid="stPopoverBody"] :is([data-testid="stWidgetLabel"][disabled], button:disabled) *,
[data-testid="stPopoverBody"] :is(input, textarea):disabled,
[data-testid="stPopoverBody"] .stDateInput [data-disabled] *
  { color: inherit; -webkit-text-fill-color: currentcolor; }
.stApp .stButtonGroup button:is([aria-pressed="true"], [aria-checked="true"]) p
  { color: light-dark(#0B5750, #4FC3B3); }
button[kind^="primary"]:not(:disabled) { color: light-dark(#FFFFFF, #0E1716) !important; }
.stApp .stMainBlockContainer h1 { font-size: 1.5rem; overflow-wrap: anywhere; padding: 0 0 .3rem; }
.stApp [data-testid="stMarkdown"] h2 { font-size: 1.1rem; padding: 0; }
.stApp [class*="st-key-unseen-"] { display: none; }
[class*="st-key-sign-"], [class*="st-key-sign-"] .stButtonGroup { width: 100%; }
[class*="st-key-sign-"] .stButtonGroup { align-items: center; display: flex; flex-wrap: wrap;
  justify-content: space-between; }
[class*="st-key-sign-"] label p { font-size: 1rem; }
:is([class*="st-key-sign-"], [class*="st-key-last-time-"]) button
  { padding: .15rem .5rem; min-height: 2rem; }
:is([class*="st-key-sign-"], [class*="st-key-last-time-"]) button p { font-size: .82rem; }
[class*="st-key-nrs-"] button { flex: 1 1 0; min-width: 0; padding: .15rem 0; }
/* Assess at one glance: the body stays while the page scrolls, the form fits beside it */
[class*="st-key-measured-"] .stTextArea { flex: 1 1 10rem; }
[class*="st-key-measured-"] textarea { field-sizing: content; height: auto !important;
  max-height: 12rem; min-height: 2.5rem; padding-block: .45rem; }
/* a candidate: its name and what it fits on the left, what can be done on the right */
[class*="st-key-candidate-row-"] { display: grid; column-gap: .75rem; row-gap: 0;
  grid-template-columns: 1fr auto; border-bottom: 1px solid light-dark(#E5E0D8, #2C3938);
  padding-bottom: .35rem; }
[class*="st-key-candidate-row-"] > :nth-child(2) { grid-area: 2 / 1; }
[class*="st-key-candidate-row-"] > :nth-child(3) { grid-area: 1 / 2 / 3 / 2; align-self: center; }
.st-key-panel-heading { min-height: 1.75rem; }
@media (pointer: coarse) {
  [class*="st-key-together-"] [data-testid="stCaptionContainer"] { display: none; } }
@media (min-width: 1000px) and (min-height: 640px) and (pointer: fine) {
  .stApp .stMainBlockContainer:has(.st-key-card-panel) { padding-top: 3.9rem; }
  .stApp .stMainBlockContainer:has(.st-key-card-panel) > .stVerticalBlock { gap: .4rem; }
  .st-key-assess-line, .st-key-assess-who, .st-key-screen-only-header { flex-wrap: nowrap;
    gap: .5rem; }
  .st-key-assess-line > :has(> .st-key-assess-who) { flex: 1 1 0; min-width: 0; }
  .st-key-assess-who > * { flex-shrink: 0; }
  .st-key-assess-who > :has([data-testid="stCaptionContainer"]) { flex: 1 1 6rem; min-width: 6rem; }
  .st-key-assess-who > :has(h1) { max-width: 60%; }
  .stApp .st-key-assess-who h1 { font-size: 1.25rem; }
  .st-key-assess-who p { font-size: .82rem; line-height: 1.3; }
  .st-key-screen-only-header button { min-height: 2.2rem; padding: .2rem .6rem; }
  .stApp [data-testid="stColumn"]:has(> * > * > .st-key-card-body) { position: sticky; top: 4rem;
    align-self: flex-start; }
  .stApp .st-key-card-body { --body-tall: calc(100dvh - 354px); --list-tall: 4.25rem;
    padding: .7rem; }
  .stApp .st-key-card-panel { padding: .4rem .75rem; gap: .15rem; }
  .st-key-card-panel :is(.stButton, .stButtonGroup, .stPopover) button { height: 1.7rem;
    min-height: 1.7rem; padding: .1rem .5rem; }
  .st-key-card-panel .stButtonGroup div:has(> button) { row-gap: .2rem; }
  .st-key-card-panel button p, .st-key-card-panel [data-testid="stWidgetLabel"] p,
  .st-key-card-panel [data-testid="stCaptionContainer"] p { font-size: .82rem; line-height: 1.35; }
  .st-key-card-panel [class*="st-key-sign-"] label p { font-size: .9rem; }
  .st-key-card-panel [data-testid="stWidgetLabel"] { min-height: 1.1rem; margin-bottom: 0; }
  .st-key-card-panel [data-testid="stAlertContainer"] { padding: .35rem .6rem; }
  .st-key-card-panel [data-testid="stAlertContainer"] p { font-size: .82rem; line-height: 1.35; }
  .st-key-card-panel [class*="st-key-follows-"] { min-height: 1.7rem; }
  .st-key-card-panel :is([data-testid="stNumberInputContainer"], .stSelectbox > div > div,
    .stSelectbox [data-baseweb="select"] > div) { height: 2.1rem; min-height: 2.1rem; }
  .st-key-card-panel textarea { min-height: 2.1rem; padding-block: .3rem; }
  .st-key-card-panel .stButtonGroup { line-height: 1.35; }
  .st-key-card-panel [class*="st-key-signs-"] { gap: .1rem; } }
.stApp :is(.st-key-mark-page, .st-key-give-back) { max-width: 46rem; margin-inline: auto; }
[class*="st-key-big-"] button { min-height: 3.2rem; }
[class*="st-key-listed-"] { flex-wrap: nowrap; }
[class*="st-key-listed-"] > :first-child { min-width: 0; flex: 1 1 0; }
:has(> .st-key-big-way) { position: sticky; bottom: 0; z-index: 5; padding: .5rem 0;
  background: light-dark(#FAF8F4, #12191A); }
.st-key-big-way button { min-width: 7rem; }
:has(> .st-key-safety-advice) { position: sticky; top: 3.75rem; z-index: 6;
  background: light-dark(#FAF8F4, #12191A); }
[class*="st-key-safety-none"] { margin-top: .75rem; padding: 0 1rem; }
:is([class*="st-key-card-safety"], [class*="st-key-safety-none"]) .stCheckbox label
  { min-height: 2.75rem; align-items: center; }
/* An empty box or circle must be seen as one: 3:1 against the card, light and dark. */
[data-testid="stCheckbox"] label:not(:has(input:checked)) > div:first-of-type,
[data-testid="stRadioOption"]:not([data-selected="true"]) > div > div:first-child {
  border-color: light-dark(#6B7876, #8FA09D);
}
.st-key-mark-page :is(.stButtonGroup, .stPopover, .stButton, .stDownloadButton, .stFormSubmitButton)
  button, .st-key-mark-page summary { min-height: 2.75rem; }
.st-key-mark-page :is([data-testid="stHeaderActionElements"], [data-testid="stElementToolbar"])
  { display: none; }
.st-key-mark-page :is(a, button, summary):focus-visible
  { outline: 2px solid light-dark(#0F766E, #4FC3B3); outline-offset: 2px; }
.st-key-mark-page [data-testid="stSelectbox"] button { min-height: 2.75rem; min-width: 2.75rem; }
.st-key-mark-page h1:focus { outline: none; }
.st-key-mark-page h1:focus-visible { outline: 2px solid light-dark(#0F766E, #4FC3B3); }
[class*="st-key-caution"] [data-testid="stAlert"] p { font-size: .875rem; }
.stApp .st-key-page-search { position: fixed; top: .7rem; right: 1.75rem; width: min(20rem, 30vw);
  z-index: 999991; }
:has(> .st-key-page-search) { position: absolute; }
header [data-testid="stToolbar"] { padding-right: calc(min(20rem, 30vw) + 2rem); }
@media (max-width: 640px) {
  .stApp .st-key-page-search { top: .5rem; right: .75rem; width: 44px; }
  .stApp .st-key-page-search:focus-within { width: calc(100vw - 1.5rem); }
  header [data-testid="stToolbar"] { padding-right: 3.5rem; } }
.stApp [class*="st-key-grid-"] { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a:hover
  { background: none; padding-left: 0; }
[data-testid="stPageLink"] a p, [class*="st-key-here-"] button p
  { color: light-dark(#0F766E, #4FC3B3); font-weight: 400; white-space: normal;
  text-decoration: underline; }
[data-testid="stPopoverBody"] [data-testid="stCaptionContainer"],
[data-testid="stPopoverBody"] :is([data-testid="stPageLink"] a, [class*="st-key-here-"] button) p
  { color: inherit; }
.stPopover button[kind="tertiary"]:is(:hover, :focus, :active, [aria-expanded="true"]) p
  { color: light-dark(#0F766E, #4FC3B3); }
html :is([class*="st-key-person-"], [class*="-take-"]) button { justify-content: flex-start;
  text-align: left; }
html :is([class*="st-key-person-"], [class*="-take-"]) button div
  { justify-content: flex-start; text-align: left; width: 100%; }
/* room for a field with its label: it comes a moment after what stands below it */
.stApp :is(.st-key-people-find, [class*="st-key-people-add-"], .st-key-treatments-region)
  { min-height: 4.25rem; }
.stApp .st-key-to-body :has(> [data-testid="stSkeleton"]) { max-height: 1.25rem; }
@media (max-width: 640px) {
  .stApp .stMainBlockContainer { padding: 4rem .75rem 2rem; }
  .stApp .st-key-card-mark-body { border: none; padding: 0; background: none; }
  .st-key-mark-page [class*="st-key-nrs-"] [role="radiogroup"] { display: grid; gap: .3rem;
    grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .st-key-mark-page [class*="st-key-nrs-"] [role="radiogroup"] button { margin: 0; width: 100%; }
  .stApp .st-key-mark-page h1 { font-size: min(1.5rem, 6.1vw); padding-bottom: 0; }
  .st-key-mark-page [data-testid="stVerticalBlock"]:has(> * > .st-key-card-mark-body)
    { gap: .5rem; }
  .stApp .st-key-treatments-place:has(.st-key-treatments-chip) { min-height: 7.75rem; }
  [data-testid="stColumn"]:has(.st-key-people-opened) { order: -1; }
  .stApp .st-key-card-draw { min-height: 60rem; } }
@media (max-height: 500px) {
  .stApp .st-key-card-mark-body { border: none; padding: 0; background: none; }
  .stApp :has(> .st-key-big-way) { position: static; } }
@media (forced-colors: active) {
  .stButtonGroup button:is([aria-pressed="true"], [aria-checked="true"]),
  .stButtonGroup button:is([aria-pressed="true"], [aria-checked="true"]) p
    { background: Highlight !important; color: HighlightText !important;
      forced-color-adjust: none; }
  [data-testid="stCheckbox"] label > div:first-of-type { border: 2px solid CanvasText; }
  [data-testid="stCheckbox"] label:has(input:checked) > div:first-of-type
    { background-color: Highlight; forced-color-adjust: none; }
}
[data-testid="stElementContainer"]:has(.printed-report) { display: none; }
@media print {
  header, [data-testid="stToolbar"], [class*="st-key-screen-only"], .stButton, .stPopover
    { display: none !important; }
  .stApp .stMainBlockContainer { padding: 0; max-width: none; }
  .stApp, [data-testid="stAppViewContainer"], .stMain
    { position: static !important; overflow: visible !important; }
  body:has(.printed-report) :is([data-testid="stElementContainer"], [data-testid="stColumn"],
    [data-testid="stLayoutWrapper"], [data-testid="stVerticalBlock"], [data-baseweb="popover"],
    [data-testid="stPopoverBody"]):not(:has(.printed-report)) { display: none !important; }
  [data-testid="stElementContainer"]:has(.printed-report) { display: block; }
  :is(html, body, .stApp):has(.printed-report) { background: #fff; }
  .stApp .printed-report { color: #000; background: #fff; }
  .printed-report :is(h1, h2) { color: #000; break-after: avoid; }
  .printed-report table { border-collapse: collapse; width: 100%; }
  .printed-report caption { text-align: left; }
  .printed-report :is(td, th)
    { border-bottom: 1px solid #999; padding: .2rem .3rem; text-align: left; vertical-align: top; }
  .printed-report :is(tr, figure) { break-inside: avoid; }
  .printed-report img { max-height: 14cm; }
  .printed-report .letterhead { text-align: right; }
  .printed-report .signature { border-top: 1px solid #999; margin-top: 3rem; width: 7cm; }
}
</style>
"""


def apply() -> None:
    """Add the style sheet to the page; the text is ours, nothing of a user's goes in."""
    st.html(SHEET)
