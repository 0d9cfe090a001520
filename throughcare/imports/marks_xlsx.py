"""The marks of an Excel workbook (Office Open XML, ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Final
from xml.etree import ElementTree

from throughcare.imports.marks import Marks, Range, place_of

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_TO: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def read(book: zipfile.ZipFile, sheet: str) -> Marks:
    """The marks of the sheet of this name. Raises KeyError, SyntaxError."""
    marks = Marks(macros=any(name.endswith("vbaProject.bin") for name in book.namelist()))
    root = ElementTree.fromstring(book.read("xl/workbook.xml"))
    target = ""
    for one in root.iter():
        if _plain(one.tag) != "sheet":
            continue
        if one.get("state", "visible") != "visible":
            marks.hidden.append(one.get("name", ""))
        if one.get("name") == sheet:
            target = next((one.attrib[key] for key in _TO if key in one.attrib), "")
    with book.open(_path_of(book, target)) as stream:
        for _event, element in ElementTree.iterparse(stream):
            _look_at(element, marks)
    return marks


def _path_of(book: zipfile.ZipFile, target: str) -> str:
    root = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    found = next(one.attrib["Target"] for one in root if one.get("Id") == target)
    return found.lstrip("/") if found.startswith("/") else posixpath.normpath(f"xl/{found}")


def _look_at(element: ElementTree.Element, marks: Marks) -> None:
    tag = _plain(element.tag)
    if tag == "mergeCell":
        one, _, other = element.attrib["ref"].partition(":")
        marks.merged.append(Range(*place_of(one), *place_of(other or one)))
    elif tag == "c":
        value = next((one for one in element if _plain(one.tag) == "v"), None)
        text = (value.text or "") if value is not None else ""
        if any(_plain(one.tag) == "f" for one in element):
            # An empty text is a result too: the cell says so by its type.
            marks.formulas[place_of(element.attrib["r"])] = bool(text) or element.get("t") == "str"
        if element.get("t") == "e":
            marks.errors[place_of(element.attrib["r"])] = text
        element.clear()
    elif tag == "row":
        element.clear()


def _plain(tag: str) -> str:
    return tag.removeprefix(_MAIN).removeprefix(_STRICT)
