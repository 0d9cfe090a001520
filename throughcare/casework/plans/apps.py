"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Plans(AppConfig):
    """What a prisoner and staff want to reach together, and who does what (Mandela Rule 94)."""

    name = "throughcare.casework.plans"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.plans.models import EVERY

        for model in EVERY:
            announce_rows(model)
