"""A finding as one sentence in the language of the page: what, how far, until when.

Records and states are named as they stand in the list of words, never declined: so each sentence
is built around them with colons and brackets where a language would ask for another case.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from standards.checks import (
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.findings import Status
from throughcare.duties.queries import Duty
from throughcare.duties.rules import checks_on
from throughcare.duties.wording import term_of
from throughcare.kernel.models import PlaceKind
from throughcare.web.duties.amounts import bound_words, owed_words
from throughcare.web.duties.words import (
    day_number,
    last_of,
    lasted_words,
    limit_words,
    list_words,
    moment_words,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def sentence(one: Duty, at: datetime) -> str:
    """What a person reads of a finding, without the rule it rests on.

    Where a wall hides the ground: that something must be done, until when, and whom to ask.
    """
    check = None if one.rule is None else checks_on(at.date()).get(one.rule)
    if check is None:
        return _hidden(one)
    return str(capfirst(_TELLERS[type(check)](one, check, at)))


def sentence_in(language: str, one: Duty, at: datetime) -> str:
    """The same sentence in one of the five languages, whatever that of the page."""
    with translation.override(language):
        return sentence(one, at)


def _hidden(one: Duty) -> str:
    if one.status != Status.DUE or one.until is None:
        return _(
            "Overdue: should have ended, or been done, on grounds kept in the health file; ask the "
            "health service."
        )
    return _(
        "Must end, or be done, by %(until)s on grounds kept in the health file; ask the health "
        "service."
    ) % {"until": moment_words(one.until)}


def _length(one: Duty, check: MaxDuration, at: datetime) -> str:
    begun = one.duty or at
    told = {
        "state": _term(check.state), "limit": limit_words(check.limit),
        "end": moment_words(last_of(check.limit, begun)), "day": day_number(begun, at),
        "length": lasted_words((one.until or begun) - begun),
    }  # fmt: skip
    match one.status:
        case Status.BREACHED if one.until is None:
            return _("Day %(day)s of %(state)s. Should have ended by %(end)s.") % told
        case Status.BREACHED:
            return _("%(length)s of %(state)s. Should have ended by %(end)s.") % told
        case Status.DUE:
            return _("Day %(day)s of %(state)s. Must end by %(end)s, after %(limit)s.") % told
        case Status.MET:
            return _("%(length)s of %(state)s, within %(limit)s.") % told
    return _open(one, check.state)


def _response(one: Duty, check: RespondWithin, at: datetime) -> str:
    told = {**_times(one), "answer": _term(check.response), "trigger": _term(check.trigger)}
    match one.status:
        case Status.BREACHED if one.until is None:
            return _("%(answer)s: missing since %(since)s, after %(trigger)s.") % told
        case Status.BREACHED:
            return _("%(answer)s: was due by %(since)s and missing until %(until)s.") % told
        case Status.DUE:
            return _("%(answer)s: due by %(until)s, after %(trigger)s.") % told
        case Status.MET:
            return _("%(answer)s: in time, on %(until)s, after %(trigger)s.") % told
    return _open(one, check.response)


def _recurring(one: Duty, check: RecurWithin, at: datetime) -> str:
    told = {
        **_times(one), "answer": _term(check.response), "state": _term(check.state),
        "limit": limit_words(check.limit), "stretch": _stretch(one),
    }  # fmt: skip
    match one.status:
        case Status.BREACHED:
            return (
                _("%(answer)s during %(state)s: none %(stretch)s; one is owed every %(limit)s.")
                % told
            )
        case Status.DUE:
            return _("Next %(answer)s during %(state)s: due by %(until)s.") % told
        case Status.MET:
            return _("%(answer)s during %(state)s: at least every %(limit)s, %(stretch)s.") % told
    return _open(one, check.response)


def _never(one: Duty, check: Never, at: datetime) -> str:
    name = check.event or check.state or ""
    if one.status != Status.BREACHED:
        return _open(one, name)
    return _("%(name)s %(stretch)s. This must never be.") % {
        "name": _term(name), "stretch": _stretch(one)
    }  # fmt: skip


def _guard(one: Duty, check: OnlyWith, at: datetime) -> str:
    name = check.event or check.state or (f"planned_{check.planned}" if check.planned else "")
    told = {
        **_times(one), "guard": _term(check.guard), "stretch": _stretch(one),
        "name": _term(check.planned or name),
    }  # fmt: skip
    match one.status:
        case Status.BREACHED:
            return _("%(name)s %(stretch)s; missing: %(guard)s.") % told
        case Status.DUE:
            return _("%(guard)s: due by %(until)s, for %(name)s.") % told
        case Status.MET:
            return _("%(name)s %(stretch)s; there was: %(guard)s.") % told
    return _open(one, check.guard)


def _apart(one: Duty, check: Separate, at: datetime) -> str:
    level = check.level if check.level in PlaceKind.values else PlaceKind.ESTABLISHMENT
    told = {
        "one": _term(check.group), "other": _term(check.from_group),
        "level": PlaceKind(level).label, "stretch": _stretch(one),
    }  # fmt: skip
    if one.status != Status.BREACHED:
        return _open(one, check.group)
    return _("%(one)s and %(other)s in one place (%(level)s) %(stretch)s.") % told


def _fields(one: Duty, check: RequiresFields, at: datetime) -> str:
    told = {
        **_times(one), "record": _term(check.record),
        "wanted": list_words([_field(check.record, name) for name in check.fields]),
    }  # fmt: skip
    match one.status:
        case Status.BREACHED if one.until is None:
            return _("%(record)s: not complete since %(since)s; it needs: %(wanted)s.") % told
        case Status.BREACHED:
            return _("%(record)s: completed late, on %(until)s: %(wanted)s.") % told
        case Status.DUE:
            return _("%(record)s: to be written by %(until)s: %(wanted)s.") % told
        case Status.MET:
            return _("%(record)s: written in time: %(wanted)s.") % told
    return _open(one, check.record)


def _quota(one: Duty, check: Quota, at: datetime) -> str:
    told = {
        **_times(one), "amount": _term(check.amount_of), "owed": owed_words(check),
        "stretch": _stretch(one),
    }  # fmt: skip
    match one.status:
        case Status.BREACHED if check.min is not None:
            return _("%(amount)s: too little %(stretch)s. The rule: %(owed)s.") % told
        case Status.BREACHED:
            return _("%(amount)s: too much %(stretch)s. The rule: %(owed)s.") % told
        case Status.DUE:
            return _("%(amount)s: %(owed)s, still open until %(until)s.") % told
        case Status.MET:
            return _("%(amount)s: %(owed)s, kept %(stretch)s.") % told
    return _open(one, check.amount_of)


def _ratio(one: Duty, check: WithinRatio, at: datetime) -> str:
    told = {
        "count": _term(check.count), "of": _term(check.of), "stretch": _stretch(one),
        "bound": bound_words(check.min, check.max),
    }  # fmt: skip
    if one.status != Status.BREACHED:
        return _open(one, check.count)
    return _("%(count)s for each %(of)s: not %(bound)s %(stretch)s.") % told


def _open(one: Duty, name: str) -> str:
    """The form for every status that a pattern has no words of its own for."""
    told = {**_times(one), "name": _term(name), "stretch": _stretch(one)}
    match one.status:
        case Status.UNKNOWN:
            return _("%(name)s: the records do not say whether it was so, %(stretch)s.") % told
        case Status.LAPSED:
            return _("%(name)s: no longer owed from %(until)s.") % told
    return _("%(name)s %(stretch)s.") % told


def _stretch(one: Duty) -> str:
    """When it was: on one moment, from one to another, or since then."""
    told = _times(one)
    if one.until is None:
        return _("since %(since)s, still going on") % told
    if one.until == one.since:
        return _("on %(since)s") % told
    return _("from %(since)s to %(until)s") % told


def _times(one: Duty) -> dict[str, StrOrPromise]:
    unset = _("no set time")
    return {
        "since": unset if one.since is None else moment_words(one.since),
        "until": unset if one.until is None else moment_words(one.until),
    }


def _term(name: str) -> str:
    return term_of(name, _language()) if name else ""


def _field(record: str, name: str) -> str:
    """The words for a field; of a field of the record itself, without the record."""
    said = _term(name if "." in name else f"{record}.{name}")
    before, colon, after = said.partition(":")
    return after.strip() if colon and before.strip().lower() == _term(record).lower() else said


def _language() -> str:
    return (translation.get_language() or "en").split("-")[0]


_TELLERS: Final[dict[type[Check], Callable[[Duty, Any, datetime], str]]] = {
    MaxDuration: _length, RespondWithin: _response, RecurWithin: _recurring, Never: _never,
    OnlyWith: _guard, Separate: _apart, RequiresFields: _fields, Quota: _quota,
    WithinRatio: _ratio,
}  # fmt: skip
