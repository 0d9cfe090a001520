"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Programmes(AppConfig):
    """Help that is offered: consent, groups, sessions, certificates (Mandela Rules 91-92)."""

    name = "throughcare.casework.programmes"

    def ready(self) -> None:
        """Announce the tables; keep the states of the database in step with `states.yaml`."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.casework.programmes.models import EVERY
        from throughcare.casework.programmes.states import write_states

        for model in EVERY:
            announce_rows(model)
        post_migrate.connect(write_states, sender=self, dispatch_uid="programmes.states")
