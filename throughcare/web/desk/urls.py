"""Which address leads to which page of this room."""

from __future__ import annotations

from django.urls import path

from throughcare.web.desk.what_may_i import what_may_i

urlpatterns = [
    path("what-may-i", what_may_i, name="what_may_i"),
]
