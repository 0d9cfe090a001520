"""Which address leads to which page."""

from __future__ import annotations

from django.urls import path

from throughcare.web import pages
from throughcare.web.sign_in import pages as door

urlpatterns = [
    path("", pages.first, name="first"),
    path("sign-in", door.sign_in, name="sign_in"),
    path("sign-out", door.sign_out, name="sign_out"),
    path("language", pages.language, name="language"),
    path("theme", pages.theme, name="theme"),
    path("health", pages.health, name="health"),
]
handler400 = "throughcare.web.pages.bad_request"
handler403 = "throughcare.web.pages.forbidden"
handler404 = "throughcare.web.pages.not_found"
handler500 = "throughcare.web.pages.failed"
