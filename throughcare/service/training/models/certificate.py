"""That a member of staff passed a course."""

from __future__ import annotations

from typing import ClassVar, Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from throughcare.service.training.courses import ASSESSOR

_LATER: Final = ("withdrawn_at", "withdrawn_by", "withdrawn_why")
_STANDS: Final = Q(withdrawn_at__isnull=True)


class Kind(models.TextChoices):
    """Whether a row begins something or makes it longer."""

    CERTIFICATE = "certificate", "certificate"
    BOOSTER = "booster", "booster"


class Certificate(models.Model):
    """A member of staff passed a course, or a booster that names its certificate.

    `account` is one of the human being's; it serves the others. It holds in
    [passed_on, valid_until), by days in UTC. `recorded_by` and `withdrawn_by` are accounts. A row
    is written once; later it may be withdrawn, which counts from that moment.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.TextField(choices=Kind.choices)
    certificate = models.ForeignKey("self", models.PROTECT, null=True, related_name="boosters")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    topic = models.TextField()
    tool = models.TextField(blank=True, default="")
    passed_on = models.DateField()
    valid_until = models.DateField()
    issued_by = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.TextField(blank=True, default="")
    withdrawn_why = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("passed_on")), name="training_holds_for_a_time"
            ),
            models.CheckConstraint(
                condition=Q(topic=ASSESSOR) & ~Q(tool="") | ~Q(topic=ASSESSOR) & Q(tool=""),
                name="training_assessor_has_a_tool_and_nobody_else",
            ),
            models.CheckConstraint(
                condition=~Q(topic="") & ~Q(issued_by="") & ~Q(recorded_by=""),
                name="training_says_what_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.CERTIFICATE, certificate__isnull=True)
                | Q(kind=Kind.BOOSTER, certificate__isnull=False),
                name="training_booster_names_its_certificate",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by="", withdrawn_why="")
                | Q(
                    ~Q(withdrawn_by=""),
                    ~Q(withdrawn_why=""),
                    withdrawn_at__isnull=False,
                    withdrawn_at__gte=F("recorded_at"),
                ),
                name="training_is_withdrawn_by_somebody_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=("account", "topic", "tool", "passed_on"),
                condition=_STANDS & Q(kind=Kind.CERTIFICATE),
                name="training_certificate_once",
            ),
            models.UniqueConstraint(
                fields=("certificate", "passed_on"), condition=_STANDS,
                name="training_booster_once",
            ),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.ReadOnly(name="certificates_are_not_changed", exclude=[*_LATER]),
            pgtrigger.Protect(
                name="what_was_withdrawn_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=False),
            ),
            pgtrigger.Protect(name="certificates_are_not_deleted", operation=pgtrigger.Delete),
        ]
