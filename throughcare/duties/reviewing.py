"""To answer for a breach: somebody says why, and what was done. The finding stays as it is."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, entering, fresh_id, hold, subject_of
from throughcare.duties.errors import NoAnswer, NothingToAnswer
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.kinds import kept_of
from throughcare.duties.models import Review
from throughcare.duties.queries.duty import Duty
from throughcare.duties.queries.of_person import of_person
from throughcare.duties.queries.reviews import asks_review
from throughcare.duties.queries.whose import directs
from throughcare.duties.rules import checks_on

_LONGEST: Final = 20_000


@entering
def review_breach(
    *, by: Viewer, at: datetime, person_id: UUID, rule: str, since: datetime, key: str,
    reason: str, done: str,
) -> Review:  # fmt: skip
    """Answer for a breach that is critical or high: why it came to it, and what was done.

    For whoever sees it unmasked, and may write where it is cured or directs the establishment.
    Raises NotThere, Refused, NoAnswer, NothingToAnswer.
    """
    found = _finding(by, person_id, rule, since, key, at=at)
    act, compartment = need_may_review(by, found, at=at)
    holding = hold(person_id=person_id, act=act, compartment=compartment, by=by, at=at, why="")
    for words in (reason, done):
        _need_words(words)
    assert found.duty is not None  # only where the ground is hidden it has no beginning
    assert found.since is not None
    row = Review(
        id=fresh_id(at), person=holding.person, rule=rule, duty=found.duty, since=found.since,
        key=found.key, reason=reason.strip(), done=done.strip(), at=at, by=str(by.account),
    )  # fmt: skip
    with engine_eyes():
        holding.put(row)
        holding.enter("duties.breach_reviewed", row)
    return row


@entering
def need_may_review(by: Viewer, found: Duty, *, at: datetime) -> tuple[Act, Compartment]:
    """By which act, and where, somebody answers for a finding: as a writer, or as director.

    Raises NotThere, Refused, NothingToAnswer.
    """
    if found.rule is None or found.person is None:
        raise NotThere
    kept = kept_of(checks_on(at.date())[found.rule])
    place = subject_of(found.person).establishment
    as_director = not found.mine and place is not None and directs(by, place, at=at)
    how = (Act.READ, kept.first) if as_director else (Act.APPEND, kept.cured_in)
    ask_about(by, *how, found.person, at=at)
    if not asks_review(found):
        raise NothingToAnswer(
            _("this finding asks for no answer"),
            remedy=_("look at the duties of the file again"),
        )
    return how


def _finding(
    by: Viewer, person_id: UUID, rule: str, since: datetime, key: str, *, at: datetime
) -> Duty:
    for one in of_person(by, person_id, at=at):
        if (one.rule, one.since, one.key) == (rule, since, key) and not one.hidden:
            return one
    raise NotThere


def _need_words(words: str) -> None:
    if not words.strip() or "\0" in words:
        raise NoAnswer(
            _("the reason or what was done is not written"),
            remedy=_("write both in a sentence"),
        )
    if len(words) > _LONGEST:
        raise NoAnswer(_("this text is too long"), remedy=_("write it shorter"))
