"""The register of a group on a day: a line for each, one button for all, without script too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.programmes import actions, queries
from throughcare.casework.programmes.actions import Entry, Fate, Outcome
from throughcare.casework.programmes.data import reasons
from throughcare.casework.programmes.errors import DayOff
from throughcare.casework.programmes.queries import Member, Register
from throughcare.casework.programmes.terms import Came, Reason
from throughcare.casework.safety.queries import at_a_glance
from throughcare.web.custody.places.shown import called_by
from throughcare.web.device.shown import device_told
from throughcare.web.device.shown import key_of as of_field
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request
from throughcare.web.safety.said import day_said

# One key for each state, the same on every keyboard and in every language.
KEYS: Final = {str(number): came for number, came in enumerate(Came, start=1)}
_LONGEST: Final = 40
STAYS: Final = frozenset({Fate.REFUSED, Fate.HELD_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line. `written`: what stands, in words; `came` and `reason`: what stays typed."""

    person: UUID
    called: Called
    key: str
    written: str
    separated: str
    came: str = ""
    reason: str = ""
    wrong: str = ""
    said: str = ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request, group_id: UUID) -> HttpResponse:
    """The page; posted, it is saved at once, and each line says what became of it.

    "All attended" is a button of its own: it fills the lines on which nothing stands, and saves
    nothing yet.
    """
    group, _programme = queries.group_to_change(request.viewer, group_id, at=request.at)
    with timezone.override(zone_of(group.place)):
        on = day_in(request.GET.get("on", ""))
        found = queries.register_of(request.viewer, group_id, on, at=request.at)
        entries, outcomes = _saved(request, found)
        if outcomes:
            found = queries.register_of(request.viewer, group_id, on, at=request.at)
        filled = request.method == "POST" and "all" in request.POST
        rows = _rows(request, found, entries, outcomes, filled=filled)
        stays = any(one.fate in STAYS for one in outcomes)
        told = {
            "register": found, "group": found.group, "on": on, "rows": rows,
            "states": [(key, came.value, came.label) for key, came in KEYS.items()],
            "reasons": [(one, Reason(one).label) for one in reasons("excused")],
            "written": sum(one.fate == Fate.WRITTEN for one in outcomes),
            "conflicts": [one for one in rows if one.said], "posted": request.method == "POST",
            "saved": bool(outcomes) and not stays, "refused": [one for one in rows if one.wrong],
            **device_told(request),
        }  # fmt: skip
        return render(request, "programmes/register.html", told, status=422 if stays else 200)


def day_in(said: str) -> date:
    """A day as an address carries it. Raises DayOff."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise DayOff(
            _("this is no day of the calendar"), remedy=_("write it like 2026-11-26")
        ) from None


def key_of(key: str, person: UUID, on: date, came: str, reason: str) -> UUID:
    """The key of an entry: of its form, and of what stands in it. Changed, it is another entry."""
    try:
        of_form: UUID | None = UUID(key)
    except ValueError:
        of_form = None
    return of_field(of_form, str(person), on.isoformat(), came, reason)


def sentences(outcomes: Sequence[Outcome]) -> list[str]:
    """Each outcome in words, in their order."""
    names = names_of(one.by for one in outcomes if one.by)
    return [_sentence(one, names) for one in outcomes]


def _sentence(one: Outcome, names: Mapping[str, str]) -> str:
    told = {"who": names.get(one.by, one.by), "why": one.said}
    match one.fate:
        case Fate.WRITTEN:
            return _("Written.")
        case Fate.ALREADY:
            return _("It was there already.")
        case Fate.CONFLICT:
            return _("%(who)s has written otherwise. Both are kept, and a person decides.") % told
        case Fate.HELD_BACK:
            return _("Not written yet, because another entry is wrong.")
    return _("Refused: %(why)s") % told


def _saved(request: Request, found: Register) -> tuple[list[Entry], Sequence[Outcome]]:
    if request.method != "POST" or "all" in request.POST:
        return [], ()
    entries = []
    for one in found.members:
        came, reason, key = (
            request.POST.get(f"{part}.{one.person}", "")[:_LONGEST]
            for part in ("came", "reason", "key")
        )
        if came or reason:
            reason = reason if came in ("", Came.EXCUSED) else ""
            entries.append(
                Entry(
                    person_id=one.person, came=came, reason=reason,
                    key=key_of(key, one.person, found.on, came, reason),
                )
            )  # fmt: skip
    if not entries:
        return [], ()
    done = actions.write_register(
        by=request.viewer, at=request.at, group_id=found.group.first, on=found.on, entries=entries
    )
    return entries, done


def _rows(
    request: Request, found: Register, entries: Sequence[Entry], outcomes: Sequence[Outcome], *,
    filled: bool,
) -> list[Row]:  # fmt: skip
    names = called_by(request, [one.person for one in found.members])
    by = names_of(one.written_by for one in found.members if one.written_by)
    apart = at_a_glance(request.viewer, sorted(names), at=request.at)
    typed = {one.person_id: one for one in entries}
    fates = {
        entry.person_id: (outcome, said)
        for entry, outcome, said in zip(entries, outcomes, sentences(outcomes), strict=True)
    }
    rows = []
    for one in found.members:
        if one.person not in names:
            continue
        outcome, said = fates.get(one.person, (None, ""))
        stays = outcome is not None and outcome.fate in STAYS
        kept = typed[one.person] if stays else None
        fresh = filled and one.written is None
        rows.append(
            Row(
                person=one.person, called=names[one.person], key=str(uuid4()),
                written=written_words(one, by),
                separated=day_said(apart[one.person]) if one.person in apart else "",
                came=kept.came if kept else (Came.ATTENDED if fresh else ""),
                reason=kept.reason if kept else "",
                wrong=said if outcome is not None and outcome.fate == Fate.REFUSED else "",
                said=said if outcome is not None and outcome.fate == Fate.CONFLICT else "",
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: (row.called.own.casefold(), str(row.person)))


def written_words(one: Member, names: Mapping[str, str]) -> str:
    """What stands, and by whom; for who may only add, that it stands."""
    if one.written is None:
        return ""
    told = {"who": names.get(one.written_by or "", one.written_by or "")}
    if one.came is None:
        return _("written by %(who)s") % told
    told["what"] = str(Came(one.came).label)
    if one.reason:
        told["what"] = f"{told['what']} ({Reason(one.reason).label})"
    return _("%(what)s, written by %(who)s") % told
