"""The page of the section."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.safety.measures import measures_page


@never_cache
@require_safe
@local
def discipline(request: Request, person_id: UUID) -> HttpResponse:
    """What stands in this register of one person."""
    return measures_page(request, person_id, "discipline")
