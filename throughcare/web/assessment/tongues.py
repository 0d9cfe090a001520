"""Words of a tool on a page: each says its language and its direction (WCAG 3.1.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from throughcare.kernel.languages import Direction, all_languages


def tongue(language: str) -> Mapping[str, str]:
    """The attributes of an element that holds words of this language; none where it is not known.

    A language of the list without a script has no direction of its own.
    """
    known = all_languages().get(language)
    if known is None:
        return {}
    way = {} if known.direction is Direction.NONE else {"dir": known.direction.value}
    return {"lang": known.code, **way}


def spoken(text: str, language: str) -> SafeString:
    """A text that bears its language wherever it stands, as in a label or a hint."""
    if not text:
        return SafeString()
    said = tongue(language)
    if not said:
        return format_html("<bdi>{}</bdi>", text)
    return format_html("<bdi {}>{}</bdi>", attributes(said), text)


def attributes(of: Mapping[str, str]) -> SafeString:
    """As they are written in HTML."""
    return SafeString(" ".join(format_html('{}="{}"', *one) for one in of.items()))


class SpokenSelect(forms.Select):
    """A list to choose from whose options each bear a language. `tongues`: it, by the value."""

    tongues: Mapping[str, str] = {}

    def create_option(self, name: str, value: Any, *words: Any, **named: Any) -> dict[str, Any]:
        """As Django makes it, with the language."""
        option = super().create_option(name, value, *words, **named)
        option["attrs"] |= tongue(self.tongues.get(str(value), ""))
        return option
