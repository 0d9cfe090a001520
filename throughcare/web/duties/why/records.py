"""The records behind a finding in the language of the page: what, when, when it was entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from standards.instants import Instant, to_datetime
from throughcare.duties.wording import term_of
from throughcare.explain.model import UsedRecord
from throughcare.web.people.shown.places import names_of_places

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_BEFORE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecord:
    """One record. `happened` and `entered`: words and moments; `fate` stays in English.

    `before`: a moment just before it was entered or struck out, for *as known on*.
    """

    number: int
    what: str
    place: str
    another: bool
    happened: list[tuple[StrOrPromise, datetime]]
    open_end: bool
    entered: list[tuple[StrOrPromise, datetime]]
    corrects: bool
    fate: str
    before: datetime | None


def records_shown(used: Iterable[UsedRecord]) -> list[ShownRecord]:
    """The records in words, in their order."""
    every = list(used)
    places = names_of_places(one.record.place for one in every if not one.of_another)
    return [_shown(one, places) for one in every]


def _shown(one: UsedRecord, places: dict[str, str]) -> ShownRecord:
    language, record = (get_language() or "en").split("-")[0], one.record
    happened = [
        (_("happened"), record.at), (_("began"), record.since), (_("ended"), record.until),
        (_("planned for"), record.planned_at),
    ]  # fmt: skip
    entered = [
        (_("made"), record.made_at), (_("entered"), record.recorded_at),
        (_("struck out"), record.voided_at),
    ]  # fmt: skip
    changed = _moment(record.voided_at or record.recorded_at)
    return ShownRecord(
        number=one.number, what=str(capfirst(term_of(record.type, language))), fate=one.fate,
        place="" if one.of_another else places.get(record.place or "", ""),
        another=one.of_another, happened=_moments(happened), entered=_moments(entered),
        open_end=record.since is not None and record.until is None,
        corrects=record.supersedes is not None,
        before=None if changed is None else changed - _BEFORE,
    )  # fmt: skip


def _moments(said: list[tuple[str, Instant | None]]) -> list[tuple[StrOrPromise, datetime]]:
    return [(word, to_datetime(at, "UTC")) for word, at in said if at is not None]


def _moment(at: Instant | None) -> datetime | None:
    return None if at is None else to_datetime(at, "UTC")
