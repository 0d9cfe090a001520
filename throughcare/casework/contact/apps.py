"""When the service starts: how the register reads the rows of this room."""

from __future__ import annotations

from django.apps import AppConfig


class Contact(AppConfig):
    """Contact with the outside: visits, calls and letters (Mandela Rules 58-60)."""

    name = "throughcare.casework.contact"

    def ready(self) -> None:
        """Announce the tables."""
        from throughcare.casework.contact.models import EVERY
        from throughcare.casework.people.proofs import announce_rows

        for model in EVERY:
            announce_rows(model)
