"""When the service starts, the room tells the register how its rows are read."""

from __future__ import annotations

from django.apps import AppConfig


class Custody(AppConfig):
    """The room of custody."""

    name = "throughcare.casework.custody"

    def ready(self) -> None:
        """Announce the tables: the models are there now."""
        from throughcare.casework.custody import models
        from throughcare.casework.people.proofs import announce_rows

        for model in (
            models.Stay, models.Order, models.Charge, models.LegalStatus, models.Sentence,
            models.Adjustment, models.ManualDate, models.Bed, models.Placement,
            models.KeepApart, models.RollCount, models.PlaceChange, models.Movement, models.Step,
            models.Proposal, models.Decree, models.DecreeEffect,
        ):  # fmt: skip
            announce_rows(model)
