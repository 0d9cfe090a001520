"""For templates of programmes: `{{ told|of:key }}`, `{{ code|in_words }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from throughcare.kernel.errors import UnknownLanguage
from throughcare.kernel.languages import language as named

register = template.Library()


@register.filter
def of(told: Mapping[Any, Any], key: Any) -> Any:
    """What stands there; empty where nothing does."""
    return told.get(key, "")


@register.filter
def in_words(code: str) -> str:
    """A language in the words of the reader; one that is not known, by its code."""
    try:
        return named(code).name_in(get_language() or "en")
    except UnknownLanguage:
        return code
