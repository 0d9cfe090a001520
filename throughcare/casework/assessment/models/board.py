"""Some of several professions sit together about one person. Compartment PLN."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from throughcare.casework.assessment.board_terms import BoardState, BoardTrigger, Office
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.rows.record import Record


class Board(Staged):
    """Called together for a reason; `why` in words. `ended_why`: why it did not decide.

    One is open about a person at a time. `called_by` is an account.
    """

    kind_of_judgement = "board"
    states = BoardState

    trigger = models.TextField(choices=BoardTrigger.choices)
    why = models.TextField()
    called_by = models.TextField()
    meets_at = models.DateTimeField()
    ended_why = models.TextField(blank=True, default="")

    class Meta(Staged.Meta):
        constraints = (
            *Staged.Meta.constraints,
            models.CheckConstraint(
                condition=Q(trigger__in=BoardTrigger.values, state__in=BoardState.values),
                name="assessment_board_is_of_the_lists",
            ),
            models.CheckConstraint(
                condition=~Q(why="") & ~Q(called_by=""), name="assessment_board_is_called_for"
            ),
            models.CheckConstraint(
                condition=(Q(state="dissolved") & ~Q(ended_why=""))
                | (~Q(state="dissolved") & Q(ended_why="")),
                name="assessment_board_says_why_it_did_not_decide",
            ),
        )


class Seat(Record):
    """That an account sat there, in an office, and what it held against the decision, if anything.

    `board`: the first row of the board; `minutes`: the first row of the classification that the
    board came to. `dissent` is kept in the member's own words.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    minutes = models.UUIDField()
    account = models.TextField()
    office = models.TextField(choices=Office.choices)
    dissent = models.TextField(blank=True, default="")

    class Meta(Record.Meta):
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(office__in=Office.values) & ~Q(account=""),
                name="assessment_seat_is_somebodys",
            ),
            models.UniqueConstraint(
                fields=("minutes", "account"), condition=Q(stood_until__isnull=True),
                name="assessment_seat_is_taken_once",
            ),
        )  # fmt: skip
