"""Which way a text runs, for paper: WeasyPrint does not find it out for a `bdi` by itself."""

from __future__ import annotations

import unicodedata
from typing import Final

from django import template

register = template.Library()

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


@register.filter
def direction(text: object) -> str:
    """As HTML names it, by the first letter that runs one way; from left to right without any."""
    ways = (unicodedata.bidirectional(letter) for letter in str(text))
    first = next((way for way in ways if way == "L" or way in _RIGHT_TO_LEFT), "L")
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"
