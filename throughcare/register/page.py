"""The head as a page to print: one file that fetches nothing, with the text and its QR code."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import segno
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from throughcare.register.heads import Head, text_of, write_text

# A fold or a stain may cost up to a quarter of the modules.
_ERROR_CORRECTION: Final = "Q"
_MODULE_IN_PIXELS: Final = 4


def page_of(head: Head) -> str:
    """The page as HTML. The QR code holds the text of the head file, to the letter."""
    text = text_of(head)
    code = segno.make(text, error=_ERROR_CORRECTION, micro=False, boost_error=False)
    drawn = code.svg_inline(scale=_MODULE_IN_PIXELS, border=4, omitsize=False)
    known = {"head": head, "text": text, "code": mark_safe(drawn)}
    return render_to_string("register/head.html", known)


def write_page(path: Path, head: Head) -> None:
    """Write the page. Raises BadHead if the file cannot be written."""
    write_text(path, page_of(head))
