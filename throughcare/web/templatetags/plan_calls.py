"""That a plan is missing or to be looked at again, in the header of each page of the file.

No more than that: what else calls for it is told on the page of the plan, which leaves an entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import template
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere, Refused
from throughcare.duties.queries import plan_called_for
from throughcare.web.duties.words import SIGNS
from throughcare.web.people.shown.header import Header
from throughcare.web.plans.shown import call_words
from throughcare.web.request import Request

register = template.Library()
_HERE: Final = "plan"
_SAID: Final = ("first", "due")


@register.simple_tag(takes_context=True)
def plan_call(context: Mapping[str, Any], header: Header) -> str:
    """One line for who reads the plan in full; nothing for others, nor on the page of the plan."""
    if not any(tab.name == _HERE and not tab.here for tab in header.tabs):
        return ""
    request: Request = context["request"]
    try:
        calls = plan_called_for(request.viewer, header.id, at=request.at)
    except (NotThere, Refused):
        return ""
    if not calls:
        return ""
    call = next((one for one in calls if one.trigger in _SAID), calls[0])
    state = "overdue" if call.trigger == "due" else "due"
    told = {
        "words": call_words(call.trigger) if call.trigger in _SAID
        else _("Something calls for a look at it"),
        "at": call.at, "state": state, "sign": SIGNS[state], "whose": header.id,
    }  # fmt: skip
    return render_to_string("plans/called.html", told)
