"""When the service starts: how the register reads the rows, and how many days are allowed."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Safety(AppConfig):
    """The room of restrictive measures."""

    name = "throughcare.casework.safety"

    def ready(self) -> None:
        """Announce the tables, and keep the database's days in step with the rulebook."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.safety.day_limit import write_day_limits
        from throughcare.casework.safety.models import EVERY

        for model in EVERY:
            announce_rows(model)
        post_migrate.connect(write_day_limits, sender=self, dispatch_uid="safety.day_limits")
