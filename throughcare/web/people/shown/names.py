"""What a person is called: in the person's own letters, and in others where somebody gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind, Standing, Use
from throughcare.casework.people.queries import Fact
from throughcare.casework.people.values import name_in
from throughcare.kernel.names import PersonName, script_of


@dataclass(frozen=True, slots=True)
class Called:
    """A name for the screen. `other` is the name in other letters, empty where nobody gave it."""

    own: str
    other: str
    initials: str


def called(facts: Sequence[Fact]) -> Called:
    """The name by which a person is called: preferred before recorded, verified before stated."""
    best = _best([fact for fact in facts if fact.kind == Kind.NAME])
    if best is None:
        return Called(_("Name not known"), "", "?")
    return name_shown(name_in(best.value))


def name_shown(name: PersonName) -> Called:
    """A name in its own letters and in other ones, each part isolated from its neighbours."""
    parts = name.parts
    initials = "".join(part.text[:1] for part in (parts[0], *parts[1:][-1:]))
    return Called(name.display(), _in_other_letters(name), initials)


def _best(names: Sequence[Fact]) -> Fact | None:
    order = (Use.ALIAS, Use.RECORDED, Use.PREFERRED)
    return max(
        names, default=None,
        key=lambda fact: (order.index(Use(str(fact.value["use"]))),
                          fact.standing == Standing.VERIFIED, fact.recorded_at, fact.made_in),
    )  # fmt: skip


def _in_other_letters(name: PersonName) -> str:
    """The first spelling of each part in another script; empty when a part has none."""
    found = [
        next((one for one in part.spellings if script_of(one) != part.script), None)
        for part in name.parts
    ]
    known = [one for one in found if one is not None]
    return " ".join(known) if len(known) == len(found) else ""
