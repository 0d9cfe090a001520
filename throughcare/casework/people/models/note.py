"""Notes on a person: typed, dated twice, amended only by a new one."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.casework.people.models.person import Person


class NoteKind(models.TextChoices):
    """What a note is for."""

    OBSERVATION = "observation", _("observation")
    AGREEMENT = "agreement", _("agreement with the person")
    SAFETY = "safety", _("safety note")
    HANDOVER = "handover", _("for the next shift")


class Note(models.Model):
    """What somebody wrote on a person. Compartment ID; a safety note is shown redacted too."""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="notes")
    kind = models.TextField(choices=NoteKind)
    text = models.TextField()
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    author = models.TextField()
    amends = models.OneToOneField("self", models.PROTECT, null=True, related_name="amended_by")

    class Meta:
        indexes = (models.Index(fields=("person", "-happened_at"), name="people_notes_of_person"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=NoteKind.values), name="people_note_kind_is_in_the_list"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="people_note_says_something"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("written_at")),
                name="people_note_is_not_written_before_it_happens",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="people_notes_are_not_changed",
                operation=pgtrigger.Update | pgtrigger.Delete,
            ),
        )
