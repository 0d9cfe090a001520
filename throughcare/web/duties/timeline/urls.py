"""Which address leads to the timeline."""

from __future__ import annotations

from django.urls import path

from throughcare.web.duties.timeline import page

urlpatterns = [path("people/<uuid:person_id>/timeline", page.timeline, name="timeline")]
