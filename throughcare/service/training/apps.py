"""When the service starts: how the register reads the rows of staff."""

from __future__ import annotations

from django.apps import AppConfig


class Training(AppConfig):
    """The room of training."""

    name = "throughcare.service.training"

    def ready(self) -> None:
        """Announce the tables, so that a row changed behind the service's back is named."""
        from throughcare.service.training.proofs import announce_rows_of_staff

        announce_rows_of_staff()
