"""Access as a part of the service: after each migration the database gets the present matrix."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Access(AppConfig):
    """The room of access."""

    name = "throughcare.access"

    def ready(self) -> None:
        """Keep the matrix of the second wall in step with that of the first."""
        from throughcare.access.walls.matrix_rows import write_matrix

        post_migrate.connect(write_matrix, sender=self, dispatch_uid="access.matrix")
