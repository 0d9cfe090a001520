"""Who may not share: the rules of the rulebooks, and decisions to keep two people apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml
from django.db import IntegrityError

from tests.casework.custody.lodged import CHILD, GROWN, lies, put_down, somebody
from tests.casework.custody.made import ADMISSIONS, AT, COLLEAGUE, DAY, ELSEWHERE, HOUR, viewer
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadKeepingApart, BadMoment, MayNotShare
from throughcare.casework.custody.models import KeepApart, Placement
from throughcare.casework.custody.sharing_rules import APART, GROUPS, TITLES, kinds
from throughcare.casework.custody.terms import Stage, Status, StepKind
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db
RULES = Path(__file__).parents[3] / "rulebooks" / "un"
CELL, SAME_UNIT, OTHER_UNIT = "north/a/1/01", "north/a/1/02", "north/a/2/01"


@pytest.fixture(autouse=True)
def all_rows(cast: None) -> None:
    """The test itself looks at every row."""
    see_all_rows("SEN", "INC")


def found(file: Person, place: str = CELL, by: Viewer = ADMISSIONS) -> list[str]:
    return [one.kind for one in queries.conflicts_of(by, file.id, place, at=AT + HOUR)]


def test_the_kinds_are_the_separation_rules_of_the_rulebooks() -> None:
    """Each rule that keeps groups of prisoners apart stands in sharing.yaml, at its level."""
    written_rules = {}
    for path in RULES.rglob("*.yaml"):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            check = rule.get("check") or {}
            if check.get("pattern") == "separate":
                pair = (check["group"], check["from_group"], check["level"])
                written_rules[rule["id"]] = pair
    del written_rules["nmr-71-3"]  # witnesses from staff: about no place that is given
    ours = {rule: (*kind.groups, kind.level) for kind in kinds() for rule in kind.rules}
    assert ours == written_rules


def test_every_kind_and_group_has_its_words() -> None:
    assert {kind.id for kind in kinds()} | {APART} == set(TITLES)
    assert {group for kind in kinds() for group in kind.groups} <= set(GROUPS)


PAIRS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "untried_sentenced": ({"status": Status.SENTENCED}, {"status": Status.UNTRIED}),
    "civil_criminal": ({"status": Status.CIVIL}, {"status": Status.SENTENCED}),
    "children_adults": ({"born": CHILD, "status": None}, {"status": None}),
    "women_men": ({"sex": "female", "status": None}, {"status": None}),
}


@pytest.mark.parametrize("kind", PAIRS)
def test_who_may_not_share_a_unit_is_named_before_anybody_is_placed(kind: str) -> None:
    there, comes = PAIRS[kind]
    lies(somebody(**there))
    file = somebody(name="Karim", **comes)
    assert kind in found(file, SAME_UNIT)
    with pytest.raises(MayNotShare):
        lies(file, SAME_UNIT, at=AT + HOUR)
    assert not Placement.objects.filter(person=file.id).exists()


@pytest.mark.parametrize("kind", PAIRS)
def test_two_of_the_same_group_may_share(kind: str) -> None:
    there, _comes = PAIRS[kind]
    lies(somebody(**there))
    file = somebody(name="Karim", **there)
    assert found(file) == []
    assert lies(file, at=AT + HOUR).despite == ""


def test_another_unit_is_apart_enough_for_the_untried() -> None:
    lies(somebody(status=Status.SENTENCED))
    assert found(somebody(name="Karim"), OTHER_UNIT) == []


def test_where_a_reason_is_enough_it_stands_in_the_row() -> None:
    lies(somebody(status=Status.SENTENCED))
    file = somebody(name="Karim")
    row = lies(file, at=AT + HOUR, despite="the other unit is full; moved back on Monday")
    assert row.despite == "the other unit is full; moved back on Monday"


def test_no_reason_puts_a_man_into_a_unit_of_women() -> None:
    lies(somebody(sex="female"))
    file = somebody(name="Karim")
    with pytest.raises(MayNotShare, match="a reason does not change this"):
        lies(file, SAME_UNIT, at=AT + HOUR, despite="no other bed")
    assert lies(file, OTHER_UNIT, at=AT + HOUR, despite="the only premises").despite


def judged(file: Person, place: str) -> queries.Fit:
    """How the person may lie there, by what stands in the way of each place alone."""
    in_the_way = queries.conflicts_of(ADMISSIONS, file.id, place, at=AT + HOUR)
    if not all(one.may_go_on for one in in_the_way):
        return queries.Fit.BARRED
    return queries.Fit.WITH_REASON if in_the_way else queries.Fit.SHARES


@pytest.mark.parametrize("kind", [*PAIRS, APART])
def test_the_list_of_places_says_of_each_what_the_place_says_when_it_is_chosen(kind: str) -> None:
    there, comes = PAIRS.get(kind, ({}, {}))
    other, file = somebody(**there), somebody(name="Karim", **comes)
    lies(other)
    if kind == APART:
        apart(file, other)
    free = queries.free_places(ADMISSIONS, file.id, at=AT + HOUR)
    fits = {one.path: one.fit for one in free}
    assert fits == {path: judged(file, path) for path in fits}
    assert fits[CELL] is not queries.Fit.SHARES


@pytest.mark.parametrize("born", ["", "2009", "2010-05"])
def test_whose_age_is_not_known_counts_as_a_child(born: str) -> None:
    lies(somebody(status=None))
    assert "children_adults" in found(somebody(born, status=None, name="Karim"))


def test_whose_age_is_disputed_counts_as_a_child_until_it_is_decided() -> None:
    lies(somebody(status=None))
    file = somebody(status=None, name="Karim")
    assert found(file) == []
    asked: dict[str, Any] = {
        "by": ADMISSIONS,
        "person_id": file.id,
        "stage": Stage.STAY,
        "kind": StepKind.AGE,
    }
    actions.take_step(at=AT, value={"disputed": True}, happened_at=AT, **asked)
    assert "children_adults" in found(file)
    actions.take_step(
        at=AT + HOUR, happened_at=AT + HOUR,
        value={"disputed": True, "decided_birth_date": "1990-01-01"}, **asked,
    )  # fmt: skip
    assert found(file) == []


def test_a_child_is_an_adult_from_the_eighteenth_birthday_on() -> None:
    lies(somebody(status=None))
    file = somebody("2008-03-01", status=None, name="Karim")  # AT is that day
    assert found(file) == []
    assert "children_adults" in found(somebody("2008-03-02", status=None, name="Omar"))


def test_who_lies_together_now_is_listed_by_kind_with_its_rules() -> None:
    for name, status in (("A", Status.SENTENCED), ("B", Status.SENTENCED), ("C", Status.UNTRIED)):
        put_down(somebody(name=name, status=status), CELL)
    (line,) = queries.sharing_conflicts(ADMISSIONS, "north", at=AT)
    assert (line.kind, line.within, line.group) == ("untried_sentenced", "north/a/1", "untried")
    assert (line.many, line.other_many, len(line.one)) == (1, 2, 1)
    assert line.rules == ("nmr-11-b", "nmr-112-1")


def test_an_eighteenth_birthday_in_a_shared_unit_is_listed_from_that_day_on() -> None:
    put_down(somebody("2008-03-03", status=None), CELL)
    put_down(somebody("2009-03-03", status=None, name="Karim"), CELL)
    assert queries.sharing_conflicts(ADMISSIONS, "north", at=AT) == []
    listed = queries.sharing_conflicts(ADMISSIONS, "north", at=AT + 3 * DAY)
    assert "children_adults" in [one.kind for one in listed]


def test_the_list_is_that_of_the_prison_alone() -> None:
    for viewer_of in (ELSEWHERE, viewer(Role.HQ_ANALYST, "north", 61)):
        with pytest.raises((NotThere, Refused)):
            queries.sharing_conflicts(viewer_of, "north", at=AT)


# Two people who are kept apart.


def apart(one: Person, other: Person, by: Viewer | None = None, **more: object) -> KeepApart:
    said = {"until": AT + 30 * DAY, "reason": "a threat on the yard", **more}
    guard = by or viewer(Role.SECURITY_OFFICER, "north", 21)
    return actions.keep_apart(by=guard, at=AT, person_id=one.id, other_id=other.id, **said)  # type: ignore[arg-type]


def test_who_places_learns_that_two_may_not_share_and_never_why() -> None:
    one, other = somebody(), somebody(name="Karim")
    apart(one, other)
    lies(one)
    (line,) = queries.conflicts_of(ADMISSIONS, other.id, CELL, at=AT + HOUR)
    assert (line.kind, line.others, line.may_go_on) == (APART, (one.id,), False)
    with pytest.raises(MayNotShare) as refused:
        lies(other, at=AT + HOUR, despite="no other bed")
    assert "threat" not in str(refused.value)
    with pytest.raises(Refused):
        queries.kept_apart(ADMISSIONS, one.id, at=AT)


@pytest.mark.parametrize("turned", [False, True])
def test_it_holds_for_both_and_for_the_unit_that_holds_the_cell(turned: bool) -> None:
    one, other = somebody(), somebody(name="Karim")
    apart(*((other, one) if turned else (one, other)))
    lies(one)
    assert found(other, "north/a/1") == [APART]
    assert found(other, SAME_UNIT) == []


def test_who_must_be_kept_apart_from_somebody_hidden_is_not_placed_there_either() -> None:
    one, other = somebody(), somebody(name="Karim")
    apart(one, other)
    lies(one)
    officer = viewer(Role.ADMISSIONS_OFFICER, "north", 44)
    kin = written(Viewer(44, posts=officer.posts, kin=frozenset({one.id})))
    (line,) = queries.conflicts_of(kin, other.id, CELL, at=AT + HOUR)
    assert line.kind == APART and line.others == ()


def test_a_group_of_hidden_people_is_counted_and_not_named() -> None:
    woman = somebody(sex="female")
    lies(woman)
    officer = viewer(Role.ADMISSIONS_OFFICER, "north", 44)
    kin = written(Viewer(44, posts=officer.posts, kin=frozenset({woman.id})))
    file = somebody(name="Karim")
    (line,) = queries.conflicts_of(kin, file.id, CELL, at=AT + HOUR)
    assert (line.kind, line.many, line.others) == ("women_men", 1, ())


def test_it_ends_by_itself_and_earlier_by_a_decision() -> None:
    one, other = somebody(), somebody(name="Karim")
    row = apart(one, other, until=AT + 2 * DAY)
    lies(one)
    assert found(other) == [APART]
    assert not queries.conflicts_of(ADMISSIONS, other.id, CELL, at=AT + 2 * DAY)
    actions.end_keep_apart(
        by=viewer(Role.SECURITY_OFFICER, "north", 21), at=AT + HOUR, person_id=one.id,
        keep_apart_id=row.id, why="they made peace",
    )  # fmt: skip
    assert found(other) == []


def test_those_who_read_incidents_read_the_reason_who_decided_and_until_when() -> None:
    one, other = somebody(), somebody(name="Karim")
    apart(one, other, decided_by="the director")
    director = viewer(Role.PRISON_DIRECTOR, "north", 31)
    for file, beside in ((one, other), (other, one)):
        (line,) = queries.kept_apart(director, file.id, at=AT)
        assert (line.other, line.reason) == (beside.id, "a threat on the yard")
        assert (line.decided_by, line.until) == ("the director", AT + 30 * DAY)


def test_two_who_are_kept_apart_and_lie_together_are_on_the_list() -> None:
    one, other = somebody(), somebody(name="Karim")
    lies(one), lies(other)
    apart(one, other)
    (line,) = queries.sharing_conflicts(COLLEAGUE, "north", at=AT)
    assert line.kind == APART and {*line.one, *line.other} == {one.id, other.id}


def test_the_reception_may_say_that_two_are_kept_apart_and_may_not_end_it() -> None:
    one, other = somebody(), somebody(name="Karim")
    row = apart(one, other, by=ADMISSIONS)
    with pytest.raises(Refused):
        actions.end_keep_apart(
            by=ADMISSIONS, at=AT + HOUR, person_id=one.id, keep_apart_id=row.id, why="x"
        )


def test_nobody_is_kept_apart_without_a_reason_an_end_and_a_second_person() -> None:
    one, other = somebody(), somebody(name="Karim")
    with pytest.raises(BadKeepingApart):
        apart(one, one)
    with pytest.raises(BadKeepingApart):
        apart(one, other, reason=" ")
    with pytest.raises(BadMoment):
        apart(one, other, until=AT)
    assert not KeepApart.objects.exists()


def test_somebody_of_another_prison_is_not_named() -> None:
    one = somebody()
    other = somebody(name="Karim", by=ELSEWHERE, place="south")
    with pytest.raises(NotThere):
        apart(one, other)


@pytest.mark.parametrize("wrong", ["self", "reason", "end"])
def test_the_database_refuses_one_person_no_reason_and_no_end(wrong: str) -> None:
    one, other = somebody(), somebody(name="Karim")
    row = apart(one, other)
    row.id = row.pk = uuid4()
    if wrong == "self":
        row.other_id = row.person_id
    elif wrong == "reason":
        row.reason = ""
    else:
        row.until = row.since
    with pytest.raises(IntegrityError, match="custody_keeping_apart_is_of_two"):
        row.save(force_insert=True)


def test_grown_means_eighteen() -> None:
    assert found(somebody(GROWN, status=None)) == []
