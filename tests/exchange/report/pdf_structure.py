"""A second judge of reports, of our own: what a reader of the structure tree would stumble over.

It reads the file with another library than the first judge does, and knows nothing of typst.
"""

import io
from collections.abc import Iterator
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

_CELLS = {"/TH", "/TD"}
_IN_TABLES = {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"}
_HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def faults(pdf: bytes) -> list[str]:
    """What is wrong with the structure of a PDF; nothing for one in order."""
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.root_object
    return [*_outside(reader, root), *_headings(root), *_elements(root), *_files(root)]


def pictures(pdf: bytes) -> list[str]:
    """What each picture of a PDF shows, in words."""
    root = PdfReader(io.BytesIO(pdf)).root_object
    return [str(element.get("/Alt")) for kind, element in _walk(root) if kind == "/Figure"]


def _outside(reader: PdfReader, root: DictionaryObject) -> Iterator[str]:
    if not root.get("/Lang"):
        yield "no language"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "its title is not shown"
    if not (reader.metadata and reader.metadata.title):
        yield "no title"
    for number, page in enumerate(reader.pages, start=1):
        if page.get("/Tabs") != "/S" and "/Annots" in page:
            yield f"page {number}: its order of tabs is not that of the structure"
        if "/StructParents" not in page:
            yield f"page {number}: not part of the structure"
        fonts = page["/Resources"].get_object().get("/Font", DictionaryObject())
        for name, font in fonts.get_object().items():
            if "/ToUnicode" not in font.get_object():
                yield f"page {number}: letters of {name} cannot be read out"


def _headings(root: DictionaryObject) -> Iterator[str]:
    levels = [_HEADINGS[kind] for kind, _ in _walk(root) if kind in _HEADINGS]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"not one first heading: {levels}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of {before}"


def _elements(root: DictionaryObject) -> Iterator[str]:
    for kind, element in _walk(root):
        children = [_kind(child) for child in _children(element)]
        if kind == "/Figure" and not element.get("/Alt"):
            yield "a picture without words"
        if kind == "/TR" and not {*children} <= _CELLS:
            yield f"a row of {children}"
        if kind == "/Table" and not {*children} <= {
            "/THead",
            "/TBody",
            "/TFoot",
            "/TR",
            "/Caption",
        }:
            yield f"a table of {children}"
        if kind == "/L" and not {*children} <= {"/LI", "/Caption"}:
            yield f"a list of {children}"
    for kind, table in _walk(root):
        rows = [each for inner, each in _walk(table) if inner == "/TR"] if kind == "/Table" else []
        widths = {len(_children(row)) for row in rows}
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells"


def _files(root: DictionaryObject) -> Iterator[str]:
    names = root.get("/Names", DictionaryObject()).get_object().get("/EmbeddedFiles")
    specs = names.get_object().get("/Names", ArrayObject())[1::2] if names else []
    for spec in specs:
        if not spec.get_object().get("/AFRelationship") or not spec.get_object().get("/Desc"):
            yield "an attached file does not say what it is"


def _walk(element: DictionaryObject) -> Iterator[tuple[str, DictionaryObject]]:
    """Every element below, in reading order, with its kind."""
    top = element.get("/StructTreeRoot")
    for child in _children(top.get_object() if top is not None else element):
        yield _kind(child), child
        yield from _walk(child)


def _children(element: DictionaryObject) -> list[DictionaryObject]:
    kids: PdfObject | None = element.get("/K")
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    listed = kids if isinstance(kids, ArrayObject) else [kids]
    found = [kid.get_object() for kid in listed if kid is not None]
    return [kid for kid in found if isinstance(kid, DictionaryObject) and "/S" in kid]


def _kind(element: DictionaryObject) -> str:
    return str(element["/S"])
