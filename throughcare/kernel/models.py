"""The tree of places. What changes a place belongs to a room above; here is what must hold."""

from __future__ import annotations

from datetime import datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.kernel.places import CODE

_NEXT_DOWN = """
    IF TG_OP = 'UPDATE' AND (OLD.path, OLD.kind) IS DISTINCT FROM (NEW.path, NEW.kind) THEN
        RAISE EXCEPTION 'place % keeps its path and its kind: end it and make a new one', OLD.path
            USING ERRCODE = 'check_violation', CONSTRAINT = 'place_stays_where_it_is';
    END IF;
    IF NEW.parent_id IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT * INTO above FROM kernel_place WHERE id = NEW.parent_id FOR SHARE;
    IF above.kind IS DISTINCT FROM (CASE NEW.kind
        WHEN 'premises' THEN 'establishment' WHEN 'unit' THEN 'premises' WHEN 'cell' THEN 'unit'
    END) THEN
        RAISE EXCEPTION 'a % cannot stand directly under a %: %', NEW.kind, above.kind, NEW.path
            USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_next_down';
    END IF;
    IF NEW.path IS DISTINCT FROM above.path || '/' || NEW.code THEN
        RAISE EXCEPTION 'the path % does not follow from % and %', NEW.path, above.path, NEW.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'place_path_follows_parent';
    END IF;
    RETURN NEW;
"""


class PlaceKind(models.TextChoices):
    """The four storeys of the tree, from above."""

    ESTABLISHMENT = "establishment", _("establishment")
    PREMISES = "premises", _("premises")
    UNIT = "unit", _("unit")
    CELL = "cell", _("cell")


class Places(models.QuerySet["Place"]):
    """Reading the tree."""

    def within(self, path: str) -> Places:
        """The place with this path and all under it."""
        return self.filter(Q(path=path) | Q(path__startswith=f"{path}/"))

    def in_use(self, at: datetime) -> Places:
        """The places in use at the moment: from their start, up to and without their end."""
        return self.filter(Q(used_until=None) | Q(used_until__gt=at), used_from__lte=at)


class Place(models.Model):
    """An establishment, or premises, a unit or a cell in it.

    `certified_capacity` counts people; `floor_area` is in square metres; None is not known.
    `time_zone` is an IANA name, None for that of the place above. In use: [used_from, used_until).
    """

    kind = models.CharField(max_length=13, choices=PlaceKind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    code = models.TextField()
    name = models.JSONField(default=dict)  # by language code
    path = models.TextField(unique=True)
    certified_capacity = models.IntegerField(null=True)
    floor_area = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    time_zone = models.TextField(null=True)
    used_from = models.DateTimeField()
    used_until = models.DateTimeField(null=True)

    objects = Places.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(name="place_kind_known", condition=Q(kind__in=PlaceKind.values)),
            models.CheckConstraint(
                name="place_only_establishment_at_top",
                condition=Q(kind="establishment", parent=None, path=F("code"))
                | (~Q(kind="establishment") & Q(parent__isnull=False)),
            ),
            models.CheckConstraint(
                name="place_code_is_plain", condition=Q(code__regex=f"^{CODE}$")
            ),
            models.CheckConstraint(
                name="place_capacity_not_negative",
                condition=Q(certified_capacity=None) | Q(certified_capacity__gte=0),
            ),
            models.CheckConstraint(
                name="place_area_not_negative",
                condition=Q(floor_area=None) | Q(floor_area__gte=0),
            ),
            models.CheckConstraint(
                name="place_use_ends_after_it_begins",
                condition=Q(used_until=None) | Q(used_until__gt=F("used_from")),
            ),
            models.CheckConstraint(
                name="place_establishment_has_zone",
                condition=~Q(kind="establishment") | Q(time_zone__isnull=False),
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="place_next_down",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("above", "kernel_place%ROWTYPE")],
                func=_NEXT_DOWN,
            ),
        )

    def __str__(self) -> str:
        """The path."""
        return self.path

    def zone(self) -> str:
        """The time zone set here or at the nearest place above; an establishment has one."""
        place: Place = self
        while place.time_zone is None and place.parent is not None:
            place = place.parent
        return str(place.time_zone)
