"""What somebody on the wing saw: who, where, when, and in words if there are any."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from throughcare.casework.observations.terms import Spot, Tone
from throughcare.casework.rows.record import Record

LONGEST: Final = 2_000  # signs; `observations.yaml` says why, and a test compares the two

models.TextField.register_lookup(Length)


class Observation(Record):
    """One thing seen at a moment. Compartment PRG.

    `unit`: the path where the person lay then, empty where it is not known. `behaviour`: what was
    seen or heard; `meaning`: what it may mean, only ever beside it. `warned`: the words spoke of
    what somebody is or believes, and the writer kept them; `kept_why`: for which reason, if said.
    Which words these were is kept nowhere. `unseen_warning`: they were written though the writer
    had not looked at the warning, being gone by then.

    Of what waited on a device: `entry_key` writes it once; `said_at` is what the device's clock
    showed, `written_at` when it was put down by ours. `recorded_at` is when it came.
    """

    tone = models.TextField(choices=Tone.choices)
    spot = models.TextField(choices=Spot.choices)
    unit = models.TextField(blank=True, default="")
    seen_at = models.DateTimeField()
    behaviour = models.TextField(blank=True, default="")
    meaning = models.TextField(blank=True, default="")
    warned = models.BooleanField(default=False)
    kept_why = models.TextField(blank=True, default="")
    unseen_warning = models.BooleanField(default=False)
    entry_key = models.UUIDField(null=True)
    said_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)

    @property
    def said_now(self) -> bool:
        """Whether no hour was typed on the device: then it was seen when it was put down."""
        return self.written_at is not None and self.seen_at == self.written_at

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("unit", "seen_at"), name="observations_of_a_unit",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(tone__in=Tone.values, spot__in=Spot.values),
                name="observations_observation_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(seen_at__lte=F("recorded_at")),
                name="observations_observation_has_happened",
            ),
            models.CheckConstraint(
                condition=Q(meaning="") | ~Q(behaviour=""),
                name="observations_observation_behaviour_comes_first",
            ),
            models.CheckConstraint(
                condition=Q(
                    behaviour__length__lte=LONGEST, meaning__length__lte=LONGEST,
                    kept_why__length__lte=LONGEST,
                ),
                name="observations_observation_is_short",
            ),
            models.CheckConstraint(
                condition=Q(warned=True) | Q(kept_why=""),
                name="observations_observation_keeps_only_what_was_warned",
            ),
            models.UniqueConstraint(
                fields=("entry_key",), name="observations_observation_once"
            ),
            models.CheckConstraint(
                condition=Q(entry_key=None, said_at=None, written_at=None)
                | Q(entry_key__isnull=False, said_at__isnull=False, written_at__isnull=False),
                name="observations_observation_says_how_it_came",
            ),
            models.CheckConstraint(
                condition=Q(written_at=None) | Q(written_at__lte=F("recorded_at")),
                name="observations_observation_came_after_it_was_written",
            ),
            models.CheckConstraint(
                condition=Q(unseen_warning=False)
                | Q(warned=True, kept_why="", entry_key__isnull=False),
                name="observations_observation_unseen_only_what_was_warned",
            ),
        )  # fmt: skip
