"""Disciplinary cases, their sanctions, and whose mind is known to be ill (Rules 37 to 41).

A case is one row that grows: each step writes it anew in the place of the one before.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Trim
from django.db.models.lookups import Exact

from throughcare.casework.rows.record import Record
from throughcare.casework.safety.measure_terms import (
    AppealOutcome,
    CaseOutcome,
    Interpreter,
    LegalHelp,
    MentalFinding,
)
from throughcare.casework.safety.models.restriction import FOUND_HOW
from throughcare.casework.safety.models.versions import Versioned
from throughcare.casework.safety.terms import AuthorityRole


def _same_name(one: str, other: str) -> Exact:
    return Exact(Lower(Trim(one)), Lower(Trim(other)))


class DisciplinaryCase(Versioned):
    """An act of which a person is accused, and what was done about it. Compartment DIS.

    `incident`: the act, the same for everybody who had a part in it. `reporter` and `decider` are
    people in words, `reported_by` and `decided_by` their accounts. `found`: as of a
    restriction, for a case that did not go as the rules ask.
    """

    incident = models.UUIDField()
    act = models.TextField()
    rule_broken = models.TextField(blank=True, default="")
    happened_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    reporter = models.TextField(blank=True, default="")
    reported_by = models.TextField(blank=True, default="")
    notice_at = models.DateTimeField(null=True)
    notice_language = models.TextField(blank=True, default="")
    time_waived_at = models.DateTimeField(null=True)
    investigation_closed_at = models.DateTimeField(null=True)
    mind_weighed_at = models.DateTimeField(null=True)
    mind_weighed_by = models.TextField(blank=True, default="")
    mind_finding = models.TextField(blank=True, default="", choices=MentalFinding.choices)
    heard_at = models.DateTimeField(null=True)
    person_heard = models.BooleanField(null=True)
    legal_help = models.TextField(blank=True, default="", choices=LegalHelp.choices)
    interpreter = models.TextField(blank=True, default="", choices=Interpreter.choices)
    decided_at = models.DateTimeField(null=True)
    decider = models.TextField(blank=True, default="")
    decider_role = models.TextField(blank=True, default="", choices=AuthorityRole.choices)
    decided_by = models.TextField(blank=True, default="")
    outcome = models.TextField(blank=True, default="", choices=CaseOutcome.choices)
    reasons = models.TextField(blank=True, default="")
    review_told_at = models.DateTimeField(null=True)
    appealed_at = models.DateTimeField(null=True)
    appeal_decided_at = models.DateTimeField(null=True)
    appeal_decider = models.TextField(blank=True, default="")
    appeal_decided_by = models.TextField(blank=True, default="")
    appeal_outcome = models.TextField(blank=True, default="", choices=AppealOutcome.choices)
    appeal_reasons = models.TextField(blank=True, default="")
    lawyer_offered_at = models.DateTimeField(null=True)
    questioned_at = models.DateTimeField(null=True)
    found = models.TextField(blank=True, default="")
    said_by = models.TextField(blank=True, default="")

    class Meta(Versioned.Meta):
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(condition=~Q(act=""), name="safety_case_says_what_happened"),
            models.UniqueConstraint(
                fields=("person", "incident"),
                name="safety_one_case_for_one_act",
                condition=Q(stood_until__isnull=True),
            ),
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    Q(happened_at__isnull=False, reported_at__isnull=False)
                    & Q(reported_at__gte=F("happened_at"))
                    & ~Q(reporter="")
                    & ~Q(reported_by="")
                ),
                name="safety_case_is_reported_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(notice_at__isnull=True)
                | ~Q(found="")
                | (Q(notice_at__gte=F("happened_at")) & ~Q(notice_language="")),
                name="safety_notice_is_given_in_a_language",
            ),
            models.CheckConstraint(
                condition=Q(heard_at__isnull=True)
                | ~Q(found="")
                | (
                    Q(notice_at__isnull=False, heard_at__gte=F("notice_at"))
                    & Q(person_heard__isnull=False)
                    & Q(legal_help__in=LegalHelp.values)
                    & Q(interpreter__in=Interpreter.values)
                ),
                name="safety_hearing_comes_after_notice_and_says_who_helped",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, outcome="")
                | ~Q(found="")
                | (
                    Q(heard_at__isnull=False, decided_at__gte=F("heard_at"))
                    & Q(mind_weighed_at__isnull=False, mind_weighed_at__lte=F("decided_at"))
                    & Q(outcome__in=CaseOutcome.values)
                    & Q(decider_role__in=AuthorityRole.values)
                    & ~Q(decider_role=AuthorityRole.HEALTH_STAFF)
                    & ~Q(decider="")
                    & ~Q(decided_by="")
                    & ~Q(reasons="")
                ),
                name="safety_decision_comes_after_hearing_and_mind",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True)
                | ~Q(found="")
                | (~Q(decided_by=F("reported_by")) & ~Q(_same_name("decider", "reporter"))),
                name="safety_who_reports_does_not_decide",
            ),
            models.CheckConstraint(
                condition=Q(appeal_decided_at__isnull=True, appeal_outcome="")
                | ~Q(found="")
                | (
                    Q(appealed_at__isnull=False, appeal_decided_at__gte=F("appealed_at"))
                    & Q(appeal_outcome__in=AppealOutcome.values)
                    & ~Q(appeal_decider="")
                    & ~Q(appeal_reasons="")
                    & ~Q(appeal_decided_by=F("decided_by"))
                    & ~Q(_same_name("appeal_decider", "decider"))
                ),
                name="safety_who_decides_does_not_decide_the_appeal",
            ),
            models.CheckConstraint(condition=FOUND_HOW, name="safety_case_found_says_by_whom"),
        )


class Sanction(Record):
    """One part of one decision: what a person must bear, and for how long. Compartment DIS.

    `case`: the first version of the case. `kind`: a code of `sanctions.yaml`. `no_end_why`: why it
    has no end. `separation`: the spell that it is. `on_appeal`: it takes the place of one that an
    appeal set aside. Parts of one decision have one `imposed_at`. `found`: as of a restriction;
    only such a row may lack its case.
    """

    case = models.ForeignKey(DisciplinaryCase, models.PROTECT, null=True, related_name="+")
    incident = models.UUIDField()
    kind = models.TextField()
    offence = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    no_end_why = models.TextField(blank=True, default="")
    imposed_at = models.DateTimeField()
    decider = models.TextField(blank=True)
    decider_role = models.TextField(blank=True, default="", choices=AuthorityRole.choices)
    decided_by = models.TextField(blank=True, default="")
    separation = models.ForeignKey("safety.Separation", models.PROTECT, null=True, related_name="+")
    on_appeal = models.BooleanField(default=False)
    set_aside_at = models.DateTimeField(null=True)
    set_aside_why = models.TextField(blank=True, default="")
    collective = models.BooleanField(default=False)
    found = models.TextField(blank=True, default="")
    said_by = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        indexes = (
            models.Index(
                fields=("incident", "imposed_at"), name="safety_sanctions_for_an_act",
                condition=Q(stood_until__isnull=True),
            ),
        )  # fmt: skip
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(found="")
                | (
                    Q(case__isnull=False, since__isnull=False)
                    & ~Q(offence="")
                    & ~Q(reasons="")
                    & ~Q(decider="")
                    & Q(decider_role__in=AuthorityRole.values)
                    & ~Q(decider_role=AuthorityRole.HEALTH_STAFF)
                    & (Q(until__isnull=False) | ~Q(no_end_why=""))
                ),
                name="safety_sanction_says_for_what_by_whom_and_until_when",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="safety_sanction_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | Q(collective=False),
                name="safety_no_sanction_of_a_group",
            ),
            models.CheckConstraint(
                condition=~Q(found="") | ~Q(kind="separation") | Q(separation__isnull=False),
                name="safety_separation_as_a_sanction_names_its_spell",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at__isnull=True, set_aside_why="")
                | (Q(set_aside_at__gte=F("imposed_at")) & ~Q(set_aside_why="")),
                name="safety_sanction_is_set_aside_for_a_reason",
            ),
            models.CheckConstraint(condition=FOUND_HOW, name="safety_sanction_found_says_by_whom"),
        )


class MentalCondition(Record):
    """The service knows of an illness of the mind in [since, until): no more is said. HLT."""

    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="safety_mental_condition_ends_after_it_begins",
            ),
        )
