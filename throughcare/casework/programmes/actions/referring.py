"""To refer somebody, to answer, and to write down what the person says to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import Holding, entering, may_about
from throughcare.casework.programmes.data import kind_rules, reasons
from throughcare.casework.programmes.errors import (
    AlreadyThere,
    NoConsent,
    NotForPerson,
    NotHere,
    NotSaid,
    Obliged,
)
from throughcare.casework.programmes.holding import (
    go_to,
    has_withdrawn,
    hold_person,
    hold_referral,
)
from throughcare.casework.programmes.house import standing_row
from throughcare.casework.programmes.models import Consent, Programme, Referral
from throughcare.casework.programmes.states import begins_as, need_next
from throughcare.casework.programmes.terms import (
    AskedBy,
    Circle,
    ConsentState,
    ForAge,
    ForSex,
    State,
    ToldHow,
)
from throughcare.casework.programmes.words import need_of, need_said
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def refer_to_programme(
    *, by: Viewer, at: datetime, person_id: UUID, programme_id: UUID, asked_by: str, why: str,
    obliged_by: str = "",
) -> Referral:  # fmt: skip
    """Refer somebody to a programme. To what is religious, only who asked for it.

    `obliged_by`: the law, where one obliges a sentenced person to schooling; nobody else is ever
    obliged. Raises NotForPerson, Obliged, AlreadyThere, NotHere, NotSaid, NotThere, Refused.
    """
    holding = hold_person(person_id, by=by, at=at, why=why)
    programme = standing_row(Programme, programme_id, at=at)
    need_said(why=why)
    need_of(AskedBy.values, asked_by=asked_by)
    need_here(holding, programme.place)
    _need_for(holding, programme, asked_by)
    if obliged_by.strip() and not kind_rules()[programme.kind].may_oblige:
        raise _nobody_obliges()
    row = Referral(
        state=begins_as(Referral.kind_of_state), programme_id=programme.first, asked_by=asked_by,
        why=why.strip(), obliged_by=obliged_by.strip(), referred_at=at,
        referred_by=str(by.account),
    )  # fmt: skip
    told = {
        "programmes_nobody_untried_is_obliged": _nobody_obliges(),
        "programmes_one_referral_is_open": AlreadyThere(
            _("a referral of this person to this programme is open already"),
            remedy=_("go on with that one"),
        ),
    }
    with refusing(told):
        return put(holding, row, event="programmes.referred", happened_at=at)


@entering
def answer_referral(
    *, by: Viewer, at: datetime, referral_id: UUID, offer: bool, reason: str = ""
) -> Referral:
    """Offer a place, or say by a code why none is. Schooling that is obliged goes to the list.

    Raises WrongState, NoConsent, NotSaid, NotThere, Refused.
    """
    holding, row = hold_referral(referral_id, by=by, at=at)
    need_not_withdrawn(row)
    if not offer:
        need_of(reasons("not_offered"), reason=reason)
        return go_to(
            holding,
            row,
            State.NOT_OFFERED,
            "not_offered",
            reason=reason,
            answered_at=at,
            over_at=at,
        )
    offered = go_to(holding, row, State.OFFERED, "offered", answered_at=at)
    if not offered.obliged_by:
        return offered
    return go_to(holding, offered, State.WAITING, "put_on_list", consented_at=at)


@entering
def write_consent(
    *, by: Viewer, at: datetime, referral_id: UUID, given: bool, said_at: datetime, language: str,
    told_how: str, told_what: str, shares: Sequence[str] = (), guardian: str = "",
    guardian_at: datetime | None = None,
) -> Referral:  # fmt: skip
    """Write down what the person was told and said. A yes puts the person on the list at once.

    For a child whoever answers for the child is informed first. A no has no reason and no
    consequence. Raises NoConsent, WrongState, NotSaid, BadMoment, NotThere, Refused.
    """
    holding, row = hold_referral(referral_id, by=by, at=at)
    need_not_withdrawn(row)
    need_next(row.kind_of_state, row.state, State.ACCEPTED if given else State.DECLINED)
    need_said(language=language, told_what=told_what)
    need_of(ToldHow.values, told_how=told_how)
    for one in shares:
        need_of(Circle.values, shares=one)
    need_past(said_at, guardian_at, at=at)
    if given and not guardian.strip() and _is_child(holding):
        raise NoConsent(
            _("this person counts as a child, and nobody who answers for the child was informed"),
            remedy=_("inform the guardian first, and write who was informed and when"),
        )
    if bool(guardian.strip()) != (guardian_at is not None):
        raise NotSaid(
            _("it is not said who was informed for the child, or when"), remedy=_("give both")
        )
    word = Consent(
        referral_id=row.first, state=ConsentState.GIVEN if given else ConsentState.DECLINED,
        said_at=said_at, language=language, told_how=told_how, told_what=told_what.strip(),
        shares=sorted(set(shares)) if given else [], guardian=guardian.strip(),
        guardian_at=guardian_at,
    )  # fmt: skip
    put(holding, word, event="programmes.consent_said", happened_at=said_at)
    if not given:
        return go_to(holding, row, State.DECLINED, "declined", over_at=at)
    accepted = go_to(holding, row, State.ACCEPTED, "accepted", consented_at=said_at)
    return go_to(holding, accepted, State.WAITING, "put_on_list")


def need_not_withdrawn(row: Referral) -> None:
    """Refuse to go on with what the person has withdrawn from. Raises NoConsent."""
    if has_withdrawn(row.first):
        raise NoConsent(
            _("the person has withdrawn: nothing more is written of this"),
            remedy=_("close it as withdrawn; the person may ask anew at any time"),
        )


def need_here(holding: Holding, place: str) -> None:
    """Refuse whoever is released or in another prison, naming the day. Raises NotHere."""
    gone = gone_from(holding.person.id, place, before=holding.at)
    if gone is not None:
        raise NotHere(gone, remedy=_("look at the file; write nothing of later days"))
    if holding.person.held_at != place:
        raise NotHere(
            _("the person is not held in this prison"), remedy=_("choose a programme there")
        )


def gone_from(person_id: UUID, place: str, *, before: datetime) -> str | None:
    """Since which day somebody is no longer there, in a sentence; None where the person is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gone_at, how FROM programmes_gone(%s, %s, %s)", [person_id, place, before]
        )
        found = cursor.fetchone()
    return None if found is None else gone_words(found[0], found[1], place)


