"""A duty or finding as a viewer sees it: whole, or without the ground where a wall hides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from standards.findings import Status
from standards.rulebook.entry import Entry
from throughcare.access.terms import Compartment
from throughcare.duties.kinds import kept_of
from throughcare.duties.rules import checks_on, rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One finding. `hidden` names the compartments that keep its ground from this viewer.

    Where any is hidden, rule, beginning, key and evidence are not there: what is left is that
    something must be done, or should have been, and until when. Of a task the rule is there too,
    for whoever may only add what it asks for. `mine`: the viewer may write where
    it is cured. `person` None: about the place `about`.
    """

    id: int
    person: UUID | None
    house: str
    about: str
    rule: str | None
    status: Status
    severity: str
    since: datetime | None
    until: datetime | None
    flags: Sequence[str]
    key: str
    duty: datetime | None
    evidence: Sequence[str]
    first: Compartment
    hidden: tuple[Compartment, ...]
    mine: bool

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.status == Status.DUE or (self.status == Status.BREACHED and self.until is None)

    @property
    def entry(self) -> Entry | None:
        """The rule, where the viewer may know it."""
        return None if self.rule is None else rulebook().entries.get(self.rule)

    def page(self, on: datetime) -> str:
        """Where in the file it is cured; empty for the file itself, or if the ground is hidden."""
        check = None if self.rule is None else checks_on(on.date()).get(self.rule)
        return "" if check is None else kept_of(check).page


def duty_from(row: Sequence[Any], *, at: datetime) -> Duty:
    """A row of the doors. What was due and is late by now is a breach (patterns.md 1.6)."""
    (
        number, person, house, about, rule, status, severity, since, until, flags, key, duty,
        evidence, first, hidden, mine,
    ) = row  # fmt: skip
    said = Status(status)
    if said == Status.DUE and until is not None and until < at:
        said, since, until = Status.BREACHED, None if since is None else until, None
    return Duty(
        id=number, person=person, house=house, about=about, rule=rule, status=said,
        severity=severity, since=since, until=until, flags=flags, key=key or "", duty=duty,
        evidence=evidence, first=Compartment(first), mine=mine,
        hidden=tuple(Compartment(code) for code in hidden),
    )  # fmt: skip
