"""Four people in custody, and somebody in each role who reaches some of them.

What a role may do with whom is read here from the YAML alone, not through the policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.test import Client

from tests.access.read_apart import LETS, ROLES
from tests.api.made import DAY, NEW_YEAR, Machine, file_by, machine_of, now, officer
from tests.casework.custody.made import places
from tests.staff import see_all_rows, see_no_rows, written
from tests.web.arrival import let_in
from throughcare.access.models import Account
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import KeepApart
from throughcare.casework.custody.terms import OrderKind, SentenceKind, Status

# `mine` and `mate` are the cases of the role, or (mine) the own file; `away` is in the south.
NAMES: Final = {"mine": "Minuera", "mate": "Mattona", "other": "Otherin", "away": "Awayela"}
REACH: Final = {
    "O": {"mine", "mate", "other"}, "C": {"mine", "mate"}, "S": {"mine"}, "F": set(NAMES),
}  # fmt: skip
FEUDS: Final = {
    "mine": "feud of cousins", "mate": "feud of cousins",
    "other": "debt of cards", "away": "debt of cards",
}  # fmt: skip


def court(whom: str) -> str:
    """What stands in the order of this person and nowhere else; no part of it is like a name."""
    return f"Bench {list(NAMES).index(whom) + 71}"


def secrets(whom: str) -> tuple[str, ...]:
    """The words that only a reader of this file may see."""
    return (NAMES[whom], court(whom), FEUDS[whom])


@dataclass(frozen=True)
class Cast:
    """Somebody in a role, in a browser and with a program, and the people by what they are."""

    role: str
    client: Client
    call: Machine
    people: Mapping[str, UUID]
    rows: Mapping[str, Mapping[str, UUID]]
    nobody: UUID

    def lets(self, code: str, whom: str) -> str:
        """What the cell lets this role do in the file of this person, letter by letter."""
        letters = ROLES[self.role][code]
        return LETS[letters[0]] if whom in REACH.get(letters[-1], ()) else ""

    def reached(self, code: str, letter: str) -> set[UUID]:
        """In whose files it may do this."""
        return {self.people[whom] for whom in self.people if letter in self.lets(code, whom)}


def cast_of(role: str) -> Cast:
    """The people, written by officers of their prisons, and the role with a post at the north."""
    places()
    people, rows = {}, {}
    for number, whom in enumerate(NAMES, start=1):
        people[whom], rows[whom] = _held(whom, number)
    _apart(people, rows, "mine", "mate")
    _apart(people, rows, "other", "away")
    see_no_rows()
    since = Period(NEW_YEAR, None)
    cases = () if role == "prisoner" else (people["mine"],)
    cases += () if role in {"prisoner", "family"} else (people["mate"],)
    viewer = written(
        Viewer(
            90, person=people["mine"] if role == "prisoner" else None,
            posts=(HeldPost(Role(role), "north", since),),
            assigned=tuple(Assigned(Role(role), one, since) for one in cases),
        )
    )  # fmt: skip
    client = let_in(Client(), Account.objects.get(pk=90))
    return Cast(role, client, machine_of(viewer), people, rows, uuid4())


def _held(whom: str, number: int) -> tuple[UUID, dict[str, UUID]]:
    """In custody with an order, a status, and a sentence that ended ten days ago."""
    place = "south" if whom == "away" else "north"
    by = officer(place=place, account=3 if whom == "away" else 2)
    person, at = file_by(by, NAMES[whom]).id, now()
    said: dict[str, Any] = {"by": by, "at": at, "person_id": person}
    order = actions.register_order(
        **said, kind=OrderKind.SENTENCE, authority=court(whom), number=f"S {number}",
        issued_on=(at - 2 * DAY).date(), valid_from=at - 2 * DAY,
    )  # fmt: skip
    stay = actions.receive(**said, establishment=place, admitted_at=at - DAY)
    sentence = actions.add_sentence(
        **said, order_id=order.id, kind=SentenceKind.FIXED, days=30,
        starts_on=at.date() - timedelta(days=40),
    )  # fmt: skip
    status = actions.set_status(**said, value=Status.APPEALING, since=at - DAY)
    lies = actions.place_in(**said, place=f"{place}/a/1/0{number % 3 + 1}", since=at - DAY)
    return person, {
        "order_id": order.id, "stay_id": stay.id, "sentence_id": sentence.id, "row_id": order.id,
        "status_id": status.id, "placement_id": lies.id,
    }  # fmt: skip


def _apart(
    people: Mapping[str, UUID], rows: Mapping[str, dict[str, UUID]], one: str, other: str
) -> None:
    """A decision as a row: no single officer reaches both prisons."""
    see_all_rows("INC")
    at = now()
    row = KeepApart.objects.create(
        id=uuid4(), person_id=people[one], other_id=people[other], since=at, until=at + 30 * DAY,
        reason=FEUDS[one], recorded_at=at, recorded_by="2",
    )  # fmt: skip
    rows[one]["apart_id"] = rows[other]["apart_id"] = row.id
