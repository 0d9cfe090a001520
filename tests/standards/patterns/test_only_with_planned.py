"""Is what a planned release needs there in time before it?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, check, event, record, spell

PLAN = check(
    "only_with", planned="release", guard="plan", min_lead="P6M", short_notice="P14D", group="vep"
)
FRESH = check("only_with", planned="release", guard="check", min_lead="P1M", max_age="P6M")
PLAIN = check("only_with", planned="release", guard="plan", min_lead="P6M")
VEP = spell("vep", "2025-06-01 09:00")


def planned(day: str, known: str, **more: object) -> object:
    return record("planned_release", planned_at=day, recorded_at=known, **more)


KNOWN = planned("12-01 10:00", "01-10 09:00")


@pytest.mark.parametrize(
    ("made", "answer"),
    [
        ("06-01 09:59", "met 01-10 09:00 to 06-01 09:59"),
        ("06-01 10:00", "met 01-10 09:00 to 06-01 10:00"),
        ("06-01 10:01", "breached 06-01 10:00 to 06-01 10:01"),
        ("2025-11-01 10:00", "met 01-10 09:00 to 01-10 09:00"),
    ],
)
def test_a_plan_by_its_deadline(made: str, answer: str) -> None:
    assert ask(PLAN, VEP, KNOWN, event("plan", made), as_of="08-01 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("06-01 09:59", "due 01-10 09:00 to 06-01 10:00"),
        ("06-01 10:00", "due 01-10 09:00 to 06-01 10:00"),
        ("06-01 10:01", "breached 06-01 10:00 to now on"),
    ],
)
def test_no_plan_yet(now: str, answer: str) -> None:
    assert ask(PLAN, VEP, KNOWN, as_of=now) == [answer]


@pytest.mark.parametrize("ending", ["release", "death", "death_in_custody"])
@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("06-01 09:59", "lapsed 01-10 09:00 to 06-01 09:59"),
        ("06-01 10:00", "lapsed 01-10 09:00 to 06-01 10:00"),
        ("06-01 10:01", "breached 06-01 10:00 to 06-01 10:01"),
    ],
)
def test_release_or_death_before_and_after_the_deadline(
    ending: str, when: str, answer: str
) -> None:
    assert ask(PLAN, VEP, KNOWN, event(ending, when), as_of="08-01 09:00") == [answer]


@pytest.mark.parametrize(
    ("release", "known", "deadline"),
    [
        ("12-01 10:00", "05-18 10:00", "06-01 10:00"),
        ("12-01 10:00", "05-18 10:01", "06-01 10:01"),
        ("08-15 10:00", "08-01 10:00", "08-15 10:00"),
        ("08-12 10:00", "08-01 10:00", "08-12 10:00"),
        ("08-12 10:00", "06-01 10:00", "06-15 10:00"),
    ],
)
def test_short_notice_gives_time_but_not_beyond_the_release(
    release: str, known: str, deadline: str
) -> None:
    answers = ask(PLAN, VEP, planned(release, known), as_of=known)
    assert answers == [f"due {known} to {deadline}"]


def test_the_version_entered_last_counts_whatever_the_order_of_entry() -> None:
    earlier, later = KNOWN, planned("2027-06-01 10:00", "06-10 09:00")
    for pair in ([earlier, later], [later, earlier]):
        assert ask(PLAN, VEP, *pair, as_of="06-15 09:00") == ["due 06-10 09:00 to 12-01 10:00"]


def test_two_versions_of_one_moment_the_later_date_counts() -> None:
    one, two = planned("12-01 10:00", "01-10 09:00"), planned("12-02 10:00", "01-10 09:00")
    assert ask(PLAN, VEP, two, one, as_of="02-01 09:00") == ["due 01-10 09:00 to 06-02 10:00"]


@pytest.mark.parametrize(
    ("checked", "answer"),
    [
        ("06-01 09:59", "due 01-10 09:00 to 11-01 10:00"),
        ("06-01 10:00", "met 01-10 09:00 to 06-01 10:00"),
        ("06-01 10:01", "met 01-10 09:00 to 06-01 10:01"),
    ],
)
def test_a_check_that_is_too_old_for_the_date_does_not_count(checked: str, answer: str) -> None:
    assert ask(FRESH, KNOWN, event("check", checked), as_of="08-01 09:00") == [answer]


def test_the_first_check_that_is_not_too_old_counts_and_none_after_the_end() -> None:
    old, one, two = (event("check", when) for when in ("05-01 10:00", "07-01 10:00", "07-02 10:00"))
    assert ask(FRESH, KNOWN, two, one, old, as_of="08-01 09:00") == [
        "met 01-10 09:00 to 07-01 10:00"
    ]
    gone = event("release", "06-30 10:00")
    assert ask(FRESH, KNOWN, gone, one, as_of="08-01 09:00") == [
        "lapsed 01-10 09:00 to 06-30 10:00"
    ]
    same = event("release", "07-01 10:00")
    assert ask(FRESH, KNOWN, same, one, as_of="08-01 09:00") == ["met 01-10 09:00 to 07-01 10:00"]


def test_a_guard_counts_from_when_it_was_made() -> None:
    late = event("plan", "05-01 09:00", made_at="06-02 09:00")
    assert ask(PLAN, VEP, KNOWN, late, as_of="08-01 09:00") == [
        "breached 06-01 10:00 to 06-02 09:00"
    ]
    ahead = event("plan", "05-01 09:00", made_at="04-01 09:00")
    assert ask(PLAN, VEP, KNOWN, ahead, as_of="08-01 09:00") == ["met 01-10 09:00 to 05-01 09:00"]


def test_each_release_has_its_own_plan() -> None:
    records = [
        event("admission", "01-01 09:00"),
        planned("03-01 10:00", "01-02 09:00"),
        event("release", "03-01 10:00"),
        event("admission", "04-01 09:00"),
        planned("12-01 10:00", "04-02 09:00"),
    ]
    assert ask(PLAIN, *records, as_of="05-01 09:00") == [
        "breached 01-02 09:00 to 03-01 10:00",
        "due 04-02 09:00 to 06-01 10:00",
    ]


def test_a_plan_known_out_of_custody_is_no_duty_and_one_known_at_release_neither() -> None:
    inside = [event("admission", "01-01 09:00"), event("release", "03-01 10:00")]
    for known in ("2025-12-31 09:00", "03-01 10:00", "03-02 10:00"):
        assert ask(PLAIN, *inside, planned("12-01 10:00", known), as_of="05-01 09:00") == []
    at_admission = planned("12-01 10:00", "01-01 09:00")
    assert ask(PLAIN, *inside, at_admission, as_of="05-01 09:00") == [
        "lapsed 01-01 09:00 to 03-01 10:00"
    ]


def test_a_plan_known_at_the_minute_of_a_release_without_admission_record() -> None:
    gone = event("release", "03-01 10:00")
    before = planned("12-01 10:00", "03-01 09:59")
    assert ask(PLAIN, gone, before, as_of="05-01 09:00") == ["lapsed 03-01 09:59 to 03-01 10:00"]


def test_custody_may_end_without_a_release_record() -> None:
    held = spell("in_custody", "01-01 09:00", "02-01 09:00")
    assert ask(PLAIN, held, KNOWN, as_of="05-01 09:00") == ["lapsed 01-10 09:00 to 02-01 09:00"]


def test_a_plan_without_a_date_or_without_an_entry_says_nothing_and_hides_nothing() -> None:
    blank = record("planned_release", recorded_at="01-11 09:00")
    unknown = record("planned_release", planned_at="12-01 10:00")
    assert ask(PLAIN, blank, unknown, as_of="05-01 09:00") == []
    assert ask(PLAIN, blank, unknown, KNOWN, as_of="05-01 09:00") == [
        "due 01-10 09:00 to 06-01 10:00"
    ]


@pytest.mark.parametrize(
    ("since", "until", "answers"),
    [
        ("02-01 09:00", None, ["lapsed 01-10 09:00 to 03-01 12:00"]),
        ("02-01 09:00", "03-01 12:00", ["lapsed 01-10 09:00 to 03-01 12:00"]),
        ("02-01 09:00", "03-01 11:59", []),
        ("03-01 11:59", None, ["lapsed 01-10 09:00 to 03-01 12:00"]),
        ("03-01 12:00", None, []),
    ],
)
def test_the_group_right_up_to_the_release(
    since: str, until: str | None, answers: list[str]
) -> None:
    member = spell("vep", since, until)
    gone = event("release", "03-01 12:00")
    assert ask(PLAN, member, KNOWN, gone, as_of="06-15 09:00") == answers


def test_the_group_today_while_the_release_is_to_come() -> None:
    left = spell("vep", "2025-06-01 09:00", "03-01 09:00")
    assert ask(PLAN, left, KNOWN, as_of="02-28 09:00") == ["due 01-10 09:00 to 06-01 10:00"]
    assert ask(PLAN, left, KNOWN, as_of="03-01 09:00") == []
    assert ask(PLAN, KNOWN, as_of="03-01 09:00") == []
    no_group = event("release", "03-01 12:00")
    assert ask(PLAIN, KNOWN, no_group, as_of="06-15 09:00") == ["lapsed 01-10 09:00 to 03-01 12:00"]


def test_months_are_counted_in_the_zone_of_the_plan() -> None:
    rule = check("only_with", planned="release", guard="plan", min_lead="P1D", max_age="P2D")
    roman = record(
        "planned_release", planned_at="03-29 21:00", recorded_at="03-01 09:00", zone=ROME
    )
    # 20:00 in Rome after the change is 21:00 in Kampala; a day before it is 22:00 there.
    assert ask(rule, roman, as_of="03-10 09:00") == ["due 03-01 09:00 to 03-28 22:00"]
    assert ask(rule, roman, event("plan", "03-27 22:00"), as_of="03-28 09:00") == [
        "met 03-01 09:00 to 03-27 22:00"
    ]
    assert ask(rule, roman, event("plan", "03-27 21:59"), as_of="03-28 09:00") == [
        "due 03-01 09:00 to 03-28 22:00"
    ]


def test_keys_of_plan_and_guard_must_agree_and_are_shown_where_the_rule_has_one() -> None:
    keyed = check("only_with", planned="release", guard="plan", min_lead="P6M", key="id")
    per = check("only_with", planned="release", guard="plan", min_lead="P6M", per="sentence")
    plan = planned("12-01 10:00", "01-10 09:00", key="s1")
    other, own = event("plan", "02-01 09:00", key="s2"), event("plan", "02-02 09:00", key="s1")
    assert ask(keyed, plan, other, as_of="05-01 09:00") == ["due 01-10 09:00 to 06-01 10:00 key s1"]
    assert ask(per, plan, own, as_of="05-01 09:00") == ["met 01-10 09:00 to 02-02 09:00 key s1"]
    assert ask(PLAIN, plan, as_of="05-01 09:00") == ["due 01-10 09:00 to 06-01 10:00"]


def test_a_presumed_child_is_flagged_and_the_records_are_named() -> None:
    rule = check("only_with", planned="release", guard="plan", min_lead="P6M", group="children")
    plan = planned("12-01 10:00", "01-10 09:00", id="planned")
    assert ask(rule, plan, as_of="05-01 09:00") == [
        "due 01-10 09:00 to 06-01 10:00 [presumed_child]"
    ]
    made = event("plan", "02-01 09:00", id="made")
    assert because(PLAIN, plan, as_of="05-01 09:00") == [("due", "01-10 09:00", "planned")]
    assert because(PLAIN, plan, made, as_of="05-01 09:00") == [
        ("met", "01-10 09:00", "planned, made")
    ]


def test_a_plan_made_outside_custody_does_not_hide_a_later_one() -> None:
    records = [
        event("admission", "01-05 09:00"),
        planned("08-01 10:00", "01-01 09:00"),
        KNOWN,
    ]
    assert ask(PLAIN, *records, as_of="02-01 09:00") == ["due 01-10 09:00 to 06-01 10:00"]


def test_a_release_in_the_very_minute_the_plan_became_known_ends_the_duty() -> None:
    custody = spell("in_custody", "01-01 09:00", "12-31 09:00")
    gone = event("release", "01-10 09:00")
    assert ask(PLAIN, custody, KNOWN, gone, as_of="08-01 09:00") == [
        "lapsed 01-10 09:00 to 01-10 09:00"
    ]


def test_a_death_ends_the_duty_also_where_custody_is_written_longer() -> None:
    custody = spell("in_custody", "01-01 09:00", "12-31 09:00")
    gone = event("death", "05-01 09:00")
    assert ask(PLAIN, custody, KNOWN, gone, as_of="08-01 09:00") == [
        "lapsed 01-10 09:00 to 05-01 09:00"
    ]


def test_of_two_versions_entered_in_one_minute_one_is_judged() -> None:
    twice = [planned("12-01 10:00", "01-10 09:00", id=name) for name in ("one", "two")]
    assert because(PLAIN, *twice, as_of="02-01 09:00") == [("due", "01-10 09:00", "two")]
    sooner = planned("11-01 10:00", "01-10 09:00", id="zero")
    assert because(PLAIN, *twice, sooner, as_of="02-01 09:00") == [("due", "01-10 09:00", "two")]
