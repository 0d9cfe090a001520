"""What is offered in a prison: programmes, outside workers, groups, sessions. About nobody."""

from __future__ import annotations

from typing import Final

import pgtrigger
from django.db import models
from django.db.models import F, Q

from throughcare.casework.programmes.models.house_row import HouseRow
from throughcare.casework.programmes.terms import ForAge, ForSex, Kind

_CLOCK: Final = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


class Programme(HouseRow):
    """One programme. `evidence`: what is known that it helps, in words; empty where nothing is.

    `on_request` is true of what is religious: nobody is referred to it but by own wish. `languages`
    are codes. `aims_at_beliefs`: it is one of disengagement from violence.
    """

    kind = models.TextField(choices=Kind.choices)
    name = models.TextField()
    provider = models.TextField()
    places = models.PositiveIntegerField()
    languages = models.JSONField(default=list)
    for_sex = models.TextField(choices=ForSex.choices)
    for_age = models.TextField(choices=ForAge.choices)
    for_whom = models.TextField()
    evidence = models.TextField(blank=True, default="")
    aims_at_beliefs = models.BooleanField(default=False)
    from_outside = models.BooleanField(default=False)
    on_request = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)

    class Meta(HouseRow.Meta):
        constraints = (
            *HouseRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    kind__in=Kind.values, for_sex__in=ForSex.values, for_age__in=ForAge.values
                ),
                name="programmes_programme_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(provider="") & ~Q(for_whom="") & Q(places__gt=0),
                name="programmes_programme_says_what_by_whom_for_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.RELIGIOUS, on_request=True)
                | (~Q(kind=Kind.RELIGIOUS) & Q(on_request=False)),
                name="programmes_religious_only_on_request",
            ),
        )


class Worker(HouseRow):
    """Somebody from outside who leads groups. Vetted and inducted on a day, until a day."""

    name = models.TextField()
    comes_from = models.TextField()
    vetted_on = models.DateField(null=True)
    inducted_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta(HouseRow.Meta):
        constraints = (
            *HouseRow.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(comes_from=""), name="programmes_worker_has_a_name"
            ),
            models.CheckConstraint(
                condition=Q(vetted_on__isnull=True, valid_until__isnull=True)
                | Q(vetted_on__isnull=False, valid_until__gt=F("vetted_on")),
                name="programmes_vetting_ends",
            ),
        )


class Group(HouseRow):
    """People who meet on one day of the week, from a day to a day, both included.

    `weekday`: 0 is Monday. Hours are by the clock on the wall, as HH:MM. `leader`: an account; or
    `worker`: the first row of an outside worker.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    name = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    weekday = models.PositiveSmallIntegerField()
    begins_at = models.TextField()
    ends_at = models.TextField()
    room = models.TextField()
    leader = models.TextField(blank=True, default="")
    worker = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+")

    class Meta(HouseRow.Meta):
        constraints = (
            *HouseRow.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(room="") & Q(weekday__lte=6),
                name="programmes_group_meets_somewhere_on_a_weekday",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on"), ends_at__gt=F("begins_at"))
                & Q(begins_at__regex=_CLOCK, ends_at__regex=_CLOCK),
                name="programmes_group_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(leader="", worker__isnull=False)
                | (~Q(leader="") & Q(worker__isnull=True)),
                name="programmes_group_has_one_leader",
            ),
        )


class Session(models.Model):
    """That a group met on a day. `group`: its first row; `worker`: who led it, from outside,
    and since when and until when vetted and inducted, as it was written when the session was held.

    `begins_at` and `ends_at` are instants, from the hours of the group by the clock of the prison.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    place = models.TextField()
    held_on = models.DateField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    worker = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+")
    vetted_on = models.DateField(null=True)
    inducted_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("group", "held_on"), name="programmes_group_meets_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="programmes_session_lasts"
            ),
        )
        triggers = (
            pgtrigger.Protect(name="sessions_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        )
