"""The country into an empty database, in one transaction: whole, or not at all."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from itertools import islice
from operator import itemgetter
from typing import Any, Final

from django.db import connection, models, transaction
from django.db.models import AutoField, Field, Model
from psycopg import sql

from throughcare.access.models import Account
from throughcare.demo.acted import act
from throughcare.demo.country import Country, country
from throughcare.demo.entries import COUNTRY, draft_of, draft_of_country
from throughcare.demo.rooms import ROOMS_OF_EVERYBODY, rows_of_all
from throughcare.demo.row import Row
from throughcare.errors import BadInput
from throughcare.register.actions import record_many
from throughcare.register.queries import first_entry
from throughcare.report.progress import Report

_AT_ONCE: Final = 20_000  # rows held in memory
# The keys are checked after each COPY, not all at the end: a million checks would wait in memory.
_CHECK_AT_ONCE: Final = "SET CONSTRAINTS ALL IMMEDIATE"
# But for a referral's word, which is loaded after it, as it points to it.
_CHECK_LAST: Final = "SET CONSTRAINTS programmes_word DEFERRED"
# A country has a million rows: what needs no preparation is spared it.
_PLAIN: Final = frozenset(
    {
        models.BigAutoField, models.BooleanField, models.CharField,
        models.DateTimeField, models.ForeignKey, models.IntegerField, models.OneToOneField,
        models.PositiveIntegerField, models.TextField, models.UUIDField,
    }
)  # fmt: skip
# Tables whose triggers read others to which no key points: how old somebody is, who is a child,
# who is in custody and has a post. By room, and by table where one table of a room reads another.
_READS: Final = {
    "safety": ("people", "custody"),
    "observations": ("people", "custody", "access"),
    "contact": ("people", "custody"),
    "work": ("custody",),
    "work_wage": ("custody", "work_workday"),
    "chaplaincy": ("custody",),
    "chaplaincy_visit": ("custody", "chaplaincy_wish"),
    "plans": ("people", "custody", "access"),
    "programmes": ("people", "custody", "access"),
    "intelligence": ("people", "access", "safety"),
    "intelligence_statement": ("people", "access", "intelligence_report"),
}
# Two that build at once: the second waits, and then finds the country there.
_ALONE: Final = "SELECT pg_advisory_xact_lock(7210)"


@dataclass(frozen=True, slots=True)
class Built:
    """Which country stands in the database, and since when."""

    size: str
    seed: int
    on: datetime

    def country(self) -> Country:
        """Its values, made again."""
        return country(self.seed, self.size, on=self.on)


def is_demo() -> bool:
    """Whether what stands in this database is invented."""
    first = first_entry()
    return first is not None and first.event == COUNTRY


def built() -> Built | None:
    """The country in this database; None in an empty one. Raises BadInput in a real one."""
    first = first_entry()
    if first is not None and first.event == COUNTRY:
        size, seed = first.why.split()
        return Built(size, int(seed), first.recorded_at)
    if first is not None or Account.objects.exists():
        raise BadInput(
            "this database holds records that are not of the demo, so nothing was invented",
            where=str(connection.settings_dict["NAME"]),
            remedy="name a folder of its own for the demo: THROUGHCARE_DATA=/path/to/folder",
        )
    return None


def build(made: Country, tell: Report) -> None:
    """Write the country, as the owner of the tables. `tell` hears of people done and to do."""
    with _without_search_for_cycles(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_ALONE)
            cursor.execute(_CHECK_AT_ONCE)
            cursor.execute(_CHECK_LAST)
        if built() is not None:
            return
        record_many([draft_of_country(seed=made.seed, size=made.size.name, at=made.on)])
        heard = _Heard(made, tell)
        _fill(heard.of(rows_of_all(made)), at=made.on)
        act(made)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """A row is free once it is written. Searching those that wait took a tenth of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


class _Heard:
    """Passes the rows on, and tells how many are done in the rooms that speak of everybody."""

    def __init__(self, made: Country, tell: Report) -> None:
        self._tell, self._done = tell, 0
        self._all = made.size.people * len(ROOMS_OF_EVERYBODY)

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of one room."""
        about = None
        for row in rows:
            if row.compartment and row.about not in (None, about) and not _of_few(row):
                about, self._done = row.about, self._done + 1
                self._tell(self._done, self._all)
            yield row


def _of_few(row: Row) -> bool:
    """A row of a room that has nothing to say of most people: no measure of how far it is."""
    return row.row._meta.app_label in _READS


def _fill(rows: Iterable[Row], *, at: datetime) -> None:
    """Each table after those that it points to, so that no row points ahead."""
    order: list[type[Model]] = []
    flowing = iter(rows)
    written, look_again = 0, 1
    while several := list(islice(flowing, _AT_ONCE)):
        by_model: dict[type[Model], list[Model]] = {}
        for one in several:
            by_model.setdefault(type(one.row), []).append(one.row)
        if by_model.keys() - set(order):
            order = _ordered({*order, *by_model})
        for model in order:
            _copy(by_model.get(model, ()))
        drafts = (draft_of(one, at=at) for one in several)
        record_many(draft for draft in drafts if draft is not None)
        written += len(several)
        if written >= look_again:
            _look_at(order)
            look_again = written * 4
    for model in order:
        _go_on_after(model)


def _look_at(models: Iterable[type[Model]]) -> None:
    """Let the database see how full its tables are: nobody else does before all is committed.

    It checks each row against others, and would read whole tables that it takes for empty.
    """
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(model._meta.db_table)))


def _ordered(models: Iterable[type[Model]]) -> list[type[Model]]:
    """These tables, each after those that it points to and those that it reads."""
    by_name = {model._meta.db_table: model for model in models}
    points_to = {
        name: {
            field.related_model._meta.db_table
            for field in model._meta.concrete_fields if field.related_model not in (None, model)
        } & by_name.keys() | _read_by(model, by_name)
        for name, model in sorted(by_name.items())
    }  # fmt: skip
    return [by_name[name] for name in TopologicalSorter(points_to).static_order()]


def _read_by(model: type[Model], by_name: Mapping[str, type[Model]]) -> set[str]:
    reads = _READS.get(model._meta.db_table, _READS.get(model._meta.app_label, ()))
    return {
        name for name, other in by_name.items()
        if {other._meta.app_label, other._meta.db_table} & {*reads}
    }  # fmt: skip


def _copy(rows: Sequence[Model]) -> None:
    """Write rows of one table. A key that is not given is drawn by the database."""
    if not rows:
        return
    fields = _columns(rows[0])
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(rows[0]._meta.db_table),
        sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields]),
    )
    values = itemgetter(*[field.attname for field in fields])
    others = [(place, field) for place, field in enumerate(fields) if type(field) not in _PLAIN]
    with connection.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            line = values(vars(row))
            if others:
                line = list(line)
                for place, field in others:
                    line[place] = field.get_db_prep_save(line[place], connection)
            copy.write_row(line)


def _columns(row: Model) -> list[Field[Any, Any]]:
    given = row.pk is not None
    return [
        field for field in row._meta.concrete_fields
        if not field.generated and (given or not field.primary_key)
    ]  # fmt: skip


def _go_on_after(model: type[Model]) -> None:
    """Where keys are counted, let the database's own count go on after the last one."""
    if not isinstance(model._meta.pk, AutoField):
        return
    table = model._meta.db_table
    words = sql.SQL(
        "SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM {}))"
    ).format(sql.Identifier(table))
    with connection.cursor() as cursor:
        cursor.execute(words, [table])
