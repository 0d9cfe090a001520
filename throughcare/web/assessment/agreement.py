"""/reliability: how far raters agree on each item, counted over the service and about no person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.assessment import queries
from throughcare.casework.assessment.reliability import least_cases
from throughcare.web.assessment.agreement_shown import tool_shown
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def reliability(request: Request) -> HttpResponse:
    """The figures of the last night. Raises NotThere or Refused."""
    told = queries.agreement_of_raters(request.viewer, at=request.at)
    shown = {
        "tools": [tool_shown(one, request.LANGUAGE_CODE) for one in told],
        "counted_at": min((one.counted_at for one in told), default=None),
        "needed": int(least_cases().value),
    }
    return render(request, "assessment/reliability.html", shown)
