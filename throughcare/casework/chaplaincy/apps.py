"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Chaplaincy(AppConfig):
    """Who asks for a representative of a faith, who came, which services are held (NMR 65)."""

    name = "throughcare.casework.chaplaincy"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.chaplaincy.models import EVERY
        from throughcare.casework.people.proofs import announce_rows

        for model in EVERY:
            announce_rows(model)
