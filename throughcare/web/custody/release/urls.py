"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.release import earlier, proposals, walk

_CUSTODY = "people/<uuid:person_id>/custody"
_ENTRY = f"{_CUSTODY}/earlier/<slug:kind>/<uuid:row_id>"

urlpatterns: list[URLPattern] = [
    path(f"{_CUSTODY}/release", walk.release, name="custody_release"),
    path(f"{_CUSTODY}/release/go", walk.go, name="release_go"),
    path(f"{_CUSTODY}/release/<slug:kind>", walk.step, name="release_step"),
    path(f"{_CUSTODY}/death", walk.death, name="custody_death"),
    path(f"{_CUSTODY}/death/record", walk.record_death, name="death_record"),
    path(f"{_CUSTODY}/death/<slug:kind>", walk.death_step, name="death_step"),
    path(f"{_CUSTODY}/earlier", earlier.earlier, name="custody_earlier"),
    path(f"{_ENTRY}/strike-out", earlier.strike_out, name="entry_strike_out"),
    path(f"{_CUSTODY}/stays/<uuid:stay_id>/<slug:act>", proposals.propose, name="stay_propose"),
    path(f"{_CUSTODY}/proposals/<uuid:proposal_id>", proposals.decide, name="proposal_decide"),
]
