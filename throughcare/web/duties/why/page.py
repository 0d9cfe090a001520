"""Why?: the rule, the records, each step, what would cure it; and the same as known before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.duties.queries import directs, reviews_of
from throughcare.duties.queries.why import Reasoned, Why, why_of
from throughcare.duties.wording import says_of, term_of
from throughcare.web.duties.asked import known_of, rule_of, since_of
from throughcare.web.duties.sentences import sentence_in
from throughcare.web.duties.shown import one_shown, shown
from throughcare.web.duties.why.records import records_shown
from throughcare.web.people.file import page_of, read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_RIGHT_TO_LEFT = frozenset(settings.LANGUAGES_BIDI)


@never_cache
@require_safe
@local
def why(request: Request, person_id: UUID, rule: str) -> HttpResponse:
    """For whoever sees the finding unmasked; to anybody else there is nothing."""
    rule_of(rule)
    since = since_of(request)
    known, wrong = known_of(request)
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    found = why_of(
        request.viewer, file.id, rule, at=request.at, since=since, known=known,
        key=request.GET.get("key", ""),
    )  # fmt: skip
    told = {
        **page_of(request, file, "duties"), **_told(request, file, found),
        "known": known, "wrong": wrong,
    }  # fmt: skip
    return render(request, "duties/why.html", told, status=422 if wrong else 200)


def _told(request: Request, file: File, found: Why) -> dict[str, Any]:
    at, duty = request.at, found.duty
    language = (translation.get_language() or "en").split("-")[0]
    leads = bool(file.held_at) and directs(request.viewer, file.held_at or "", at=at)
    reviews = reviews_of(request.viewer, [duty], at=at)
    entry = duty.entry
    assert entry is not None  # the finding is unmasked, and its rule is of the rulebook
    one = one_shown(duty, at=at, reviews=reviews, directs=leads)
    return {
        "now": at, "duty": one, "exact": found.exact, "entry": entry,
        "says": says_of(entry.id, language), "policy": entry.set_by == "policy",
        "answers": [term_of(name, language) for name in found.answers],
        "in_languages": _in_languages(found, at), "reasoned": _reasoned(found.now),
        "then": None if found.then is None else _reasoned(found.then),
        "staff": names_of(review.by for review in one.reviews),
    }  # fmt: skip


def _in_languages(found: Why, at: datetime) -> list[tuple[str, str, str, str]]:
    """Code, direction and name of each language, with the sentence in it."""
    return [
        (code, "rtl" if code in _RIGHT_TO_LEFT else "ltr", name, sentence_in(code, found.duty, at))
        for code, name in settings.LANGUAGES
    ]


def _reasoned(found: Reasoned) -> dict[str, Any]:
    steps = list(dict.fromkeys(step.text for told in found.told for step in told.steps))
    return {
        "at": found.at, "findings": shown(found.findings, at=found.at, reviews={}),
        "steps": steps or [step.text for step in found.nothing], "closed": found.closed,
        "next": list(dict.fromkeys(text for told in found.told for text in told.next)),
        "records": records_shown(found.records), "aside": records_shown(found.aside),
    }  # fmt: skip
