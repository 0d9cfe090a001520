"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.duties.why import page

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/duties/<slug:rule>", page.why, name="duty_why")
]
