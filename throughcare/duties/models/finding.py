"""A finding of the engine as it is kept."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class KeptFinding(models.Model):
    """One answer of the engine about one duty or stretch (patterns.md 1.6).

    About `person`, or about the place `about` where a ratio is broken. `house` is set where the
    rule looks at several people of one establishment. `within` are the compartments from which it
    is said what is so; who lacks one of them is told of the duty without its ground. `answered` are
    those in which it would be answered, `cured_in` the one to write in; of a `task` whoever may add
    there is told while it is due. `answer` and `said` are digests (rows.py).
    Never changed by hand: judging again writes anew.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    house = models.TextField(blank=True, default="")
    about = models.TextField(blank=True, default="")
    rule = models.TextField()
    status = models.TextField()
    severity = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    flags = ArrayField(models.TextField(), default=list)
    key = models.TextField(blank=True, default="")
    duty = models.DateTimeField()
    evidence = ArrayField(models.TextField(), default=list)
    first = models.TextField()
    within = ArrayField(models.TextField())
    answered = ArrayField(models.TextField())
    cured_in = models.TextField()
    task = models.BooleanField(default=False)
    answer = models.UUIDField()
    said = models.UUIDField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(about=""),
                name="duties_finding_is_about_somebody_or_a_place",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="duties_finding_ends_after_it_begins",
            ),
        )
        indexes = (
            models.Index(fields=("person", "house"), name="duties_of_a_file"),
            models.Index(fields=("house",), name="duties_of_a_house", condition=~Q(house="")),
            models.Index(
                fields=("person", "until"), name="duties_open",
                condition=Q(status="due") | Q(status="breached", until__isnull=True),
            ),
            models.Index(fields=("rule", "status"), name="duties_by_rule"),
        )  # fmt: skip
