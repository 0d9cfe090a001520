"""Contact with the outside that was offered, and what became of it. Compartment CON.

No content is kept, nothing of lawyers, and not how long it lasted.
"""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q

from throughcare.casework.contact.terms import (
    Agreed,
    Kind,
    Outcome,
    RefusalGround,
    VisitorSearch,
    Whom,
)
from throughcare.casework.rows.record import Record

_NOT_REFUSED: Final = Q(ground="", refused_why="", refused_until__isnull=True)
_REFUSED: Final = Q(
    outcome=Outcome.REFUSED, ground__in=RefusalGround.values, refused_until__gt=F("at")
) & ~Q(refused_why="")
_NOT_SEARCHED: Final = Q(
    search="", searched_at__isnull=True, consent_at__isnull=True, child_visitor=False
)
_SEARCHED: Final = Q(
    kind=Kind.VISIT, search__in=VisitorSearch.values, searched_at__isnull=False
)  # fmt: skip


class Contact(Record):
    """One contact: `at` is when it took place, or was to take place.

    `approved`: the contact of the file that it was with, where there is one (a fact of people).
    `ground`, `refused_why`, `refused_until`: of what the prison refused, never without an end.
    `agreed`: of a visit to a woman; `agreed_at` when she said so. `consent_at`: when the visitor
    consented to the search; empty where nobody asked.
    """

    kind = models.TextField(choices=Kind.choices)
    whom = models.TextField(choices=Whom.choices)
    approved = models.UUIDField(null=True)
    at = models.DateTimeField()
    outcome = models.TextField(choices=Outcome.choices)
    ground = models.TextField(blank=True, default="", choices=RefusalGround.choices)
    refused_why = models.TextField(blank=True, default="")
    refused_until = models.DateTimeField(null=True)
    agreed = models.TextField(blank=True, default="", choices=Agreed.choices)
    agreed_at = models.DateTimeField(null=True)
    search = models.TextField(blank=True, default="", choices=VisitorSearch.choices)
    searched_at = models.DateTimeField(null=True)
    consent_at = models.DateTimeField(null=True)
    child_visitor = models.BooleanField(default=False)

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("person", "at"), name="contact_of_a_person",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, whom__in=Whom.values, outcome__in=Outcome.values),
                name="contact_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(at__lte=F("recorded_at")), name="contact_has_come"
            ),
            models.CheckConstraint(
                condition=(~Q(outcome=Outcome.REFUSED) & _NOT_REFUSED) | _REFUSED,
                name="contact_refused_says_why_and_until_when",
            ),
            models.CheckConstraint(
                condition=Q(agreed="", agreed_at__isnull=True)
                | Q(kind=Kind.VISIT, agreed=Agreed.YES, agreed_at__isnull=False)
                | Q(
                    kind=Kind.VISIT,
                    agreed__in=(Agreed.NO, Agreed.NOT_ASKED),
                    agreed_at__isnull=True,
                ),
                name="contact_agreed_to_is_a_visit",
            ),
            models.CheckConstraint(
                condition=~Q(agreed=Agreed.NO, outcome=Outcome.HELD),
                name="contact_no_visit_against_her_word",
            ),
            models.CheckConstraint(
                condition=_NOT_SEARCHED | _SEARCHED, name="contact_search_is_of_a_visitor"
            ),
            models.UniqueConstraint(
                fields=("person", "kind", "whom", "at"), name="contact_is_written_once",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
