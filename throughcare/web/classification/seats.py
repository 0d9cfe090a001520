"""The fields of the seats on a board: for each office who sat there, and a dissent in own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from throughcare.casework.assessment.actions import Sitting
from throughcare.casework.assessment.board_terms import Office
from throughcare.web.classification.members import Members
from throughcare.web.people.forms.acts import sentence

_SEAT, _DISSENT = "seat_", "dissent_"
_MORE: Final = 3  # beside one for each office: a board may have two of one profession


def seat_fields(members: Members) -> Iterator[tuple[str, forms.Field]]:
    """One row for each office that somebody holds here, and some for a further member."""
    held = [one for one in Office if members.get(one)]
    every = []
    for office in held:
        choices = [(f"{office}:{who}", name) for who, name in members[office]]
        label = capfirst(str(office.label))
        every.append((label, choices))
        yield from _row(str(office), label, choices)
    for number in range(1, _MORE + 1):
        label = _("Another member (%(number)s)") % {"number": number}
        yield from _row(f"more{number}", label, every)


def seat_pairs(fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The names of the fields of each row: who, and the dissent."""
    return [
        (name, f"{_DISSENT}{name.removeprefix(_SEAT)}")
        for name in fields if name.startswith(_SEAT)
    ]  # fmt: skip


def sittings(said: Mapping[str, str]) -> list[Sitting]:
    """Who sat there, as the action takes them."""
    made = []
    for who, dissent in seat_pairs(said):
        office, _mark, account = said[who].partition(":")
        if account:
            sat = Sitting(account=int(account), office=Office(office), dissent=said[dissent])
            made.append(sat)
    return made


def _row(name: str, label: str, choices: list[Any]) -> Iterator[tuple[str, forms.Field]]:
    yield (
        f"{_SEAT}{name}",
        forms.ChoiceField(label=label, required=False, choices=[("", "—"), *choices]),
    )
    dissent = _("%(office)s: dissent") % {"office": label}
    yield f"{_DISSENT}{name}", sentence(dissent, required=False, rows=1)
