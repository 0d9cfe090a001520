"""Two files side by side, kind by kind, so that the eye finds what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import File
from throughcare.web.people.shown.facts import ShownFact, grouped
from throughcare.web.people.shown.header import header_of
from throughcare.web.people.shown.staff import names_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Row:
    """One kind in both files, and how they compare."""

    label: str
    one: Sequence[ShownFact]
    other: Sequence[ShownFact]
    how: StrOrPromise


def compared(one: File, other: File) -> dict[str, object]:
    """Both headers, and a row for each kind that either file knows something of."""
    kinds = [kind for kind in Kind if kind not in (Kind.PHOTO, Kind.EMERGENCY_CONTACT)]
    names = names_of(fact.recorded_by for fact in (*one.facts, *other.facts))
    pairs = zip(grouped(one.facts, kinds, names), grouped(other.facts, kinds, names), strict=True)
    rows = [
        Row(first.label, first.facts, second.facts, _how(first.facts, second.facts))
        for first, second in pairs
        if first.facts or second.facts
    ]
    return {"one": header_of(one, here=""), "other": header_of(other, here=""), "rows": rows}


def _how(one: Sequence[ShownFact], other: Sequence[ShownFact]) -> StrOrPromise:
    """What nobody wrote down in one of the files does not differ: it is not known."""
    if not one or not other:
        return _("known in one file only")
    return _("the same") if _words(one) == _words(other) else _("differs")


def _words(facts: Sequence[ShownFact]) -> set[str]:
    return {fact.pieces[0][1] for fact in facts}
