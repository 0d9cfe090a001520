"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Programmes(AppConfig):
    """Help that is offered: consent, groups, sessions, certificates (Mandela Rules 91-92)."""

    name = "throughcare.casework.programmes"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.programmes.models import EVERY

        for model in EVERY:
            announce_rows(model)
