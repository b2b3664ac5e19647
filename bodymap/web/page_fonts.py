"""The letters and icons of pages: small files at the addresses of Streamlit's large ones.

Streamlit's fonts hold every letter of three scripts and thousands of icons. Pages need a tenth;
`tools/page_fonts.py` cuts it out. A letter that is not among them comes from the whole font, which
a browser asks for when a page shows one.
"""

from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

TEXT: Final = "page-text.woff2"
ICONS: Final = "page-icons.woff2"
LETTERS: Final = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2010, 0x2028),
    (0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122),
    range(0x2190, 0x2194),
    (0x2212, 0x2248, 0x2264, 0x2265),
)
"""What people write in the languages of Latin letters, as far as the font has it."""
STREAMLITS: Final = {TEXT: "SourceSansVF-Upright", ICONS: "MaterialSymbols-Rounded"}
"""How the names of Streamlit's files begin that ours stand for."""
FOLDER: Final = "fonts"
WHOLE: Final = "SourceSans3VF-Upright.ttf.woff2"
SHEET: Final = f"""<style>
@font-face {{ font-family: "Whole Source Sans"; font-weight: 200 900; font-display: swap;
  src: url("/{FOLDER}/{WHOLE}") format("woff2");
  unicode-range: U+180-2AF, U+300-52F, U+1E00-1FFF; }}
</style>
"""
"""Says where the whole font is, and that it is for other letters; the theme names it second.

Without the ranges a browser would fetch it for a sign that it has not either.
"""
_FOR_AN_HOUR: Final = "public, max-age=3600"


class PageFonts:
    """Pure ASGI middleware: serves the small fonts and the whole one, leaves all else as it is."""

    def __init__(self, app: ASGIApp, ours: Path, streamlits: Path) -> None:
        """Wrap an app.

        Args:
            app: What answers.
            ours: Folder of our fonts.
            streamlits: Folder of Streamlit's. What stands in for a font that is not there is not
                served.
        """
        self._app = app
        self._files = {f"/{FOLDER}/{WHOLE}": ours / WHOLE} | {
            f"/static/media/{file.name}": ours / name
            for name, begins in STREAMLITS.items()
            for file in streamlits.glob(f"{begins}.*woff2")
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        if file is None or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        font = await run_in_threadpool(file.read_bytes)
        answer = Response(font, media_type="font/woff2", headers={"cache-control": _FOR_AN_HOUR})
        await answer(scope, receive, send)
