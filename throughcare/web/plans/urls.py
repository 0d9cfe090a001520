"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.plans import doing, section
from throughcare.web.plans.acting import FILE, addresses

urlpatterns: list[URLPattern] = [
    path(FILE, section.plan, name="plan"),
    path(f"{FILE}/versions", section.versions, name="plan_versions"),
    *addresses(doing.OF_A_FILE, doing.OF_A_ROW),
]
