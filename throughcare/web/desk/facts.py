"""The facts of a file as lines in words, for a reader who has never seen a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.people.kinds import Kind, Standing, Use
from throughcare.casework.people.queries import File
from throughcare.casework.people.values import name_in
from throughcare.kernel.languages import language
from throughcare.kernel.partial_dates import Precision, parse

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SEXES: Final[Mapping[str, StrOrPromise]] = {
    "female": gettext_lazy("female"),
    "male": gettext_lazy("male"),
    "other": gettext_lazy("other"),
    "unknown": gettext_lazy("unknown"),
}
# Of a language: what the person does in it, where the answer is yes.
_DOES: Final[Mapping[str, StrOrPromise]] = {
    "speaks": gettext_lazy("speaks"),
    "understands": gettext_lazy("understands"),
    "reads": gettext_lazy("reads"),
}
# The database keeps the parts of a value in an order of its own; people read them in this one.
_ORDER: Final = (
    "type", "system", "number", "country", "valid_to", "need", "adjustment", "name", "relation",
    "born", "cared_for_by", "reached_by", "words", "reference", "taken",
)  # fmt: skip
_DATES: Final = frozenset({"valid_to", "born", "taken"})


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: its kind, what it says, stated or verified, and since when it stands."""

    kind: StrOrPromise
    text: str
    standing: StrOrPromise
    recorded_at: datetime


def lines(file: File) -> list[FactLine]:
    """The facts that the file shows to its viewer, in the order of the kinds."""
    order = list(Kind)
    return [
        FactLine(
            Kind(fact.kind).label, text_of(Kind(fact.kind), fact.value),
            Standing(fact.standing).label, fact.recorded_at,
        )
        for fact in sorted(file.facts, key=lambda one: order.index(Kind(one.kind)))
    ]  # fmt: skip


def text_of(kind: Kind, value: Mapping[str, object]) -> str:
    """What a fact says."""
    if kind is Kind.NAME:
        return f"{name_in(value).display()} ({Use(str(value['use'])).label})"
    if kind is Kind.BIRTH_DATE:
        return day(str(value["date"]))
    if kind is Kind.SEX:
        return str(SEXES[str(value["sex"])])
    if kind is Kind.LANGUAGE:
        does = [str(word) for key, word in _DOES.items() if value.get(key) is True]
        return ", ".join([language(str(value["code"])).own_name, *does])
    given = [(key, str(value[key])) for key in _ORDER if value.get(key) is not None]
    return ", ".join(day(said) if key in _DATES else said for key, said in given)


def day(written: str) -> str:
    """A date as far as it is known, in the reader's own form."""
    known = parse(written)
    if known.precision is Precision.UNKNOWN or known.latest is None:
        return _("unknown")
    forms = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT"}
    if known.precision in forms:
        return date_format(known.latest, forms[known.precision])
    return str(known.year)
