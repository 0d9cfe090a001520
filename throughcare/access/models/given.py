"""What everything given for a time has in common: its period, and what may still change of it."""

from __future__ import annotations

from typing import Final

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from throughcare.access.terms import Role
from throughcare.kernel.places import CODE

ROLES: Final = [(role.value, role.value) for role in Role]
_CODE: Final = rf"^{CODE}$"


def once(name: str, *same: str) -> ExclusionConstraint:
    """The same thing is not given twice for the same time."""
    period = Func(
        F("begins"), F("ends"), Value("[)"), function="TSTZRANGE", output_field=DateTimeRangeField()
    )
    columns = [(column, RangeOperators.EQUAL) for column in same]
    return ExclusionConstraint(name=name, expressions=[*columns, (period, "&&")])


def ends_later(name: str) -> models.CheckConstraint:
    """It lasts for some time."""
    return models.CheckConstraint(name=name, condition=Q(ends=None) | Q(ends__gt=F("begins")))


def ends_no_earlier(name: str) -> models.CheckConstraint:
    """It lasts for some time, or for none: then it was withdrawn before it began."""
    return models.CheckConstraint(name=name, condition=Q(ends=None) | Q(ends__gte=F("begins")))


def known_role(name: str) -> models.CheckConstraint:
    """The role is one of the matrix."""
    return models.CheckConstraint(name=name, condition=Q(role__in=list(Role)))


def at_an_establishment(name: str) -> models.CheckConstraint:
    """The place is the code of an establishment, or `service`; never a path into one."""
    return models.CheckConstraint(name=name, condition=Q(establishment__regex=_CODE))


def stays(name: str) -> pgtrigger.Protect:
    """No row is deleted."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


def as_given(name: str, *fields: str) -> pgtrigger.ReadOnly:
    """What was given, to whom and from when, is never rewritten."""
    return pgtrigger.ReadOnly(name=name, fields=list(fields))


def only_shorter(name: str) -> pgtrigger.Trigger:
    """An end is set or brought forward. A longer time is given anew."""
    later = pgtrigger.Q(new__ends__isnull=True) | pgtrigger.Q(
        new__ends__gt=pgtrigger.F("old__ends")
    )
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__ends__isnull=False) & later,
        func=refusal(name, "an end that was set is never moved later"),
    )


def refusal(name: str, sentence: str) -> str:
    """A refusal in SQL that names its rule as a constraint does."""
    return f"RAISE EXCEPTION '{name}: {sentence}' USING ERRCODE = '23514', CONSTRAINT = '{name}';"
