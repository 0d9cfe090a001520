"""Which address leads to which page of the door."""

from __future__ import annotations

from django.urls import path

from throughcare.web.sign_in import pages

urlpatterns = [
    path("sign-in", pages.sign_in, name="sign_in"),
    path("sign-out", pages.sign_out, name="sign_out"),
]
