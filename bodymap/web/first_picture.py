"""What is seen until Streamlit's code has come: the body, small, and that the page is coming."""

import base64
from pathlib import Path
from typing import Final

_SEEN: Final = """<style>
html {{ color-scheme: light dark; background: light-dark(#FAF8F4, #12191A); }}
#first-picture {{ align-items: center; color: light-dark(#57625F, #AEB9B6); display: flex;
  flex-direction: column; font: 1rem/1.5 system-ui, sans-serif; gap: 1rem; height: 100dvh;
  justify-content: center; text-align: center; }}
#first-picture img {{ height: min(15rem, 50dvh); }}
#first-picture p {{ margin: 0; padding: 0 1rem; }}
</style><div id="first-picture" role="status"><img alt="" src="data:image/webp;base64,{picture}">
<p>Bodymap is loading. On a slow line this takes up to half a minute.</p></div>"""


def first_picture(file: Path) -> str:
    """HTML that Streamlit's first page takes the place of.

    Args:
        file: A picture of the body (WebP), small enough to stand in the page.
    """
    return _SEEN.format(picture=base64.b64encode(file.read_bytes()).decode())
