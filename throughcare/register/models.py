"""Entries, their one order, and the signed checkpoints over it. Nothing here is ever changed.

UPDATE, DELETE and TRUNCATE are refused by triggers (migration 0002), for the tables' owner too.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

_HASH, _SIGNATURE = 32, 64


def _long(field: str, octets: int) -> Exact:
    return Exact(Length(field), octets)


def _finite(field: str) -> Func:
    return Func(F(field), function="isfinite", output_field=models.BooleanField())


class Entry(models.Model):
    """One change or one reading. Without foreign keys: it outlives what it is about."""

    id = models.BigAutoField(primary_key=True)
    event = models.TextField()
    about = models.UUIDField(null=True)
    compartment = models.TextField(blank=True)
    table = models.TextField(blank=True, db_column="in_table")
    row = models.TextField(blank=True, db_column="row_key")
    by = models.TextField(db_column="by_account")
    role = models.TextField()
    place = models.TextField(blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    why = models.TextField(blank=True)
    digest = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        indexes = (
            models.Index(
                fields=("about", "-recorded_at"),
                name="register_about",
                condition=Q(about__isnull=False),
            ),
            models.Index(
                fields=("table", "row", "-id"), name="register_of_row", condition=~Q(table="")
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(event="") & ~Q(by="") & ~Q(role=""),
                name="register_says_what_who_and_in_which_role",
            ),
            models.CheckConstraint(
                condition=Q(row="") | ~Q(table=""), name="register_row_is_in_a_table"
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")),
                name="register_records_nothing_before_it_happens",
            ),
            models.CheckConstraint(
                condition=Q(_finite("happened_at"), _finite("recorded_at")),
                name="register_times_are_instants",
            ),
            models.CheckConstraint(
                condition=Q(_long("digest", _HASH), _long("leaf", _HASH)),
                name="register_hashes_are_whole",
            ),
        )


class Sealed(models.Model):
    """The place of an entry in the one order: 0, 1, 2, ... without a gap."""

    position = models.BigIntegerField(primary_key=True)
    entry = models.BigIntegerField(unique=True, db_column="entry_id")
    trail = models.BinaryField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(position__gte=0), name="register_positions_begin_at_nought"
            ),
            models.CheckConstraint(condition=_long("trail", _HASH), name="register_trail_is_whole"),
        )


class Checkpoint(models.Model):
    """A signed root over the first `size` entries of the order.

    `settled`: no entry with this id or a lower one will still come, all are sealed. `previous`: the
    digest of the checkpoint before. `peaks`: the tree's, from which the next seal goes on.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    peaks = models.BinaryField()
    previous = models.BinaryField()
    settled = models.BigIntegerField()
    made_at = models.DateTimeField()
    key = models.TextField()
    signature = models.BinaryField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(size__gte=1), name="register_checkpoint_covers_something"
            ),
            models.CheckConstraint(
                condition=Q(
                    _long("root", _HASH),
                    _long("previous", _HASH),
                    _long("signature", _SIGNATURE),
                ),
                name="register_checkpoint_is_whole",
            ),
        )
