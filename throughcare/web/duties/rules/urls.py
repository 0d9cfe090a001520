"""Which address leads to which page of rules."""

from __future__ import annotations

from django.urls import path

from throughcare.web.duties.rules import cases, listing, one

urlpatterns = [
    path("rules", listing.rules, name="rules"),
    path("rules/<slug:rule>", one.rule, name="rule"),
    path("rules/<slug:rule>/at/<slug:place>", cases.cases, name="rule_cases"),
]
