"""When the service starts, the room tells the register how its rows are read."""

from __future__ import annotations

from django.apps import AppConfig


class Safety(AppConfig):
    """The room of restrictive measures."""

    name = "throughcare.casework.safety"

    def ready(self) -> None:
        """Announce the tables: the models are there now."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.safety.models import EVERY

        for model in EVERY:
            announce_rows(model)
