"""Whether a contact can be written as it is said. Behind the wall; asks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.casework.contact.errors import BadContact, NotAgreed, WrittenAlready
from throughcare.casework.contact.models import Contact
from throughcare.casework.contact.terms import (
    Agreed,
    Kind,
    Outcome,
    RefusalGround,
    VisitorSearch,
    Whom,
)
from throughcare.casework.custody.errors import NotInCustody
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import Holding, parts_of
from throughcare.errors import BadInput

_FEMALE: Final = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWords:
    """One contact as somebody says it. `approved`: a contact of the file, where there is one."""

    kind: str
    whom: str
    at: datetime
    outcome: str
    approved: UUID | None = None
    ground: str = ""
    refused_why: str = ""
    refused_until: datetime | None = None
    agreed: str = ""
    agreed_at: datetime | None = None
    search: str = ""
    searched_at: datetime | None = None
    consent_at: datetime | None = None
    child_visitor: bool = False


def need_sound(holding: Holding, said: ContactWords) -> None:
    """Refuse what cannot be so. Raises BadContact, NotAgreed, NotInCustody, WrittenAlready."""
    for value, terms in (
        (said.kind, Kind), (said.whom, Whom), (said.outcome, Outcome),
        (said.ground or RefusalGround.SAFETY, RefusalGround),
        (said.agreed or Agreed.YES, Agreed), (said.search or VisitorSearch.OUTER, VisitorSearch),
    ):  # fmt: skip
        if value not in terms.values:
            raise BadContact(_("this is no value of the list"), remedy=_("choose one of the list"))
    need_past(said.at, said.agreed_at, said.searched_at, said.consent_at, at=holding.at)
    _need_refusal(said)
    _need_search(said)
    _need_her_word(holding, said)
    need_custody(holding, said.at)
    if Contact.objects.filter(
        person__in=parts_of(holding.person.id), kind=said.kind, whom=said.whom, at=said.at,
        stood_until=None,
    ).exists():  # fmt: skip
        raise written_already()


def need_custody(holding: Holding, moment: datetime) -> None:
    """Refuse a moment at which the person was not in custody. Raises NotInCustody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact_held_then(%s, %s)", [holding.person.id, moment])
        if not cursor.fetchone()[0]:
            raise not_in_custody()


def not_in_custody() -> BadInput:
    """As the door of the database says it too."""
    return NotInCustody(
        _("this person was not in custody then"),
        remedy=_("look at the person, the day and the hour"),
    )


def written_already() -> BadInput:
    """As the constraint says it too."""
    return WrittenAlready(
        _("this contact stands in the file already"),
        remedy=_("look at the list; what was wrong is struck out first"),
    )


def not_of_the_file() -> BadInput:
    """As the trigger says it too."""
    return BadContact(
        _("this is no contact of this file"), remedy=_("choose one of the contacts of the file")
    )


def _need_refusal(said: ContactWords) -> None:
    words = (bool(said.ground), bool(said.refused_why.strip()), said.refused_until is not None)
    if said.outcome != Outcome.REFUSED:
        if any(words):
            raise BadContact(
                _("a ground and an end belong to what the prison refused"),
                remedy=_("choose refused by the prison, or leave them empty"),
            )
        return
    if not all(words):
        raise BadContact(
            _("what the prison refuses has a ground, a reason and an end"),
            remedy=_("write all three; no refusal is without an end"),
        )
    if said.refused_until is not None and said.refused_until <= said.at:
        raise BadContact(_("the refusal would end before it begins"), remedy=_("give a later end"))


def _need_search(said: ContactWords) -> None:
    of_search = said.searched_at is not None or said.consent_at is not None or said.child_visitor
    if not said.search and of_search:
        raise BadContact(
            _("the hours of a search are given, and no search"),
            remedy=_("say how the visitor was searched, or leave the hours empty"),
        )
    if said.search and (said.kind != Kind.VISIT or said.searched_at is None):
        raise BadContact(
            _("a visitor is searched at a visit, at a day and hour"),
            remedy=_("give the hour of the search, or leave it out"),
        )


def _need_her_word(holding: Holding, said: ContactWords) -> None:
    """Bangkok Rule 44: women are asked who may visit."""
    woman = known_person(holding.person.id, known_at=holding.at).sex == _FEMALE
    visit = said.kind == Kind.VISIT
    if said.agreed and not (woman and visit):
        raise BadContact(
            _("this is asked of women before a visit, and of nobody else"),
            remedy=_("leave empty whether the prisoner agreed"),
        )
    if woman and visit and not said.agreed:
        raise BadContact(
            _("it is not said whether she agreed to this visitor"),
            remedy=_("say that she agreed, that she did not, or that she was not asked"),
        )
    if (said.agreed == Agreed.YES) != (said.agreed_at is not None):
        raise BadContact(
            _("when she agreed belongs to her consent"),
            remedy=_("give day and hour where she agreed, and leave it empty otherwise"),
        )
    if said.agreed == Agreed.NO and said.outcome == Outcome.HELD:
        raise NotAgreed(
            _("she did not agree to this visitor: there is no such visit"),
            remedy=_("write down that she declined; what took place all the same is an incident"),
        )  # fmt: skip
