"""What `streamlit run` starts; everything is wired in `bodymap.app`.

Streamlit looks for a call of `st.App` in this very file before it runs it.
"""

import streamlit as st

from bodymap.app import SCRIPT, parts

app = st.App(SCRIPT, **parts())
