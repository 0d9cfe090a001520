"""To write a sheet as Excel, OpenDocument or CSV, with what other writers cannot put in.

Formulas with or without a last result, merged cells, hidden sheets, a place for macros.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from throughcare.imports.marks import letters_of

_EXCEL_ZERO: Final = date(1899, 12, 30)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS: Final = "http://schemas.openxmlformats.org"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, with the text of its last result, or None where it was never calculated."""

    words: str
    result: str | None


Value = str | int | date | Formula | None


@dataclass(slots=True)
class Sheet:
    """Rows below one another, the header first. `merged` are ranges such as D4:D5."""

    rows: Sequence[Sequence[Value]]
    merged: Sequence[str] = ()
    hidden: Mapping[str, Sequence[Sequence[Value]]] = field(default_factory=dict)
    macros: bool = False
    name: str = "Register"


def write(path: Path, sheet: Sheet, *, encoding: str = "utf-8") -> None:
    """Write the sheet in the form that the name of the file asks for. CSV keeps values alone."""
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        _write_xlsx(path, sheet)
    elif suffix == ".ods":
        _write_ods(path, sheet)
    else:
        with path.open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream).writerows([_text(one) for one in row] for row in sheet.rows)


def _text(value: Value) -> str:
    if isinstance(value, Formula):
        return value.result or ""
    return "" if value is None else str(value)


def _write_xlsx(path: Path, sheet: Sheet) -> None:
    pages = {sheet.name: sheet.rows, **sheet.hidden}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{"visible" if n == 1 else "hidden"}" '
        f'r:id="rId{n}"/>'
        for n, name in enumerate(pages, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_NS}/officeDocument/2006/relationships/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(pages) + 1)
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in range(1, len(pages) + 1)
    )
    main = f'xmlns="{_NS}/spreadsheetml/2006/main"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_NS}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
            'Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main'
            f'+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.'
            f'openxmlformats-officedocument.spreadsheetml.styles+xml"/>{kinds}</Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship '
            f'Id="rId1" Type="{_NS}/officeDocument/2006/relationships/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'{_HEAD}<workbook {main} xmlns:r="{_NS}/officeDocument/2006/relationships"><sheets>'
            f"{listed}</sheets></workbook>",
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{_HEAD}<Relationships xmlns="{_NS}/package/2006/relationships">{related}'
            f'<Relationship Id="rId99" Type="{_NS}/officeDocument/2006/relationships/styles" '
            'Target="styles.xml"/></Relationships>',
        )
        book.writestr(
            "xl/styles.xml",
            f'{_HEAD}<styleSheet {main}><fonts count="1"><font/></fonts><fills count="1"><fill/>'
            '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
            '</cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
            'applyNumberFormat="1"/></cellXfs></styleSheet>',
        )
        for n, (name, rows) in enumerate(pages.items(), 1):
            merged = sheet.merged if name == sheet.name else ()
            book.writestr(f"xl/worksheets/sheet{n}.xml", _xlsx_page(rows, merged, main))
        if sheet.macros:
            book.writestr("xl/vbaProject.bin", b"never run")


def _xlsx_page(rows: Sequence[Sequence[Value]], merged: Sequence[str], main: str) -> str:
    said = "".join(
        f'<row r="{n}">{"".join(_xlsx_cell(n, c, one) for c, one in enumerate(row, 1))}</row>'
        for n, row in enumerate(rows, 1)
    )
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    cells = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return f"{_HEAD}<worksheet {main}><sheetData>{said}</sheetData>{cells}</worksheet>"


def _xlsx_cell(row: int, column: int, value: Value) -> str:
    at = f'r="{letters_of(column)}{row}"'
    if value is None or value == "":
        return ""
    if isinstance(value, Formula):
        last = f"<v>{escape(value.result)}</v>" if value.result is not None else ""
        return (
            f'<c {at} t="str"><f>{escape(value.words)}</f>{last}</c>'
            if last
            else (f"<c {at}><f>{escape(value.words)}</f></c>")
        )
    if isinstance(value, date):
        return f'<c {at} s="1"><v>{(value - _EXCEL_ZERO).days}</v></c>'
    if isinstance(value, int):
        return f"<c {at}><v>{value}</v></c>"
    return f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _write_ods(path: Path, sheet: Sheet) -> None:
    pages = {sheet.name: sheet.rows, **sheet.hidden}
    spans = dict(_span(one) for one in sheet.merged)
    tables = "".join(
        f'<table:table table:name={quoteattr(name)} table:style-name="{"ta" if n == 0 else "th"}">'
        f"{_ods_rows(rows, spans if n == 0 else {})}</table:table>"
        for n, (name, rows) in enumerate(pages.items())
    )
    names = " ".join(
        f'xmlns:{short}="{_ODF}{short}:1.0"' for short in ("office", "table", "text", "style")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        book.writestr("mimetype", kind, zipfile.ZIP_STORED)
        book.writestr(
            "content.xml",
            f'{_HEAD}<office:document-content {names} office:version="1.3">'
            '<office:automatic-styles><style:style style:name="ta" style:family="table"/>'
            '<style:style style:name="th" style:family="table"><style:table-properties '
            'table:display="false"/></style:style></office:automatic-styles><office:body>'
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
        book.writestr(
            "META-INF/manifest.xml",
            f'{_HEAD}<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>',
        )
        if sheet.macros:
            book.writestr("Basic/Standard/Module1.xml", "<never-run/>")


def _ods_rows(rows: Sequence[Sequence[Value]], spans: Mapping[tuple[int, int], int]) -> str:
    covered = {(top + n, column) for (top, column), deep in spans.items() for n in range(1, deep)}
    said = []
    for n, row in enumerate(rows, 1):
        cells = [
            _ods_cell(one, spans.get((n, c), 1), (n, c) in covered) for c, one in enumerate(row, 1)
        ]
        said.append(f"<table:table-row>{''.join(cells) or '<table:table-cell/>'}</table:table-row>")
    return "".join(said)


def _ods_cell(value: Value, deep: int, covered: bool) -> str:
    if covered:
        return "<table:covered-table-cell/>"
    span = f' table:number-columns-spanned="1" table:number-rows-spanned="{deep}"' * (deep > 1)
    if value is None or value == "":
        return f"<table:table-cell{span}/>"
    if isinstance(value, Formula):
        words = quoteattr(f"of:={value.words}")
        formula = f" table:formula={words}"
        if value.result is None:
            return f"<table:table-cell{span}{formula}/>"
        return _ods_text(value.result, span + formula)
    if isinstance(value, date):
        return (
            f'<table:table-cell{span} office:value-type="date" office:date-value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if isinstance(value, int):
        return (
            f'<table:table-cell{span} office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return _ods_text(value, span)


def _ods_text(text: str, more: str) -> str:
    return (
        f'<table:table-cell{more} office:value-type="string"><text:p>{escape(text)}</text:p>'
        "</table:table-cell>"
    )


def _span(merged: str) -> tuple[tuple[int, int], int]:
    from throughcare.imports.marks import place_of

    one, _, other = merged.partition(":")
    top, column = place_of(one)
    return (top, column), place_of(other)[0] - top + 1
