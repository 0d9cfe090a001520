"""Each kind of record has a compartment and a page, and each rule a matter and what answers it."""

from __future__ import annotations

from datetime import date

import pytest

from standards.checks import Check, OnlyWith, RespondWithin
from standards.durations import Duration
from throughcare.access.terms import Compartment
from throughcare.casework.archive import KEPT
from throughcare.duties.kinds import FOLLOWS_FROM, kept_of, kinds, kinds_of_staff, names_of
from throughcare.duties.rules import asked_on, checks_on, rulebook
from throughcare.service.training.facts import KEPT as OF_STAFF

ON = date(2026, 11, 26)
# Rule 7(c) asks for a field of a movement that bears the name of another record.
NO_RECORD = {
    "transfer",
    "children",
    "adults",
    "women",
    "men",
    "always",
    "in_custody",
    "death",
    "custody",
}


def test_every_kind_that_a_room_keeps_has_its_place() -> None:
    assert set(kinds()) == set(KEPT)


def test_every_kind_about_staff_is_named_and_is_in_no_compartment() -> None:
    assert kinds_of_staff() == OF_STAFF
    assert not kinds_of_staff() & set(kinds())


@pytest.mark.parametrize("rule", sorted(one.rule for one in asked_on(ON).alone))
def test_every_name_of_a_rule_that_is_asked_is_kept_or_only_an_exception(rule: str) -> None:
    check = checks_on(ON)[rule]
    said, answers = names_of(check)
    exceptions = {
        getattr(check, name, None)
        for name in ("unless", "exempt_if", "exempt_pair_if", "excuse", "while_")
    }
    unknown = {*said, *answers} - set(kinds()) - NO_RECORD - exceptions
    derived = {"solitary", "separated", *said[1:]}  # states that follow, and groups of others
    assert unknown <= derived, f"{rule}: {unknown}"


def test_a_state_that_follows_from_records_is_kept_where_they_are() -> None:
    follows = {one.state: one.source for one in rulebook().derivations}
    assert follows == FOLLOWS_FROM
    for state in follows:
        rules = [check for check in checks_on(ON).values() if names_of(check)[0][:1] == [state]]
        assert rules
        assert {kept_of(check).first for check in rules} == {Compartment.DIS}


def test_a_rule_about_health_says_so_and_what_only_answers_it_does_not() -> None:
    limb = RespondWithin(rule="r", trigger="admission", response="admission_check", limit=_day())
    kept = kept_of(limb)
    assert (kept.first, kept.within) == (Compartment.ID, (Compartment.ID,))
    assert kept.answered == (Compartment.HLT,)
    assert kept.page == "/custody/reception/injuries"


def test_an_exception_kept_elsewhere_is_part_of_what_is_said() -> None:
    check: Check = OnlyWith(rule="r", guard="search", event="admission", exempt_if="health_record")
    assert Compartment.HLT in kept_of(check).within


def _day() -> Duration:
    return Duration(days=1)


def test_a_state_that_follows_is_kept_where_its_records_are() -> None:
    derived = {one.state: one.source for one in rulebook().derivations}
    assert derived == FOLLOWS_FROM
