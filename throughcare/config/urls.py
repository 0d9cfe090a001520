"""Which address leads to which page."""

from __future__ import annotations

from django.urls import include, path

from throughcare.web import pages

urlpatterns = [
    path("", pages.first, name="first"),
    path("language", pages.language, name="language"),
    path("theme", pages.theme, name="theme"),
    path("health", pages.health, name="health"),
    path("", include("throughcare.web.sign_in.urls")),
    path("", include("throughcare.web.people.urls")),
    path("", include("throughcare.web.custody.urls")),
    path("", include("throughcare.web.duties.urls")),
    path("", include("throughcare.web.safety.day.urls")),
    path("", include("throughcare.web.safety.urls")),
    path("", include("throughcare.web.assessment.urls")),
    path("", include("throughcare.web.classification.urls")),
    path("", include("throughcare.web.plans.urls")),
    path("", include("throughcare.web.team.urls")),
    path("", include("throughcare.web.programmes.urls")),
    path("", include("throughcare.web.observations.urls")),
    path("", include("throughcare.web.contact.urls")),
    path("", include("throughcare.web.chaplaincy.urls")),
    path("", include("throughcare.web.work.urls")),
    path("", include("throughcare.web.intelligence.urls")),
    path("", include("throughcare.web.drafts.urls")),
    path("", include("throughcare.web.desk.urls")),
    path("", include("throughcare.web.training.urls")),
    path("api/", include("throughcare.api.urls")),
]
handler400 = "throughcare.web.pages.bad_request"
handler403 = "throughcare.web.pages.forbidden"
handler404 = "throughcare.web.pages.not_found"
handler500 = "throughcare.web.pages.failed"
