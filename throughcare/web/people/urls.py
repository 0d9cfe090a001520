"""Which address leads to which page of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.people import (
    alerts,
    duplicates,
    export,
    facts,
    file,
    listing,
    notes,
    opening,
    photos,
)

_FILE = "people/<uuid:person_id>"

urlpatterns: list[URLPattern] = [
    path("people", listing.people, name="people"),
    path("people/new", opening.register, name="person_new"),
    path("people/export", export.export_page, name="people_export"),
    path("people/duplicates", duplicates.waiting, name="duplicates"),
    path("people/duplicates/<uuid:proposal_id>", duplicates.decide, name="duplicate"),
    path(_FILE, file.identity, name="person"),
    path(f"{_FILE}/contacts", file.contacts, name="person_contacts"),
    path(f"{_FILE}/history", file.history, name="person_history"),
    path(f"{_FILE}/facts/<slug:kind>/new", facts.state, name="fact_state"),
    path(f"{_FILE}/facts/<uuid:fact_id>/verify", facts.verify, name="fact_verify"),
    path(f"{_FILE}/facts/<uuid:fact_id>/correct", facts.correct, name="fact_correct"),
    path(f"{_FILE}/facts/<uuid:fact_id>/strike-out", facts.strike_out, name="fact_strike_out"),
    path(f"{_FILE}/notes", notes.notes, name="person_notes"),
    path(f"{_FILE}/notes/new", notes.add, name="note_new"),
    path(f"{_FILE}/notes/<uuid:note_id>/amend", notes.amend, name="note_amend"),
    path(f"{_FILE}/alerts", alerts.alerts, name="person_alerts"),
    path(f"{_FILE}/alerts/new", alerts.raise_new, name="alert_new"),
    path(f"{_FILE}/alerts/<uuid:alert_id>/end", alerts.end, name="alert_end"),
    path(f"{_FILE}/photo", photos.new, name="photo_new"),
    path(f"{_FILE}/photo/<uuid:photo_id>", photos.picture, name="photo"),
    path(f"{_FILE}/same-person", duplicates.propose, name="duplicate_propose"),
    path(f"{_FILE}/separate", duplicates.separate, name="person_separate"),
]
