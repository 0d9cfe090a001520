"""When the service starts, the room tells the register how its rows are read."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """The room of people."""

    name = "throughcare.casework.people"

    def ready(self) -> None:
        """Announce the tables: the models are there now."""
        from throughcare.casework.people.proofs import announce_tables

        announce_tables()
