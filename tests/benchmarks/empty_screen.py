"""The smallest Streamlit page there is: what Streamlit itself costs."""

import streamlit as st

st.markdown("Nothing", help=None)
