"""The least that a click can take in Streamlit: one component, one fragment, one line of text."""

import streamlit as st

HTML = '<div class="pad"></div>'
CSS = """.pad { position: relative; width: 1000px; height: 700px; background: #eee }
.dot { position: absolute; width: 10px; height: 10px; margin: -5px; background: red }"""
JS = """export default function ({ parentElement, setStateValue }) {
  const pad = parentElement.querySelector(".pad");
  let count = 0;
  pad.onpointerup = ({ offsetX, offsetY }) => {
    const dot = document.createElement("div");
    dot.className = "dot";
    dot.style.cssText = `left: ${offsetX}px; top: ${offsetY}px; pointer-events: none`;
    pad.append(dot);
    setStateValue("clicks", ++count);
  };
}"""

pad = st.components.v2.component("floor", html=HTML, css=CSS, js=JS)


@st.fragment
def screen() -> None:
    seen = pad(key="pad", on_clicks_change=lambda: None)
    with st.container(key="panel"):
        st.markdown(f"{seen.clicks or 0} clicks")


st.set_page_config(page_title="One component", layout="wide")
screen()
