"""Two files that may be of one person, and the act that makes them one without moving a row."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from throughcare.casework.people.models.person import Person


class Proposal(models.Model):
    """Somebody thinks that two files are of one person. Compartment ID. `one` < `other` by id.

    Nothing follows from it by itself. `merged` is None while nobody has decided.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    one = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.TextField()
    merged = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="people_proposal_names_two_in_order"
            ),
            models.UniqueConstraint(
                fields=("one", "other"),
                condition=Q(decided_at__isnull=True),
                name="people_proposal_is_open_once",
            ),
            models.CheckConstraint(
                condition=Q(merged__isnull=True, decided_at__isnull=True, decided_by__isnull=True)
                | (
                    Q(merged__isnull=False, decided_at__gte=F("proposed_at"), decided_by__gt="")
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="people_proposal_is_decided_by_somebody",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="people_proposals_are_only_decided",
                exclude=["merged", "decided_at", "decided_by"],
            ),
            pgtrigger.Protect(name="people_proposals_are_not_deleted", operation=pgtrigger.Delete),
        )


class Merge(models.Model):
    """The file `merged` is read as part of the file `kept`, until undone. Compartment ID."""

    id = models.UUIDField(primary_key=True, editable=False)
    kept = models.ForeignKey(Person, models.PROTECT, related_name="+")
    merged = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField()
    merged_at = models.DateTimeField()
    merged_by = models.TextField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(null=True)
    undone_why = models.TextField(null=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("kept",), name="people_merged_into", condition=Q(undone_at__isnull=True)
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("merged",),
                condition=Q(undone_at__isnull=True),
                name="people_file_is_merged_once",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undone_why__isnull=True)
                | (
                    Q(undone_at__gte=F("merged_at"), undone_by__gt="", undone_why__gt="")
                    & Q(undone_at__isnull=False, undone_by__isnull=False)
                    & Q(undone_why__isnull=False)
                ),
                name="people_merge_is_undone_by_somebody_for_a_reason",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="people_merges_are_only_undone",
                exclude=["undone_at", "undone_by", "undone_why"],
            ),
            pgtrigger.Protect(
                name="people_undone_merge_stays_so",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__undone_at__isnull=False),
            ),
            pgtrigger.Protect(name="people_merges_are_not_deleted", operation=pgtrigger.Delete),
            # Both ends are whole files at the time, so that no ring of files can come about.
            pgtrigger.Trigger(
                name="people_merge_joins_two_whole_files",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    PERFORM 1 FROM people_person WHERE id IN (NEW.kept_id, NEW.merged_id)
                        ORDER BY id FOR UPDATE;
                    IF NEW.kept_id = NEW.merged_id OR EXISTS (
                        SELECT 1 FROM people_merge m
                        WHERE m.merged_id = NEW.kept_id AND m.undone_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'a file is merged into another one that stands for itself'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'people_merge_joins_two_whole_files';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )
