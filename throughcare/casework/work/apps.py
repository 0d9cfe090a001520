"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Work(AppConfig):
    """Work that is offered, its hours, rest days and wages (Mandela Rules 96-103, 116)."""

    name = "throughcare.casework.work"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.work.models import EVERY

        for model in EVERY:
            announce_rows(model)
