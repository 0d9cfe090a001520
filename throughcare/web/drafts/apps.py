"""The app of drafts, under a label of its own."""

from __future__ import annotations

from django.apps import AppConfig


class Drafts(AppConfig):
    """Its tables begin with drafts_."""

    name = "throughcare.web.drafts"
    label = "drafts"
