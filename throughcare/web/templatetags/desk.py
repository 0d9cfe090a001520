"""Words of access for templates: `{{ post.role|role }}`, `{{ post.establishment|place }}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from throughcare.access.terms import Compartment
from throughcare.web.desk import words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register = template.Library()


@register.filter
def role(code: str) -> StrOrPromise:
    """What a role is called."""
    return words.role_words(code)


@register.filter
def place(code: str) -> StrOrPromise:
    """What a place is called: the whole service has a word, an establishment its code."""
    return words.place_words(code)


@register.filter
def part(code: str) -> StrOrPromise:
    """What a part of the file is called."""
    return words.COMPARTMENTS[Compartment(code)]


@register.filter
def ground(code: str) -> StrOrPromise:
    """What the ground of an emergency is called; one that is listed no more stays as written."""
    return words.GROUNDS.get(code, code)
