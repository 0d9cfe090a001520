"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.reception import age, identity, legality, place, starting, step, walk

_WALK = "people/<uuid:person_id>/custody/reception"

urlpatterns: list[URLPattern] = [
    path("reception/new", starting.new, name="reception_new"),
    path("reception", starting.waiting, name="reception_waiting"),
    path(_WALK, walk.walk, name="custody_reception"),
    path(f"{_WALK}/legality", legality.legality, name="custody_reception_legality"),
    path(f"{_WALK}/identity", identity.identity, name="custody_reception_identity"),
    path(f"{_WALK}/age", age.age, name="custody_reception_age"),
    path(f"{_WALK}/place", place.place, name="custody_reception_place"),
    path(f"{_WALK}/<slug:step>", step.step, name="custody_reception_step"),
    path(
        f"{_WALK}/<slug:step>/<uuid:step_id>/correct",
        step.correct,
        name="custody_reception_correct",
    ),
]
