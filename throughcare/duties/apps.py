"""The application that keeps duties and findings, and tells the register how answers are read."""

from __future__ import annotations

from django.apps import AppConfig


class Duties(AppConfig):
    """Duties: above the rooms, below the pages."""

    name = "throughcare.duties"

    def ready(self) -> None:
        """Announce the answers: findings follow from records, and have no entry of their own."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.duties.models import Review

        announce_rows(Review)
