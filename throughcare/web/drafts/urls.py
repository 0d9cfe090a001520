"""Which address leads to which page of drafts."""

from __future__ import annotations

from django.urls import path

from throughcare.web.drafts import pages

urlpatterns = [
    path("drafts", pages.mine, name="drafts"),
    path("drafts/keep", pages.keep_draft, name="draft_keep"),
    path("drafts/<uuid:key>/forget", pages.forget_draft, name="draft_forget"),
]
