"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Team(AppConfig):
    """The people of several posts who decide together on a file: meetings, decisions, tasks."""

    name = "throughcare.casework.team"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.team.models import EVERY

        for model in EVERY:
            announce_rows(model)
