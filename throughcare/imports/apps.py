"""When the service starts, the import tells the register how its rows are read."""

from __future__ import annotations

from django.apps import AppConfig


class Imports(AppConfig):
    """The import of other registers."""

    name = "throughcare.imports"

    def ready(self) -> None:
        """Announce the table: the model is there now."""
        from throughcare.casework.people.proofs import announce_rows
        from throughcare.imports.models import Origin

        announce_rows(Origin)
