"""A paper as PDF, with the letters of every script joined and turned as they should be.

WeasyPrint sets the lines, Pango shapes them. The letters (Noto) come with the package. Nothing is
ever fetched: what is not a file of ours is refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from throughcare.errors import BadInput

STATIC: Final = (Path(__file__).resolve().parents[3] / "static").resolve()
STYLE: Final = STATIC / "printed.css"


class NoPdf(BadInput):
    """The machine lacks what sets the lines of a PDF."""


def pdf_of(page: str) -> bytes:
    """The PDF of a page that needs nothing but our own style and letters. Raises NoPdf."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        raise NoPdf(
            _("this machine cannot make PDF files: Pango or WeasyPrint is missing"),
            remedy=_("print the page itself; the administrator installs it with tools/machine.py"),
        ) from error
    fonts = FontConfiguration()
    fetch = _fetcher()
    style = CSS(filename=str(STYLE), font_config=fonts, url_fetcher=fetch)
    made: bytes = HTML(string=page, base_url="about:blank", url_fetcher=fetch).write_pdf(
        stylesheets=[style], font_config=fonts, pdf_tags=True
    )
    return made


def _fetcher() -> Any:
    """What fetches our own files, and refuses all else."""
    from weasyprint.urls import URLFetcher

    class Ours(URLFetcher):  # type: ignore[misc]  # a library without types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not is_ours(url):
                raise ValueError(f"nothing is fetched for a paper: {url}")
            return super().fetch(url, headers)

    return Ours(allowed_protocols=("file",))


def is_ours(url: str) -> bool:
    """Whether the address is one of a file that comes with the package."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return False
    return STATIC in Path(unquote(parts.path)).resolve().parents
