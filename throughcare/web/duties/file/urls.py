"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.duties.file import page

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/duties", page.duties, name="person_duties")
]
