"""/contact/<place>/day: the list of the visiting room or of the phone, written at once.

Works without script. A row is written where it says what became of the contact; where one row is
wrong nothing is written, and what was typed stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.casework.contact import queries
from throughcare.casework.contact.actions import ContactWords, DayResult, DayWords, write_day
from throughcare.casework.contact.errors import BadDay
from throughcare.casework.contact.terms import Agreed, Kind, Outcome, Whom
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.queries import unit_paths
from throughcare.web.contact.house import houses_of, writes_at
from throughcare.web.custody.places.shown import below_prison, called_by
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

AT_ONCE: Final = 40  # people on one part of the list
# What the prison refused needs a ground and an end, and is written in the file.
_OUTCOMES: Final = (Outcome.HELD, Outcome.DECLINED, Outcome.ABSENT)
_FIELDS: Final = ("whom", "hour", "outcome", "agreed", "agreed_hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of the list, what is typed, and what is wrong with it."""

    person: UUID
    called: Called
    woman: bool
    typed: Mapping[str, str]
    wrong: str = ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: Request, place: str) -> HttpResponse:
    """The page; posted, it says how much was written, or what is wrong with which row."""
    code = place.split("/")[0]
    if code not in houses_of(request.viewer, at=request.at) or not writes_at(
        request.viewer, code, at=request.at
    ):
        raise NotThere
    zone = zone_of(code)
    with timezone.override(zone):
        on = _day(request.GET.get("on", ""), today=request.at.astimezone(zone).date())
        kind = request.POST.get("kind") or request.GET.get("kind") or Kind.VISIT
        kind = kind if kind in Kind.values else Kind.VISIT
        people = queries.house_list(request.viewer, place, at=request.at)
        part = Paginator(people, AT_ONCE).get_page(request.GET.get("page", "1"))
        called = called_by(request, [person for person, _woman in part.object_list])
        listed = [(one, woman) for one, woman in part.object_list if one in called]
        typed = {person: _typed(request, person) for person, _woman in listed}
        posted = request.method == "POST"
        done = _save(request, listed, typed, kind, on, zone) if posted else DayResult()
        stays = bool(done.wrong)
        wrong = {_said(typed)[place_]: words for place_, words in done.wrong.items()}
        told = {
            "place": place, "house": code, "name": names_of_places([place]).get(place, place),
            "on": on, "kind": kind, "kinds": Kind.choices, "whoms": Whom.choices,
            "outcomes": [(one.value, one.label) for one in _OUTCOMES],
            "agreeds": Agreed.choices, "part": part,
            "units": below_prison(unit_paths(code, at=request.at)),
            "rows": [
                Row(
                    person=one, called=called[one], woman=woman, wrong=wrong.get(one, ""),
                    typed=typed[one] if stays else {},
                )
                for one, woman in listed
            ],
            "posted": posted, "written": done.written, "refused": len(done.wrong),
        }  # fmt: skip
        return render(request, "contact/day.html", told, status=422 if stays else 200)


def _said(typed: Mapping[UUID, Mapping[str, str]]) -> list[UUID]:
    """Of whom something is said, in the order of the list."""
    return [person for person, words in typed.items() if words["outcome"]]


def _typed(request: Request, person: UUID) -> dict[str, str]:
    return {name: request.POST.get(f"{name}.{person}", "").strip()[:20] for name in _FIELDS}


def _save(
    request: Request, listed: Sequence[tuple[UUID, bool]],
    typed: Mapping[UUID, Mapping[str, str]], kind: str, on: date, zone: ZoneInfo,
) -> DayResult:  # fmt: skip
    """Write all that is said, or nothing; hours that cannot be read are told at their row."""
    rows: list[DayWords] = []
    wrong: dict[int, str] = {}
    women = {person for person, woman in listed if woman}
    for place, person in enumerate(_said(typed)):
        words = typed[person]
        at = _moment(words["hour"], on, zone)
        if at is None:
            wrong[place] = _("the hour is missing or is no hour: write it like 14:30")
            continue
        agreed = words["agreed"] if person in women and kind == Kind.VISIT else ""
        said = ContactWords(
            kind=kind, whom=words["whom"], at=at, outcome=words["outcome"], agreed=agreed,
            agreed_at=_moment(words["agreed_hour"], on, zone) if agreed == Agreed.YES else None,
        )  # fmt: skip
        rows.append(DayWords(person_id=person, said=said))
    if wrong or not rows:
        return DayResult(wrong=wrong)
    return write_day(by=request.viewer, at=request.at, rows=rows)


def _moment(hour: str, on: date, zone: ZoneInfo) -> datetime | None:
    try:
        return datetime.combine(on, time.fromisoformat(hour), zone)
    except ValueError:
        return None


def _day(said: str, *, today: date) -> date:
    try:
        on = date.fromisoformat(said) if said else today
    except ValueError:
        raise BadDay(
            _("this is no day of the calendar"), remedy=_("write it like 2026-11-26")
        ) from None
    if not date(1900, 1, 1) <= on <= today:
        raise BadDay(
            _("this day has not begun"), remedy=_("choose today, or a day that has passed")
        )
    return on