def gone_words(at: datetime, how: str, place: str) -> str:
    """The sentence that names the day, by the clock of the prison."""
    told = {"day": date_format(at.astimezone(zone_of(place)).date())}
    if how == "released":
        return _("the person was released on %(day)s") % told
    return _("the person was moved to another prison on %(day)s") % told


def _need_for(holding: Holding, programme: Programme, asked_by: str) -> None:
    if programme.on_request and asked_by != AskedBy.SELF:
        raise NotForPerson(
            _("religious help is given to whoever asks for it, and nobody is referred to it"),
            remedy=_("write it down when the person asks"),
        )
    if programme.closed_on is not None and programme.closed_on <= holding.at.date():
        raise NotForPerson(_("this programme has ended"), remedy=_("choose another"))
    known = known_person(holding.person.id, known_at=holding.at)
    wanted = {ForSex.WOMEN: "female", ForSex.MEN: "male"}.get(ForSex(programme.for_sex))
    wrong_sex = bool(wanted and known.sex and known.sex != wanted)
    if wrong_sex or (known.birth_date is not None and _wrong_age(holding, programme)):
        raise NotForPerson(
            _("this programme is for persons of another sex or age"),
            remedy=_("choose a programme that takes this person"),
        )


def _wrong_age(holding: Holding, programme: Programme) -> bool:
    child = counts_as_child(holding.person.id, at=holding.at)
    wanted = ForAge(programme.for_age)
    return wanted is (ForAge.ADULTS if child else ForAge.CHILDREN)


def _is_child(holding: Holding) -> bool:
    """As far as the writer may know: whoever reads no birth date is told by the case manager."""
    sees = may_about(holding.by, Act.READ, Compartment.ID, holding.person.id, at=holding.at)
    return sees and counts_as_child(holding.person.id, at=holding.at)


def _nobody_obliges() -> Obliged:
    return Obliged(
        _("no law obliges this person to this: only a sentenced person, and only to schooling"),
        remedy=_("offer it; the person decides"),
    )
