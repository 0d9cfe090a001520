"""When the service starts: how the register reads the certificates."""

from __future__ import annotations

from django.apps import AppConfig


class Training(AppConfig):
    """The room of training."""

    name = "throughcare.service.training"

    def ready(self) -> None:
        """Announce the table, so that a row changed behind the service's back is named."""
        from throughcare.service.training.proofs import announce_certificates

        announce_certificates()
