"""The order of a disciplinary case, and which sanction there may be. Behind the wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import Holding
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.safety.catalogue import SanctionKind, forbidden_sanctions, sanctions
from throughcare.casework.safety.measure_errors import (
    BadCase,
    BadSanction,
    ForbiddenSanction,
    ReporterDecides,
    SanctionTooLong,
    SecondSanction,
    StepTooEarly,
)
from throughcare.casework.safety.measure_terms import MentalFinding
from throughcare.casework.safety.models import DisciplinaryCase, Sanction
from throughcare.casework.safety.ruled import after, length_of, words_of
from throughcare.casework.safety.terms import AuthorityRole

_LAW, _HEARING, _TWICE, _MIND, _CHILD, _HEALTH, _NO_PRISONER = (
    "nmr-37-b", "nmr-39-1-process", "nmr-39-1-double", "nmr-39-3", "juv-hr-70", "nmr-46-1-role",
    "nmr-40-1",
)  # fmt: skip
_TIME, _GROUP = "nmr-41-2-time", "nmr-43-1-e"
_PRISONER: Final = "prisoner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a decision: a kind of `sanctions.yaml`, its time, and why it has no end.

    `separation_id`: the spell of separation that it is.
    """

    kind: str
    since: datetime
    until: datetime | None = None
    no_end_why: str = ""
    separation_id: UUID | None = None


def need_time_to_prepare(holding: Holding, case: DisciplinaryCase, heard_at: datetime) -> None:
    """Refuse a hearing before notice, or too soon after it. Raises StepTooEarly."""
    if case.notice_at is None:
        raise StepTooEarly(
            words_of("nmr-41-2-notice"), remedy=_("tell the person first what the accusation is")
        )
    lead = length_of(_TIME, "min_lead", holding.at.date())
    soonest = after(case.notice_at, lead, str(zone_of(holding.person.held_at)))
    waived = case.time_waived_at is not None and case.time_waived_at <= heard_at
    if heard_at < case.notice_at or (heard_at < soonest and not waived):
        raise StepTooEarly(
            words_of(_TIME),
            remedy=_("hear the person at %(soonest)s or later, or have the time waived in writing")
            % {"soonest": soonest.isoformat(" ", "minutes")},
        )


def need_another_decider(case: DisciplinaryCase, by: Viewer, decider: str, role: str) -> None:
    """Refuse a decision by whoever reported, by health staff, by a prisoner.

    Raises ReporterDecides, BadCase.
    """
    if role == _PRISONER:
        raise BadCase(words_of(_NO_PRISONER), remedy=_("let the director or the body decide"))
    if role not in AuthorityRole.values:
        raise BadCase(
            _("nobody decides in that function"), remedy=_("choose a function of the list")
        )
    if role == AuthorityRole.HEALTH_STAFF:
        raise BadCase(words_of(_HEALTH), remedy=_("let the director or the body decide"))
    same = case.reporter.strip().lower() == decider.strip().lower()
    if same or case.reported_by == str(by.account):
        raise ReporterDecides(
            _("whoever reported an act does not decide on it"),
            remedy=_("let somebody else decide, and sign in to write it down"),
        )


def need_fair(holding: Holding, case: DisciplinaryCase, decided_at: datetime) -> None:
    """Refuse a sanction without hearing, or without a look at the mind. Raises StepTooEarly."""
    if case.heard_at is None or decided_at < case.heard_at:
        raise StepTooEarly(words_of(_HEARING), remedy=_("hear the person first"))
    child = counts_as_child(holding.person.id, at=decided_at, known_at=holding.at)
    if child and not case.person_heard:
        raise StepTooEarly(words_of(_CHILD), remedy=_("hear the child first"))
    weighed = case.mind_weighed_at
    lasts = length_of(_MIND, "max_age", holding.at.date())
    zone = str(zone_of(holding.person.held_at))
    if weighed is None or weighed > decided_at or after(weighed, lasts, zone) < decided_at:
        raise StepTooEarly(
            words_of(_MIND), remedy=_("have it weighed first whether illness had a part in the act")
        )


def need_lawful(
    holding: Holding, case: DisciplinaryCase, parts: Sequence[Part], imposed_at: datetime,
    *, collective: bool = False,
) -> None:  # fmt: skip
    """Refuse what nobody may impose. Raises ForbiddenSanction, SanctionTooLong, BadSanction,
    SecondSanction.
    """  # fmt: skip
    if collective:
        raise ForbiddenSanction(
            words_of(_GROUP), remedy=_("open a case for each person, and decide each by itself")
        )
    if parts and case.mind_finding == MentalFinding.DIRECT_CAUSE:
        raise ForbiddenSanction(
            words_of(_MIND), remedy=_("impose none; ask health staff what helps")
        )
    for part in parts:
        _need_time(holding, part, _kind(part))
    _need_once(holding, case, parts, imposed_at)


def _kind(part: Part) -> SanctionKind:
    if part.kind in forbidden_sanctions():
        raise ForbiddenSanction(
            words_of(forbidden_sanctions()[part.kind]),
            remedy=_("choose a sanction of the list"),
        )
    found = sanctions().get(part.kind)
    if found is None:
        raise ForbiddenSanction(words_of(_LAW), remedy=_("choose a sanction of the list"))
    if found.spell and part.separation_id is None:
        raise BadSanction(
            _("a separation as a sanction names the spell that it is"),
            remedy=_("order the separation on disciplinary ground, and choose it here"),
        )
    return found


def _need_time(holding: Holding, part: Part, kind: SanctionKind) -> None:
    if part.until is None:
        if kind.ends or not part.no_end_why.strip():
            raise BadSanction(
                _("a sanction has an end, or says why there is none"),
                remedy=_("give the end; of a warning say that it has none because it is one"),
            )
        return
    if part.until <= part.since:
        raise BadSanction(
            _("the sanction would end before it begins"), remedy=_("look at both days")
        )
    if kind.longest is not None:
        longest = length_of(kind.longest, "limit", holding.at.date())
        if part.until > after(part.since, longest, str(zone_of(holding.person.held_at))):
            raise SanctionTooLong(words_of(kind.longest), remedy=_("give an earlier end"))


def _need_once(
    holding: Holding, case: DisciplinaryCase, parts: Sequence[Part], imposed_at: datetime
) -> None:
    others = rows_of(Sanction, holding.person.id, known_at=holding.at).filter(
        incident=case.incident, set_aside_at=None
    )
    if parts and others.exclude(imposed_at=imposed_at).exists():
        raise second()


def second() -> SecondSanction:
    """The answer to a second sanction for one act."""
    return SecondSanction(
        words_of(_TWICE), remedy=_("nothing is left to do; on appeal set the first one aside")
    )


@contextmanager
def imposing() -> Iterator[None]:
    """Two who decide at once: the database's own refusal in the same words."""
    no_spell = BadSanction(
        _("this is no separation of this person"),
        remedy=_("choose the separation of this person that is the sanction"),
    )
    with refusing(
        {
            "safety_one_sanction_for_one_act": second(),
            "safety_row_is_of_the_same_person": no_spell,
        }
    ):
        yield
