"""Alerts: what everybody who meets the person must know now, each with an end."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from throughcare.casework.people.models.person import Person


class AlertCode(models.TextChoices):
    """What an alert warns of: a need of the person, no judgment on the person."""

    MAY_HARM_SELF = "may_harm_self", _("may harm himself or herself: stay in contact")
    NEEDS_PROTECTION = "needs_protection", _("needs protection from others")
    NEEDS_INTERPRETER = "needs_interpreter", _("needs an interpreter")
    NEEDS_HELP_TO_MOVE = "needs_help_to_move", _("needs help to move")
    FIRST_NIGHT = "first_night", _("first nights in custody")


def _active() -> Func:
    """From raised up to the earlier of the expiry and a decision to end it."""
    end = Least("expires_at", "ended_at")
    return Func(F("raised_at"), end, function="tstzrange", output_field=DateTimeRangeField())


class Alert(models.Model):
    """One alert, active in [raised_at, the earlier of expires_at and ended_at). Compartment ID."""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="alerts")
    code = models.TextField(choices=AlertCode)
    text = models.TextField(blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.TextField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(null=True)
    ended_why = models.TextField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(code__in=AlertCode.values), name="people_alert_code_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("raised_at")),
                name="people_alert_expires_after_it_is_raised",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_why__isnull=True)
                | (
                    Q(ended_at__gte=F("raised_at"), ended_by__gt="", ended_why__gt="")
                    & Q(ended_at__isnull=False, ended_by__isnull=False, ended_why__isnull=False)
                ),
                name="people_alert_is_ended_by_somebody_for_a_reason",
            ),
            ExclusionConstraint(
                name="people_alert_is_active_once",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (F("code"), RangeOperators.EQUAL),
                    (_active(), RangeOperators.OVERLAPS),
                ],
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="people_alerts_are_only_ended", exclude=["ended_at", "ended_by", "ended_why"]
            ),
            pgtrigger.Protect(
                name="people_ended_alert_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False),
            ),
            pgtrigger.Protect(name="people_alerts_are_not_deleted", operation=pgtrigger.Delete),
        )
