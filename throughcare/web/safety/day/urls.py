"""Which address leads to which page of the days in separation."""

from __future__ import annotations

from django.urls import path

import throughcare.web.custody.places.urls  # noqa: F401  # registers how a place stands in a way
from throughcare.web.safety.day import conflicts, sent, unit, worker

urlpatterns = [
    path("day-worker.js", worker.worker, name="day_worker"),
    path("separation/conflicts", conflicts.conflicts, name="day_conflicts"),
    path("separation/day/entries", sent.entries, name="day_entries"),
    path("separation/<place:place>/day", unit.day, name="unit_day"),
]
