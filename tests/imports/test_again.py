"""The list changes and is given again: corrected, reported, resumed, and never overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from tests.casework.custody.made import ADMISSIONS, DAY, ELSEWHERE
from tests.imports.conftest import Take, Write
from tests.imports.made import HEAD, MAP, NOW, ONE, imported, only, refusal, results
from tests.staff import see_all_rows
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.people import actions as people
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.errors import BadInput
from throughcare.imports import taking
from throughcare.imports.run import BrokenOff

pytestmark = pytest.mark.django_db

LATER = NOW + DAY
TWO = "2,Odile Petit,1980-01-01,f,Court,9/26,2026-03-01,2026-09-01,2026-03-02,,a/1/02\n"
THREE = "3,Sami Gharbi,1981-02-03,m,Court,10/26,2026-03-01,2026-09-01,2026-03-02,,a/1/03\n"


def birth_date() -> str:
    see_all_rows()
    return Fact.objects.get(kind=Kind.BIRTH_DATE, superseded_by=None, voided_at=None).value["date"]


def test_a_changed_row_corrects_and_the_earlier_words_stay_readable(take: Take) -> None:
    take(HEAD + ONE, MAP)
    changed = take(HEAD + ONE.replace("1990-05-17", "1991-05-17"), MAP, at=LATER)
    assert results(changed) == ["changed"]
    assert only(changed).notes == ("birth_date: date: 1990-05-17 becomes 1991-05-17",)
    assert birth_date() == "1991-05-17"
    assert Fact.objects.filter(kind=Kind.BIRTH_DATE).count() == 2
    assert results(take(HEAD + ONE.replace("1990-05-17", "1991-05-17"), MAP, at=LATER)) == [
        "unchanged"
    ]


def test_a_changed_order_is_a_new_row_that_replaces_the_old(take: Take) -> None:
    take(HEAD + ONE, MAP)
    outcome = take(HEAD + ONE.replace("2026-09-01", "2026-10-01"), MAP, at=LATER)
    assert results(outcome) == ["changed"]
    see_all_rows("SEN")
    old, new = Order.objects.order_by("recorded_at")
    assert (new.replaces_id, old.stood_until, new.stood_until) == (old.id, LATER, None)
    assert new.valid_to is not None and new.valid_to.month == 9  # midnight in Tunis is 30 September


def test_a_changed_place_is_corrected_and_a_changed_stay_is_refused(take: Take) -> None:
    take(HEAD + ONE, MAP)
    assert results(take(HEAD + ONE.replace("a/1/01", "a/1/02"), MAP, at=LATER)) == ["changed"]
    moved = take(HEAD + ONE.replace("a/1/01", "a/1/02").replace(",,a", ",2026-05-01,a"), MAP,
                 at=LATER)  # fmt: skip
    assert "a second person agrees" in refusal(moved).remedy
    see_all_rows()
    assert Stay.objects.get().left_at is None


def test_what_the_service_corrected_meanwhile_is_not_overwritten(take: Take) -> None:
    take(HEAD + ONE, MAP)
    see_all_rows()
    fact = Fact.objects.get(kind=Kind.BIRTH_DATE)
    people.correct_fact(
        by=ADMISSIONS, at=NOW + DAY / 2, fact_id=fact.id, value={"date": "1989"},
        why="the passport came", expected=Person.objects.get().version,
    )  # fmt: skip
    changed = take(HEAD + ONE.replace("1990-05-17", "1991-05-17"), MAP, at=LATER)
    assert "changed in the service" in refusal(changed).reason
    assert birth_date() == "1989"


def test_a_row_that_is_gone_from_the_file_is_reported_and_kept(take: Take) -> None:
    take(HEAD + ONE + TWO, MAP)
    again = take(HEAD + ONE, MAP)
    assert again.gone == ["2 (register.csv row 3)"]
    see_all_rows()
    assert Person.objects.count() == 2


def test_a_run_that_is_broken_off_keeps_whole_batches_and_goes_on(
    cast: None, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, mapping = write("register.csv", HEAD + ONE + TWO + THREE), write("map.yaml", MAP)
    whole, calls = taking.Taker.draw_up, []

    def stop_at_the_second(self: taking.Taker, said: Any) -> taking.Taken:
        calls.append(said.row)
        if said.row == 3:
            raise OperationalError("the disk is full")
        return whole(self, said)

    monkeypatch.setattr(taking.Taker, "draw_up", stop_at_the_second)
    with pytest.raises(BrokenOff, match="after 1 rows") as stopped:
        imported([file], mapping, batch=1)
    assert not stopped.value.outcome.adds_up
    monkeypatch.undo()
    assert results(imported([file], mapping, batch=1)) == ["unchanged", "accepted", "accepted"]


def test_a_batch_is_whole_or_not_at_all(
    cast: None, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, mapping = write("register.csv", HEAD + ONE + TWO), write("map.yaml", MAP)
    whole = taking.Taker.draw_up

    def stop_at_the_second(self: taking.Taker, said: Any) -> taking.Taken:
        if said.row == 3:
            raise OperationalError("the disk is full")
        return whole(self, said)

    monkeypatch.setattr(taking.Taker, "draw_up", stop_at_the_second)
    with pytest.raises(BrokenOff, match="after 0 rows"):
        imported([file], mapping, batch=2)
    see_all_rows()
    assert not Person.objects.exists()


def test_a_row_is_whole_or_not_at_all(take: Take) -> None:
    outcome = take(HEAD + ONE.replace("a/1/01", "a/9/99"), MAP)
    refused = refusal(outcome)
    assert (refused.cell, refused.value) == ("K2 (cell)", "north/a/9/99")
    see_all_rows("SEN")
    assert not Person.objects.exists() and not Order.objects.exists()


def test_the_officer_of_another_prison_takes_nothing_over_here(take: Take) -> None:
    with pytest.raises(BadInput, match="may not write ID at north"):
        take(HEAD + ONE, MAP, by=ELSEWHERE)
    assert results(take(HEAD + ONE, MAP, by=ADMISSIONS)) == ["accepted"]


def test_an_establishment_that_is_not_there_is_refused_by_name(take: Take) -> None:
    with pytest.raises(BadInput, match="no establishment 'nord'"):
        take(HEAD + ONE, MAP, place="nord")


def test_the_examples_of_the_page_for_registrars_are_taken_over(cast: None) -> None:
    folder = Path(__file__).resolve().parents[2] / "examples" / "import"
    files = [folder / f"{name}.csv" for name in ("places", "moves", "people", "orders")]
    outcome = imported(files, folder / "prison-books.yaml")
    assert [one.reason for one in outcome.rows if one.reason] == []
    assert outcome.adds_up and set(results(outcome)) == {"accepted"}
    assert outcome.without_order == ["103"]
    assert any("held without valid order" in note for one in outcome.rows for note in one.notes)
