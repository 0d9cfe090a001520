"""Duties as pages show them: the sentence, the rule, a sign, and the ways to cure and to Why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import get_language

from throughcare.duties.queries import Duty, Review, Reviews, asks_review, finding_of
from throughcare.duties.wording import title_of
from throughcare.web.duties.sentences import sentence
from throughcare.web.duties.words import (
    FLAGS,
    SEVERITIES,
    SIGNS,
    cited,
    state_of,
    status_words,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDuty:
    """One duty in words. `deadline`: by when, or since when it is late.

    `cure` leads to the page where it is written, for whoever may write there; `why` to the
    reasoning, `answer` to the form that asks for a reason. Each is empty where it is not for
    this viewer.
    """

    one: Duty
    sentence: str
    title: str
    cite: str
    severity: StrOrPromise
    state: str
    sign: str
    status: StrOrPromise
    deadline: datetime | None
    flags: tuple[StrOrPromise, ...]
    cure: str
    why: str
    answer: str
    reviews: list[Review]


def shown(
    found: Iterable[Duty], *, at: datetime, reviews: Reviews, directs: bool = False
) -> list[ShownDuty]:
    """The duties in words, each with the answers that were given to it."""
    return [one_shown(one, at=at, reviews=reviews, directs=directs) for one in found]


def one_shown(one: Duty, *, at: datetime, reviews: Reviews, directs: bool = False) -> ShownDuty:
    """One duty in words. `directs`: the viewer is director where the person is held."""
    entry, state = one.entry, state_of(one)
    way = way_of(one)
    return ShownDuty(
        one=one, sentence=sentence(one, at), cite=cited(entry) if entry else "",
        title=title_of(entry.id, _language()) if entry else "",
        severity=SEVERITIES.get(one.severity, "") if entry else "", state=state, sign=SIGNS[state],
        status=status_words(one), deadline=one.until if state == "due" else one.since,
        flags=tuple(FLAGS[flag] for flag in one.flags if flag in FLAGS),
        cure=f"/people/{one.person}{one.page(at)}" if one.mine and entry and one.person else "",
        why=way, answer=_answer(one, way, directs=directs),
        reviews=reviews.get(finding_of(one), []),
    )  # fmt: skip


def way_of(one: Duty, rest: str = "") -> str:
    """The address of Why, or of a page under it; empty where the ground is hidden."""
    if one.person is None or one.rule is None or one.hidden or one.since is None:
        return ""
    asked = {"since": one.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    if one.key:
        asked["key"] = one.key
    return f"{duties_way(one.person)}/{one.rule}{rest}?{urlencode(asked)}"


def duties_way(person: UUID) -> str:
    """The duties of a file."""
    return f"/people/{person}/duties"


def _answer(one: Duty, way: str, *, directs: bool) -> str:
    if not way or not asks_review(one) or not (one.mine or directs):
        return ""
    return way_of(one, "/review")


def _language() -> str:
    return (get_language() or "en").split("-")[0]
