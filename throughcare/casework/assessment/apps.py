"""When the service starts: how the register reads the rows, and which state may follow which."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Assessment(AppConfig):
    """The room of judgement about a person."""

    name = "throughcare.casework.assessment"

    def ready(self) -> None:
        """Announce the tables, and keep the states of the database in step with `states.yaml`."""
        from throughcare.casework.assessment.models import EVERY
        from throughcare.casework.assessment.states import write_states
        from throughcare.casework.people.proofs import announce_rows

        for model in EVERY:
            announce_rows(model)
        post_migrate.connect(write_states, sender=self, dispatch_uid="assessment.states")
