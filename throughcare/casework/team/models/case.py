"""What is said of one person at a meeting, what follows, and what the person says. PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.rows.record import Record
from throughcare.casework.team.models.meeting import Meeting
from throughcare.casework.team.team_terms import Because, Came, CaseState, ContestState, Heard


class Case(Record):
    """Somebody on the agenda of a meeting, and the minutes about this person.

    `first`: the id of the row that it began with; `meeting`: the first row of the meeting.
    `besides` answers what the person did, leaving aside what somebody is or believes.
    """

    first = models.UUIDField(editable=False)
    state = models.TextField(choices=CaseState.choices)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    because = models.TextField(choices=Because.choices)
    considered = models.TextField(blank=True, default="")
    heard = models.TextField(choices=Heard.choices, blank=True, default="")
    heard_words = models.TextField(blank=True, default="")
    reasons = models.TextField(blank=True, default="")
    besides = models.TextField(blank=True, default="")
    off_why = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="team_case_names_its_first_row",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CaseState.values, because__in=Because.values),
                name="team_case_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["agenda", "off"], considered="", heard="", reasons="")
                | (Q(state="minuted", heard__in=Heard.values) & ~Q(considered="")
                   & ~Q(heard_words="") & ~Q(reasons="")),
                name="team_case_says_how_the_person_was_heard",
            ),
            models.CheckConstraint(
                condition=(Q(state="off") & ~Q(off_why="")) | (~Q(state="off") & Q(off_why="")),
                name="team_case_is_taken_off_for_a_reason",
            ),
        )  # fmt: skip

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]


class Contribution(Record):
    """What a member said of the person, and what the member held against the decisions.

    Both in the member's own words. `case`: the first row of the case.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    account = models.TextField()
    words = models.TextField(blank=True, default="")
    dissent = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(account="") & (~Q(words="") | ~Q(dissent="")),
                name="team_contribution_says_something",
            ),
            models.UniqueConstraint(
                fields=("case", "account"),
                condition=Q(stood_until__isnull=True),
                name="team_contribution_is_one_of_each",
            ),
        )


class Decision(Record):
    """What the team decided about the person: each is a task of one account, by a day."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    words = models.TextField()
    owner = models.TextField()
    due_at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(owner=""), name="team_decision_has_an_owner"
            ),
        )


class Outcome(Record):
    """That a task is done, or cannot be done and why. Written once."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    came = models.TextField(choices=Came.choices)
    words = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(came="done") | (Q(came="cannot") & ~Q(words="")),
                name="team_outcome_says_why_it_cannot_be",
            ),
            models.UniqueConstraint(
                fields=("decision",),
                condition=Q(stood_until__isnull=True),
                name="team_outcome_is_one_of_each",
            ),
        )


class Telling(Record):
    """That the person was told what was decided, why, and how to contest it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    how = models.TextField(choices=ToldHow.choices)
    language = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(how__in=ToldHow.values) & ~Q(language=""),
                name="team_telling_says_how",
            ),
        )


class Contest(Record):
    """The person says that a decision is wrong, in own words, and somebody else answers."""

    first = models.UUIDField(editable=False)
    state = models.TextField(choices=ContestState.choices)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    words = models.TextField()
    language = models.TextField()
    own_hand = models.BooleanField()
    contested_at = models.DateTimeField()
    decided_by = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    reasons = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replaces__isnull=False) | Q(first=F("id")),
                name="team_contest_names_its_first_row",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ContestState.values) & ~Q(words="") & ~Q(language=""),
                name="team_contest_has_the_words_of_the_person",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by="", decided_at__isnull=True, reasons="")
                | (~Q(state="waiting") & ~Q(decided_by="") & Q(decided_at__isnull=False)
                   & ~Q(reasons="")),
                name="team_contest_is_answered_by_somebody_for_reasons",
            ),
        )  # fmt: skip

    def save(self, *args: object, **more: object) -> None:
        """A row that replaces no other is its own first."""
        self.first = self.first or self.id
        super().save(*args, **more)  # type: ignore[arg-type]


class Correction(Record):
    """What a closed meeting wrote wrongly, as it should read. The old entry stays as it is."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    words = models.TextField()
    why = models.TextField()

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(why=""), name="team_correction_says_what_and_why"
            ),
        )
