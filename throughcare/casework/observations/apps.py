"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Observations(AppConfig):
    """What wing staff see and who talks to whom: dynamic security (Mandela Rules 1, 38, 76)."""

    name = "throughcare.casework.observations"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.observations.models import EVERY
        from throughcare.casework.people.proofs import announce_rows

        for model in EVERY:
            announce_rows(model)
