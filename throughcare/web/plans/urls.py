"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.plans import desk, doing, printed, section
from throughcare.web.plans.acting import FILE, addresses

urlpatterns: list[URLPattern] = [
    path("plans", desk.plans, name="plans"),
    path(FILE, section.plan, name="plan"),
    path(f"{FILE}/versions", section.versions, name="plan_versions"),
    path(f"{FILE}/paper", printed.paper, name="plan_paper"),
    *addresses(doing.OF_A_FILE, doing.OF_A_ROW),
]
