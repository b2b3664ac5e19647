"""What `streamlit run` starts; everything is wired in `bodymap.app`."""

from bodymap.app import app

__all__ = ["app"]
