"""To state, verify, correct and strike out what is known of a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold, need_reason
from throughcare.casework.people.errors import AlreadyReplaced
from throughcare.casework.people.kinds import Kind, Standing, compartment_of
from throughcare.casework.people.models import Fact, NameKey
from throughcare.casework.people.values import Value, checked, name_in


@doors.entering
def state_fact(
    *, by: doors.Viewer, at: datetime, person_id: UUID, kind: Kind, value: Value, expected: int,
    why: str = "",
) -> Fact:  # fmt: skip
    """Write down what somebody says of the person, beside what is there.

    `expected` is the version of the file that the caller has seen. Raises ChangedMeanwhile,
    BadValue, and access's NotThere or Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id, kind=kind)
    holding.expect(expected, typed=value)
    return write_fact(holding, kind=kind, value=checked(kind, value), person_id=holding.person.id)


@doors.entering
def verify_fact(
    *, by: doors.Viewer, at: datetime, fact_id: UUID, proof: str, expected: int, why: str = ""
) -> Fact:
    """Write down that a stated fact was compared with a proof. The new row supersedes the old.

    Raises NoReason without a proof, and whatever `correct_fact` raises.
    """
    old, holding = _hold_fact(by=by, at=at, why=why, fact_id=fact_id)
    need_reason(proof)
    _standing_still(old, holding, expected, typed=proof)
    return write_fact(
        holding, kind=Kind(old.kind), value=old.value, person_id=old.person_id, supersedes=old,
        proof=proof,
    )  # fmt: skip


@doors.entering
def correct_fact(
    *, by: doors.Viewer, at: datetime, fact_id: UUID, value: Value, why: str, expected: int
) -> Fact:
    """Put a right value in the place of a wrong one, which stays readable. It is stated anew.

    Raises NoReason, ChangedMeanwhile, AlreadyReplaced, BadValue, NotThere, Refused.
    """
    old, holding = _hold_fact(by=by, at=at, why=why, fact_id=fact_id)
    need_reason(why)
    _standing_still(old, holding, expected, typed=value)
    kind = Kind(old.kind)
    return write_fact(
        holding, kind=kind, value=checked(kind, value), person_id=old.person_id, supersedes=old
    )


@doors.entering
def void_fact(*, by: doors.Viewer, at: datetime, fact_id: UUID, why: str, expected: int) -> Fact:
    """Strike out a fact that should never have stood here. It stays readable.

    Raises NoReason, ChangedMeanwhile, AlreadyReplaced, NotThere, Refused.
    """
    old, holding = _hold_fact(by=by, at=at, why=why, fact_id=fact_id)
    need_reason(why)
    _standing_still(old, holding, expected, typed=why)
    old.voided_at, old.voided_by, old.voided_why = at, doors.account_of(by), why
    old.voided_in = holding.next_version()
    old.save(update_fields=["voided_at", "voided_by", "voided_why", "voided_in"])
    holding.enter("people.fact_struck_out", old)
    return old


def write_fact(
    holding: Holding, *, kind: Kind, value: dict[str, object], person_id: UUID,
    supersedes: Fact | None = None, proof: str = "",
) -> Fact:  # fmt: skip
    """A new row of a file that is held, its search keys, and its entry."""
    fact = Fact.objects.create(
        id=fresh_id(holding.at), person_id=person_id, kind=kind, value=value,
        compartment=compartment_of(kind), proof=proof, recorded_at=holding.at,
        standing=Standing.VERIFIED if proof else Standing.STATED,
        recorded_by=doors.account_of(holding.by), made_in=holding.next_version(),
        supersedes=supersedes,
    )  # fmt: skip
    if kind is Kind.NAME:
        keys = sorted(doors.keys_of(name_in(value)))
        NameKey.objects.bulk_create(
            NameKey(fact=fact, person_id=person_id, key=key) for key in keys
        )
    holding.enter(_event(supersedes, proof), fact)
    return fact


def put_first_facts(holding: Holding, facts: Sequence[tuple[Kind, dict[str, object]]]) -> None:
    """The facts with which a file opens: each with its version, its search keys and its entry."""
    for kind, value in facts:
        holding.person.version += 1
        fact = Fact(
            id=fresh_id(holding.at), person_id=holding.person.id, kind=kind, value=value,
            compartment=compartment_of(kind), recorded_at=holding.at, standing=Standing.STATED,
            recorded_by=doors.account_of(holding.by), made_in=holding.person.version,
        )  # fmt: skip
        holding.put(fact)
        if kind is Kind.NAME:
            for key in sorted(doors.keys_of(name_in(value))):
                holding.put(NameKey(fact=fact, person_id=fact.person_id, key=key))
        holding.enter("people.fact_stated", fact)


def _event(supersedes: Fact | None, proof: str) -> str:
    if supersedes is None:
        return "people.fact_stated"
    return "people.fact_verified" if proof else "people.fact_corrected"


def _hold(*, by: doors.Viewer, at: datetime, why: str, person_id: UUID, kind: str) -> Holding:
    return hold(
        person_id=person_id, act=doors.Act.WRITE, compartment=compartment_of(kind), by=by, at=at,
        why=why,
    )  # fmt: skip


def _hold_fact(*, by: doors.Viewer, at: datetime, why: str, fact_id: UUID) -> tuple[Fact, Holding]:
    found = Fact.objects.filter(id=fact_id).first()
    if found is None:
        raise doors.not_there()
    holding = _hold(by=by, at=at, why=why, person_id=found.person_id, kind=found.kind)
    return Fact.objects.get(id=fact_id), holding


def _standing_still(old: Fact, holding: Holding, expected: int, *, typed: object) -> None:
    holding.expect(expected, typed=typed)
    if old.voided_at is not None or Fact.objects.filter(supersedes=old).exists():
        raise AlreadyReplaced(
            _("this %(kind)s no longer stands: it was replaced or struck out")
            % {"kind": Kind(old.kind).label},
            remedy=_("open the file anew and change what stands there now"),
        )
