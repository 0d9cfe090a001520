"""Where a row went is kept once, under its name, behind the wall of its person."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.made import ADMISSIONS, ELSEWHERE, person
from tests.imports.made import NOW
from tests.staff import see_all_rows
from throughcare.imports.models import Origin
from throughcare.imports.origins import Where, keep_origin, known_rows
from throughcare.imports.said import Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]

WHERE = Where(source="books", part="*", file="list.csv", sha256="a" * 64, known_by="number")


def keep(key: str = "1", where: Where = WHERE, **more: Any) -> Any:
    more.setdefault("person_id", person().id)
    return keep_origin(by=ADMISSIONS, at=NOW, where=where, said=Said(2, key, "1"), wrote={}, **more)


def test_a_row_is_known_again_within_reach_and_nowhere_else() -> None:
    kept = keep()
    assert [one.id for one in known_rows(ADMISSIONS, "books", at=NOW)] == [kept.id]
    assert known_rows(ELSEWHERE, "books", at=NOW) == []


@pytest.mark.parametrize(
    ("key", "source", "rule"),
    [
        ("2", "books", None),
        ("1", "other books", None),
        ("1", "books", "imports_row_is_taken_over_once"),
    ],
)
def test_a_row_stands_once_in_one_register(key: str, source: str, rule: str | None) -> None:
    keep()
    other = Where(source=source, part="*", file="l.csv", sha256="b" * 64, known_by="number")
    _write(lambda: keep(key, other), rule)


@pytest.mark.parametrize(
    ("key", "sha256", "rule"),
    [
        ("1", "a" * 64, None),
        ("", "a" * 64, "imports_origin_is_named"),
        ("1", "A" * 64, "imports_origin_has_digests"),
        ("1", "a" * 63, "imports_origin_has_digests"),
    ],
)
def test_an_origin_is_named_and_has_its_digests(key: str, sha256: str, rule: str | None) -> None:
    where = Where(source="books", part="*", file="l.csv", sha256=sha256, known_by="number")
    _write(lambda: keep(key, where), rule)


def test_an_origin_that_follows_replaces_the_one_before() -> None:
    kept = keep()
    keep(person_id=kept.person, replaces=kept.id)
    see_all_rows()
    assert Origin.objects.filter(stood_until=None).count() == 1
    assert Origin.objects.count() == 2


def test_where_the_entry_fails_no_origin_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = keep()

    def full(**_entry: Any) -> int:
        raise RuntimeError("the register is full")

    with monkeypatch.context() as broken:
        broken.setattr("throughcare.register.actions.record", full)
        with pytest.raises(RuntimeError, match="the register is full"):
            keep(person_id=kept.person, replaces=kept.id)
    see_all_rows()
    assert [one.stood_until for one in Origin.objects.all()] == [None]


def _write(act: Any, rule: str | None) -> None:
    if rule is None:
        act()
        return
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        act()
