"""The forms a report can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from throughcare.report.as_csv import render_csv
from throughcare.report.as_json import render_json
from throughcare.report.page import render_page
from throughcare.report.summary import Summary
from throughcare.report.text import render_text


class Format(StrEnum):
    """What --format may say."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


_RENDERERS: Mapping[Format, Callable[[Summary], str]] = {
    Format.TEXT: render_text,
    Format.JSON: render_json,
    Format.CSV: render_csv,
    Format.HTML: render_page,
}
_ENDINGS = {".json": Format.JSON, ".csv": Format.CSV, ".html": Format.HTML, ".htm": Format.HTML}


def render(summary: Summary, form: Format) -> str:
    """The whole report in that form, built before any of it is written."""
    return _RENDERERS[form](summary)


def form_for(asked: Format | None, out: Path | None) -> Format:
    """The form asked for, else the one that the file's name tells, else text."""
    if asked is not None:
        return asked
    return _ENDINGS.get(out.suffix.lower(), Format.TEXT) if out else Format.TEXT
