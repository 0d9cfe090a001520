"""A fact of identity: one dated row, stated or verified, never overwritten."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KT

from throughcare.casework.people.kinds import CONTACTS, IDENTITY, Kind, Standing
from throughcare.casework.people.models.person import Person


class Fact(models.Model):
    """One thing known of a person, from `recorded_at` until it is superseded or struck out.

    Compartment as `compartment` says. `value` has the form of its kind (`values`). A fact that
    follows another points to it by `supersedes`; the older row stays as it is. `made_in` and
    `voided_in` are versions of the file.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="facts")
    kind = models.TextField(choices=Kind)
    compartment = models.TextField()
    value = models.JSONField()
    standing = models.TextField(choices=Standing)
    proof = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    made_in = models.PositiveIntegerField()
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    voided_at = models.DateTimeField(null=True)
    voided_by = models.TextField(null=True)
    voided_why = models.TextField(null=True)
    voided_in = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("person", "kind"), name="people_facts_of_person"),
            models.Index(
                KT("value__read"), name="people_facts_by_number", condition=Q(kind=Kind.IDENTIFIER)
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="people_fact_kind_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.EMERGENCY_CONTACT, compartment=CONTACTS)
                | (~Q(kind=Kind.EMERGENCY_CONTACT) & Q(compartment=IDENTITY)),
                name="people_fact_lies_in_its_compartment",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.STATED, proof="")
                | (Q(standing=Standing.VERIFIED) & ~Q(proof="")),
                name="people_fact_is_verified_by_a_proof",
            ),
            models.CheckConstraint(
                condition=Q(
                    voided_at__isnull=True,
                    voided_by__isnull=True,
                    voided_why__isnull=True,
                    voided_in__isnull=True,
                )
                | (
                    Q(voided_at__gte=F("recorded_at"), voided_by__gt="", voided_why__gt="")
                    & Q(voided_at__isnull=False, voided_by__isnull=False)
                    & Q(voided_why__isnull=False, voided_in__isnull=False)
                    & Q(voided_in__gt=F("made_in"))
                ),
                name="people_fact_is_struck_out_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="people_fact_does_not_supersede_itself",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="people_facts_are_not_overwritten",
                exclude=["voided_at", "voided_by", "voided_why", "voided_in"],
            ),
            pgtrigger.Protect(
                name="people_struck_out_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=False),
            ),
            pgtrigger.Protect(name="people_facts_are_not_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="people_fact_follows_its_like",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__supersedes__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM people_fact f
                        WHERE f.id = NEW.supersedes_id AND f.person_id = NEW.person_id
                          AND f.kind = NEW.kind AND f.recorded_at <= NEW.recorded_at
                    ) THEN
                        RAISE EXCEPTION 'a fact follows an earlier one of its person and kind'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'people_fact_follows_its_like';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )
