"""To certify a course, as somebody else than who enrolled the person. Nothing says where it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.programmes.errors import (
    AlreadyThere,
    NamesPrison,
    NotSaid,
    SameHand,
    WrongState,
)
from throughcare.casework.programmes.hands import need_other_hand
from throughcare.casework.programmes.holding import hold_referral, programme_of
from throughcare.casework.programmes.models import Certificate, Programme
from throughcare.casework.programmes.terms import State
from throughcare.casework.programmes.words import need_said
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.kernel.models import Place

# Words that say where it was, in the five languages; they begin a word, or stand in one.
BETRAYING: Final = (
    "prison", "jail", "inmat", "penitentiar", "correctional", "detention", "disengage",
    "deradicali", "extremis", "détention", "pénitenti", "carcéra", "détenu", "radicalis",
    "سجن", "سجين", "سجون", "إصلاح", "احتجاز", "تطرف", "тюр", "колони", "заключ", "исправител",
    "следственн", "экстремис", "радикал", "түрме", "қамау", "колония", "сотталған",
)  # fmt: skip
_LONGEST_HOURS: Final = 10_000


@entering
def certify_programme(
    *, by: Viewer, at: datetime, referral_id: UUID, course: str, level: str, hours: int,
    issued_on: date, issuer: str, language: str,
) -> Certificate:  # fmt: skip
    """Write the certificate of a course that was completed.

    Raises SameHand, WrongState, NamesPrison, AlreadyThere, NotSaid, NotThere, Refused.
    """
    holding, row = hold_referral(referral_id, by=by, at=at)
    if row.state != State.COMPLETED:
        raise WrongState(
            _("only what was completed is certified"), remedy=_("write first that it is completed")
        )
    need_other_hand(by, "certify_programme", did="enrol_in_programme", account=row.enrolled_by)
    need_said(course=course, level=level, issuer=issuer, language=language)
    if not 0 < hours <= _LONGEST_HOURS:
        raise NotSaid(_("a course has hours"), remedy=_("type how many hours it took"))
    programme = programme_of(row)
    found = next(betrayed((course, level, issuer), programme), None)
    if found is not None:
        raise NamesPrison(
            _("this would say where it was earned: %(word)s") % {"word": found},
            remedy=_("name the course, the level and who gives it as they are named outside"),
        )
    row_of = Certificate(
        referral_id=row.first, course=course.strip(), level=level.strip(), hours=hours,
        issued_on=issued_on, issuer=issuer.strip(), language=language,
        certified_by=str(by.account),
    )  # fmt: skip
    told = {
        "programmes_certified_once": AlreadyThere(
            _("this course is certified already"), remedy=_("print the certificate")
        ),
        "programmes_two_hands_certify": SameHand(
            _("whoever enrolled somebody does not certify"), remedy=_("let a colleague do it")
        ),
    }
    with refusing(told):
        return put(holding, row_of, event="programmes.certified", happened_at=at)


def betrayed(texts: tuple[str, ...], programme: Programme) -> Iterator[str]:
    """Words of these texts that say where it was: of the list, of the prison, of a programme that
    is held for prisoners."""
    names = [one for one in _names_of(programme) if len(one) > 2]
    for text in texts:
        plain = text.casefold()
        yield from (one for one in BETRAYING if one in plain)
        yield from (one for one in names if one.casefold() in plain)


def _names_of(programme: Programme) -> list[str]:
    tree = Place.objects.within(programme.place)
    names = [
        said for told in tree.values_list("name", flat=True) for said in told.values()
        if isinstance(said, str)
    ]  # fmt: skip
    return [*names, *([programme.name] if programme.aims_at_beliefs else [])]
