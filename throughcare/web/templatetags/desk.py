"""Words of access for templates: `{{ post.role|role }}`, `{{ post.establishment|place }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import template

from throughcare.access.terms import Compartment
from throughcare.casework.people.queries import File
from throughcare.web.desk import words
from throughcare.web.desk.ways import Way, ways_of, ways_of_file
from throughcare.web.request import Request

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


@register.simple_tag(takes_context=True)
def ways(context: Mapping[str, Any]) -> list[Way]:
    """The pages of this room that are open to whoever looks."""
    request: Request = context["request"]
    return list(ways_of(request.viewer, at=request.at))


@register.simple_tag(takes_context=True)
def file_ways(context: Mapping[str, Any], file: File) -> list[Way]:
    """The pages of this room about a file that are open to whoever looks."""
    request: Request = context["request"]
    return list(ways_of_file(request.viewer, file, at=request.at))
