"""Somebody grown up in custody since a month, and what colleagues have written of measures."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people import actions as of_people
from throughcare.casework.people.kinds import Kind
from throughcare.casework.safety import actions
from throughcare.casework.safety.actions import DayWords, OrderWords
from throughcare.casework.safety.models import DisciplinaryCase, SeparationOrder
from throughcare.casework.safety.terms import EntryTable
from throughcare.kernel.names import name_of

from .made import DAY, now, officer

HOUR: Final = timedelta(hours=1)
# Accounts of each prison: who is who, so that nobody reviews what was his or her own order.
_NUMBERS: Final = {"north": 10, "south": 20}


def director(place: str = "north") -> Viewer:
    """Who orders."""
    return officer(Role.PRISON_DIRECTOR, place, _NUMBERS[place] + 1)


def deputy(place: str = "north") -> Viewer:
    """Who reviews, and decides on appeals."""
    return officer(Role.PRISON_DIRECTOR, place, _NUMBERS[place] + 2)


def wing(place: str = "north") -> Viewer:
    """Who may add to the register, and reads nothing of it."""
    return officer(Role.SECURITY_OFFICER, place, _NUMBERS[place] + 3)


def second_officer() -> Viewer:
    """Another one on the same wing."""
    return officer(Role.SECURITY_OFFICER, "north", 16)


def nurse(place: str = "north") -> Viewer:
    """Who writes in the health file."""
    return officer(Role.PHYSICIAN_NURSE, place, _NUMBERS[place] + 4)


def inspector() -> Viewer:
    """Who reads everything and writes nothing here."""
    return officer(Role.NPM_INSPECTOR, "north", 15)


def grown(
    name: str = "Samir", *, place: str = "north", born: str = "1985-05-05", sex: str = "male"
) -> UUID:
    """Somebody in custody since a month, of that birth date where one is given."""
    by, at = officer(place=place, account=_NUMBERS[place]), now()
    facts: list[tuple[Kind, dict[str, Any]]] = [
        (Kind.NAME, {"use": "recorded", "parts": name_of(name)}), (Kind.SEX, {"sex": sex}),
    ]  # fmt: skip
    if born:
        facts.append((Kind.BIRTH_DATE, {"date": born}))
    person = of_people.register_person(by=by, at=at, establishment=place, facts=facts).id
    of_custody.register_order(
        by=by, at=at, person_id=person, kind=OrderKind.REMAND, authority="Court",
        number=uuid4().hex, issued_on=(at - 31 * DAY).date(), valid_from=at - 31 * DAY,
    )  # fmt: skip
    of_custody.receive(
        by=by, at=at, person_id=person, establishment=place, admitted_at=at - 30 * DAY
    )
    return person


def words(since: datetime, *, days: float = 6, **more: Any) -> OrderWords:
    """The words of a sound order."""
    said: dict[str, Any] = {
        "ground": "security", "authority": "A. Director", "authority_role": "director",
        "legal_ground": "article 12", "reasons": "a fight in the yard",
        "alternatives_tried": "talks", "made_at": since, "valid_from": since,
        "end_at": since + days * DAY, "review_at": since + DAY,
    }  # fmt: skip
    return OrderWords(**{**said, **more})


def separated(
    person: UUID, *, place: str = "north", since: timedelta = 3 * DAY, **more: Any
) -> SeparationOrder:
    """Separated by the director since three days, for six."""
    at = now()
    return actions.order_separation(
        by=director(place), at=at, person_id=person, kind="segregation_cell",
        order=words(at - since, **more),
    )  # fmt: skip


def entry(person: UUID, began: timedelta = 5 * HOUR, **more: Any) -> DayWords:
    """An hour out of the cell."""
    since = now() - began
    said: dict[str, Any] = {"entry": EntryTable.OUT_OF_CELL, "key": uuid4(), "since": since}
    return DayWords(person_id=person, **{**said, "until": since + HOUR, **more})


def reported(person: UUID, *, place: str = "north", **more: Any) -> DisciplinaryCase:
    """An act of six days ago, reported by the officer of the wing."""
    at = now()
    said: dict[str, Any] = {
        "by": wing(place), "at": at, "person_id": person, "act": "broke a window",
        "rule_broken": "rule 4", "happened_at": at - 6 * DAY, "reported_at": at - 6 * DAY,
        "reporter": "W. Officer",
    }  # fmt: skip
    return actions.report_act(**{**said, **more})


def told(person: UUID, **more: Any) -> DisciplinaryCase:
    """A case of which the person was told five days ago."""
    case, at = reported(person, **more), now()
    return actions.give_notice(
        by=director(), at=at, case_id=case.first, given_at=at - 5 * DAY, language="ar"
    )


def ready(person: UUID, **more: Any) -> DisciplinaryCase:
    """A case that can be decided: told, inquired, weighed, heard."""
    case, at = told(person, **more), now()
    said: dict[str, Any] = {"by": director(), "at": at, "case_id": case.first}
    actions.close_investigation(**said, closed_at=at - 4 * DAY)
    actions.weigh_mind(**said, weighed_at=at - 3 * DAY, weighed_by="Dr. Saïd", finding="no_part")
    return actions.hear(
        **said, heard_at=at - 2 * DAY, person_heard=True, legal_help="lawyer",
        interpreter="not_needed",
    )  # fmt: skip


def decided(person: UUID) -> DisciplinaryCase:
    """A case with a warning, by the director."""
    case, at = ready(person), now()
    warning = actions.Part(kind="warning", since=at - DAY, no_end_why="a warning has no end")
    return actions.decide_case(
        by=director(), at=at, case_id=case.first, decided_at=at - DAY, decider="A. Director",
        decider_role="director", outcome="proven", reasons="three saw it", parts=[warning],
    )  # fmt: skip


def appealed(person: UUID) -> DisciplinaryCase:
    """And the person appealed."""
    case, at = decided(person), now()
    return actions.appeal(by=director(), at=at, case_id=case.first, appealed_at=at - HOUR)


def whole_file(person: UUID, place: str = "north") -> dict[str, str]:
    """A row of each kind, by the name that the addresses have for it."""
    at = now()
    order = separated(person, place=place)
    said: dict[str, Any] = {"at": at, "person_id": person}
    # It is over: a state that goes on would forbid every order.
    state = actions.state_health(
        by=nurse(place), **said, kind="breastfeeding", since=at - 20 * DAY, until=at - 10 * DAY
    )
    mind = actions.say_mental_condition(by=nurse(place), **said, since=at - 20 * DAY)
    advice = actions.advise_director(
        by=nurse(place), **said, said_at=at - DAY, advice="end", said_by="N. Nurse"
    )
    restriction = actions.order_restriction(
        by=director(place), **said, kind="property", scope="things_limited", ground="security",
        legal_ground="article 12", reasons="a telephone was found", authority="A. Director",
        authority_role="director", since=at - 2 * DAY, end_at=at + 10 * DAY,
        review_at=at + 5 * DAY,
    )  # fmt: skip
    restraint = actions.restrain(
        by=wing(place), **said, instrument="handcuffs", purpose="transfer",
        lawful_ground="article 30", reason="escaped once", lesser_means_tried="an escort",
        since=at - 3 * HOUR,
    )  # fmt: skip
    return {
        "person": str(person), "separation": str(order.separation_id), "order": str(order.id),
        "state": str(state.id), "condition": str(mind.id), "advice": str(advice.id),
        "restriction": str(restriction.id), "restraint": str(restraint.id),
        "case": str(reported(person, place=place).id), "kind": "separation-order",
        "entry": str(order.id), "conflict": _conflict(person, place), "establishment": place,
    }  # fmt: skip


def _conflict(person: UUID, place: str) -> str:
    """Two officers wrote other hours of the same person."""
    first = entry(person)
    other = entry(person, until=first.since + 2 * HOUR)
    actions.enter_day(by=wing(place), at=now(), entries=[first])
    (found,) = actions.enter_day(by=director(place), at=now(), entries=[other]).outcomes
    return str(found.row)
