"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.duties.reviews import page

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/duties/<slug:rule>/review", page.review, name="duty_review")
]
