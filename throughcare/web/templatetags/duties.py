"""What is due next for a person, in the header of each page of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template
from django.template.loader import render_to_string

from throughcare.access.errors import NotThere, Refused
from throughcare.duties.queries import next_due
from throughcare.web.duties.shown import one_shown
from throughcare.web.request import Request

register = template.Library()


@register.simple_tag(takes_context=True)
def due_next(context: Mapping[str, Any], person: UUID) -> str:
    """One line, or nothing where nothing is open to whoever looks."""
    request: Request = context["request"]
    try:
        found = next_due(request.viewer, person, at=request.at)
    except (NotThere, Refused):
        return ""
    if found is None:
        return ""
    told = {"duty": one_shown(found, at=request.at, reviews={}), "whose": person}
    return render_to_string("duties/next.html", told)
