"""The registers of safety on a page: the count of days in the head of a file, codes in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.safety.queries import at_a_glance
from throughcare.kernel.languages import all_languages
from throughcare.web.people.shown.languages import language_called
from throughcare.web.request import Request
from throughcare.web.safety.said import day_said
from throughcare.web.safety.words import instrument_words, sanction_words

register = template.Library()


@register.simple_tag(takes_context=True)
def separation_day(context: Mapping[str, Any], person: UUID) -> str:
    """One line for who reads or adds to the register; nothing for others, and of nobody else."""
    request: Request = context["request"]
    try:
        counter = at_a_glance(request.viewer, [person], at=request.at).get(person)
    except (NotThere, Refused):
        return ""
    if counter is None:
        return ""
    late = " overdue" if counter.beyond(request.at) or counter.without_order else ""
    return format_html(
        '<p class="day-running{}"><a href="/people/{}/custody/separation">{}</a></p>',
        late, person, day_said(counter),
    )  # fmt: skip


@register.filter
def instrument(code: str) -> str:
    """What an instrument of restraint is called."""
    return str(instrument_words(code))


@register.filter
def sanction(code: str) -> str:
    """What a sanction is called."""
    return str(sanction_words(code))


@register.filter
def language_name(code: str) -> str:
    """A language by its own name and ours; what an old import wrote stays as written."""
    known = all_languages().get(code)
    return language_called(known) if known is not None else code
