"""A classification in words: which day of its time it is, who sat there, what was weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.assessment.board_terms import (
    NOT_KNOWN,
    BoardTrigger,
    FactorKind,
    Office,
)
from throughcare.casework.assessment.queries import Classifications, Factor, SeenClassification
from throughcare.duties.queries import Call
from throughcare.web.duties.words import day_number, lasted_words, moment_words
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What is asked of a woman besides (Bangkok Rule 41), by the name of its field.
ASKED: Final[Mapping[str, StrOrPromise]] = {
    "violence": gettext_lazy("Violence that she has suffered"),
    "care": gettext_lazy("Children and others in her care"),
    "mind": gettext_lazy("Mental health, as far as health staff say it to all"),
    "dependency": gettext_lazy("Dependency on drugs or alcohol, as far as health staff say it"),
}


@dataclass(frozen=True, slots=True)
class Member:
    """One who sat there. Without a name for the person and the lawyer: an office decides."""

    office: str
    name: str
    dissent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One classification for a page. `time`: the day of its time, or that it is over."""

    seen: SeenClassification
    waits: bool
    over: bool
    time: str
    place: str
    members: Sequence[Member]
    factors: Sequence[Factor]
    answers: Sequence[tuple[StrOrPromise, str]]


@dataclass(frozen=True, slots=True)
class Called:
    """Something that calls for a board, and since when."""

    what: str
    at: datetime


def shown_of(found: Classifications, *, at: datetime) -> Sequence[Shown]:
    """Each classification as the page tells it, the latest first."""
    names = names_of(seat.account for one in found.seen for seat in one.seats)
    places = names_of_places(one.row.place for one in found.seen)
    return [_shown(one, names, places, at=at) for one in found.seen]


def calls_of(calls: Sequence[Call]) -> Sequence[Called]:
    """What calls for a board, in words."""
    return [Called(capfirst(str(BoardTrigger(one.trigger).label)), one.at) for one in calls]


def unit_words(path: str, names: Mapping[str, str]) -> str:
    """A unit by its name, where it has one, and by its path."""
    return path if names.get(path, path) == path else f"{names[path]} ({path})"


def answer_words(said: str) -> str:
    """An answer as it was typed; that it is not known, in the language of the page."""
    return _("not known") if said == NOT_KNOWN else said


def _shown(
    one: SeenClassification, names: Mapping[str, str], places: Mapping[str, str], *, at: datetime
) -> Shown:  # fmt: skip
    row = one.row
    waits, over = row.state == "minuted", not one.holds and row.looked_at is not None
    answers = [(label, answer_words(getattr(row, name))) for name, label in ASKED.items()]
    return Shown(
        seen=one, waits=waits, over=over, time=_time(one, at=at),
        place=unit_words(row.place, places) if row.place else "",
        members=[
            Member(
                capfirst(seat.get_office_display()), names.get(seat.account, ""), seat.dissent
            )
            for seat in sorted(one.seats, key=lambda seat: Office.values.index(seat.office))
        ],
        factors=sorted(one.factors, key=lambda factor: FactorKind.values.index(factor.kind)),
        answers=[(label, said) for label, said in answers if said],
    )  # fmt: skip


def _time(one: SeenClassification, *, at: datetime) -> str:
    """Nothing for what waits or was sent back: it has no time of its own."""
    row = one.row
    if row.looked_at is None or row.state == "sent_back":
        return ""
    if one.holds:
        return _("Day %(day)s. The review is due in %(left)s, on %(end)s.") % {
            "day": day_number(row.decided_at, at), "left": lasted_words(one.ends_at - at),
            "end": moment_words(one.ends_at),
        }  # fmt: skip
    if at < one.ends_at:
        return _("Over: a later board decided anew.")
    if row.ended_at is not None:
        return _("Over since %(end)s: an appeal was granted.") % {
            "end": moment_words(one.ends_at)
        }  # fmt: skip
    return _("Over since %(end)s: the day of its review has passed. It holds no more.") % {
        "end": moment_words(one.ends_at)
    }  # fmt: skip
