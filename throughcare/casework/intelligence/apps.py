"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Intelligence(AppConfig):
    """Prison intelligence: a world of its own, imported by no other room (roles.md, section 4)."""

    name = "throughcare.casework.intelligence"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.intelligence.models import EVERY
        from throughcare.casework.people.proofs import announce_rows

        for model in EVERY:
            announce_rows(model)
