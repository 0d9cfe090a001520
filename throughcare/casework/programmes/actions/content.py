"""Facts of progress, and how things stand with a need: only while the person's word holds."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.programmes.data import kind_rules, needs
from throughcare.casework.programmes.errors import AlreadyThere, NoConsent, NotSaid, WrongState
from throughcare.casework.programmes.holding import consents, hold_referral, programme_of
from throughcare.casework.programmes.models import Measure, Note, Referral
from throughcare.casework.programmes.terms import Stands, State, When
from throughcare.casework.programmes.words import need_of, need_said
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put

LONGEST_NOTE: Final = 1_000  # signs: facts, not a report


@entering
def note_progress(
    *, by: Viewer, at: datetime, referral_id: UUID, words: str, noted_at: datetime
) -> Note:
    """Write in few words what was done and what comes next.

    Raises NoConsent, NotSaid, WrongState, BadMoment, NotThere, Refused.
    """
    holding, row = _open(referral_id, by=by, at=at)
    need_said(words=words)
    need_past(noted_at, at=at)
    if len(words.strip()) > LONGEST_NOTE:
        raise NotSaid(
            _("a note of progress has at most %(most)s signs") % {"most": LONGEST_NOTE},
            remedy=_("write what was done and what comes next, in short sentences"),
        )
    note = Note(referral_id=row.first, noted_at=noted_at, words=words.strip())
    with refusing({"programmes_content_needs_consent": no_word()}):
        return put(holding, note, event="programmes.progress_noted", happened_at=noted_at)


@entering
def measure_need(
    *, by: Viewer, at: datetime, referral_id: UUID, need: str, at_end: str, stands: str,
    asked_at: datetime,
) -> Measure:  # fmt: skip
    """Write how things stand with a need, before or after, in a word of the list.

    Raises NoConsent, NotSaid, AlreadyThere, WrongState, BadMoment, NotThere, Refused.
    """
    holding, row = _open(referral_id, by=by, at=at)
    need_of(needs(), need=need)
    need_of(When.values, at_end=at_end)
    need_of(Stands.values, stands=stands)
    need_past(asked_at, at=at)
    measure = Measure(
        referral_id=row.first, need=need, at_end=at_end, stands=stands, asked_at=asked_at
    )
    told = {
        "programmes_content_needs_consent": no_word(),
        "programmes_need_is_measured_once": AlreadyThere(
            _("this need was looked at already at that end"), remedy=_("read what is written")
        ),
    }
    with refusing(told):
        return put(holding, measure, event="programmes.need_measured", happened_at=asked_at)


def no_word() -> NoConsent:
    """What is answered where the person's word does not hold."""
    return NoConsent(
        _("the person has not consented, or has withdrawn: nothing is written or read of this"),
        remedy=_("close the page; ask the person before you write anything more"),
    )


def _open(referral_id: UUID, *, by: Viewer, at: datetime) -> tuple[Holding, Referral]:
    holding, row = hold_referral(referral_id, by=by, at=at)
    if not consents(row.first):
        raise no_word()
    if not kind_rules()[programme_of(row).kind].content:
        raise NotSaid(
            _("of this kind nothing is written here of what is said or done there"),
            remedy=_("write nothing; who holds it keeps that"),
        )
    if row.state not in (State.ENROLLED, State.COMPLETED):
        raise WrongState(
            _("the person does not take part"), remedy=_("look at it again as it stands now")
        )
    return holding, row
