"""Is enough, or not too much, of X in each period?"""

from __future__ import annotations

import pytest

from .building import KAMPALA, ROME, ask, check, event, record, spell

AIR = check(
    "quota",
    state="kept",
    amount_of="air",
    unit="minutes",
    period="local_day",
    min=60,
    excuse="storm",
)
VISIT = check(
    "quota", state="apart", amount_of="visit", unit="count", period="local_day", min=1,
    min_overlap="PT12H",
)  # fmt: skip
WORK = check("quota", state="kept", amount_of="work", unit="hours", period="local_day", max=8)
WASH = check("quota", state="kept", amount_of="wash", unit="count", period="local_week", min=1)
MONTH = check("quota", state="kept", amount_of="wash", unit="count", period="local_month", min=1)
HOURS = check(
    "quota", state="kept", amount_of="work", unit="hours", period="local_week", min=25,
    excuse="holiday",
)  # fmt: skip
CONTACT = check(
    "quota", state="kept", amount_of="talk", unit="minutes", period="local_day", min=121,
    on_no_data="unknown",
)  # fmt: skip
DAY = spell("kept", "06-01 00:00", "06-02 00:00")
MET, BREACHED = "met 06-01 00:00 to 06-02 00:00", "breached 06-01 00:00 to 06-02 00:00"


@pytest.mark.parametrize(("until", "answer"), [("09:59", BREACHED), ("10:00", MET), ("10:01", MET)])
def test_sixty_minutes_are_enough(until: str, answer: str) -> None:
    air = spell("air", "06-01 09:00", f"06-01 {until}")
    assert ask(AIR, DAY, air, as_of="06-10 09:00") == [answer]


@pytest.mark.parametrize(("until", "answer"), [("16:00", MET), ("16:01", BREACHED)])
def test_eight_hours_are_not_too_much(until: str, answer: str) -> None:
    work = spell("work", "06-01 08:00", f"06-01 {until}")
    assert ask(WORK, DAY, work, as_of="06-10 09:00") == [answer]


def test_events_add_their_amount_or_one_and_spells_their_time() -> None:
    minutes = event("air", "06-01 09:00", amount=30)
    walk = spell("air", "06-01 12:00", "06-01 12:30")
    single = event("air", "06-01 12:00")
    assert ask(AIR, DAY, minutes, walk, as_of="06-10 09:00") == [MET]
    assert ask(AIR, DAY, minutes, single, as_of="06-10 09:00") == [BREACHED]
    one = check("quota", state="kept", amount_of="air", unit="minutes", period="local_day", min=1)
    two = check("quota", state="kept", amount_of="air", unit="minutes", period="local_day", min=2)
    assert ask(one, DAY, single, as_of="06-10 09:00") == [MET]
    assert ask(two, DAY, single, as_of="06-10 09:00") == [BREACHED]


def test_a_spell_is_one_where_things_are_counted_unless_it_holds_at_no_instant() -> None:
    wash = check("quota", state="kept", amount_of="wash", unit="count", period="local_day", min=1)
    assert ask(wash, DAY, spell("wash", "06-01 09:00", "06-01 09:01"), as_of="06-10 09:00") == [MET]
    assert ask(wash, DAY, spell("wash", "06-01 09:00"), as_of="06-10 09:00") == [MET]
    assert ask(wash, DAY, spell("wash", "06-01 09:00", "06-01 09:00"), as_of="06-10 09:00") == [
        BREACHED
    ]
    assert ask(wash, DAY, record("wash"), as_of="06-10 09:00") == [BREACHED]
    assert ask(AIR, DAY, record("air"), as_of="06-10 09:00") == [BREACHED]
    doubtful = record("wash", at="06-01 09:00", uncertain=True)
    assert ask(wash, DAY, doubtful, as_of="06-10 09:00") == [BREACHED]


def test_a_doubtful_or_empty_amount_does_not_hide_the_next() -> None:
    full = spell("air", "06-01 12:00", "06-01 13:00")
    for other in (
        record("air", since="06-01 08:00", until="06-01 12:00", uncertain=True),
        spell("air", "06-01 08:00", "06-01 07:00"),
        record("air"),
    ):
        assert ask(AIR, DAY, other, full, as_of="06-10 09:00") == [MET]


@pytest.mark.parametrize(
    ("walks", "answer"),
    [
        ((("09:00", "09:40"), ("09:20", "10:00")), MET),
        ((("09:00", "09:40"), ("09:20", "09:59")), BREACHED),
        ((("09:00", "09:25"), ("15:00", "15:35")), MET),
    ],
)
def test_time_is_counted_once(walks: tuple[tuple[str, str], ...], answer: str) -> None:
    logs = [spell("air", f"06-01 {since}", f"06-01 {until}") for since, until in walks]
    assert ask(AIR, DAY, *logs, as_of="06-10 09:00") == [answer]


def test_a_walk_over_midnight_is_split() -> None:
    kept = spell("kept", "06-01 00:00", "06-03 00:00")
    walk = spell("air", "06-01 23:00", "06-02 00:59")
    assert ask(AIR, kept, walk, as_of="06-10 09:00") == ["breached 06-02 00:00 to 06-03 00:00"]


def test_an_event_at_midnight_belongs_to_the_day_that_begins() -> None:
    kept = spell("kept", "06-01 00:00", "06-03 00:00")
    seen = event("air", "06-02 00:00", amount=60)
    assert ask(AIR, kept, seen, as_of="06-10 09:00") == ["breached 06-01 00:00 to 06-02 00:00"]


def test_part_days_do_not_count_unless_enough_of_them_is_covered() -> None:
    part = spell("kept", "06-01 00:01", "06-02 23:59")
    assert ask(AIR, part, as_of="06-10 09:00") == ["met 06-01 00:01 to 06-02 23:59"]
    for since, status in (("12:01", "met"), ("12:00", "breached"), ("11:59", "breached")):
        apart = spell("apart", f"06-01 {since}", "06-02 00:00")
        assert ask(VISIT, apart, as_of="06-10 09:00") == [f"{status} 06-01 {since} to 06-02 00:00"]
    for until, status in (("11:59", "met"), ("12:00", "breached"), ("12:01", "breached")):
        apart = spell("apart", "06-01 00:00", f"06-01 {until}")
        assert ask(VISIT, apart, as_of="06-10 09:00") == [f"{status} 06-01 00:00 to 06-01 {until}"]


def test_amounts_count_in_the_whole_period_also_outside_the_spell() -> None:
    apart = spell("apart", "06-01 12:00", "06-02 00:00")
    assert ask(VISIT, apart, event("visit", "06-01 08:00"), as_of="06-10 09:00") == [
        "met 06-01 12:00 to 06-02 00:00"
    ]


def test_bad_days_that_touch_are_one_finding() -> None:
    kept = spell("kept", "06-01 00:00", "06-06 00:00")
    air = event("air", "06-03 09:00", amount=60)
    assert ask(AIR, kept, air, as_of="06-10 09:00") == [
        "breached 06-01 00:00 to 06-03 00:00",
        "breached 06-04 00:00 to 06-06 00:00",
    ]


def test_an_excused_day_is_no_day_and_lowers_a_week_in_proportion() -> None:
    assert ask(AIR, DAY, event("storm", "06-01 05:00"), as_of="06-10 09:00") == [MET]
    assert ask(AIR, DAY, event("storm", "06-02 00:00"), as_of="06-10 09:00") == [BREACHED]
    week = spell("kept", "06-01 00:00", "06-08 00:00")
    holiday = event("holiday", "06-03 00:00")
    for hours, status in ((21.42, "breached"), (21.43, "met")):
        work = event("work", "06-02 08:00", amount=hours)
        assert ask(HOURS, week, holiday, work, as_of="06-20 09:00") == [
            f"{status} 06-01 00:00 to 06-08 00:00"
        ]
    assert ask(HOURS, week, event("work", "06-02 08:00", amount=25), as_of="06-20 09:00") == [
        "met 06-01 00:00 to 06-08 00:00"
    ]
    whole = spell("holiday", "06-01 00:00", "06-08 00:00")
    assert ask(HOURS, week, whole, as_of="06-20 09:00") == ["met 06-01 00:00 to 06-08 00:00"]
    most = spell("holiday", "06-01 00:00", "06-07 00:00")
    assert ask(HOURS, week, most, as_of="06-20 09:00") == ["breached 06-01 00:00 to 06-08 00:00"]


@pytest.mark.parametrize(
    ("storm", "answers"),
    [
        (spell("storm", "06-01 05:00", "06-02 18:00"), ["due 06-03 00:00 to 06-04 00:00"]),
        (spell("storm", "06-01 05:00", "06-02 00:00"), ["due 06-02 00:00 to 06-03 00:00"]),
        (spell("storm", "06-01 05:00", "06-02 00:01"), ["due 06-03 00:00 to 06-04 00:00"]),
        (spell("storm", "06-01 05:00"), ["due 06-03 00:00 to 06-04 00:00"]),
        (spell("storm", "06-01 05:00", "06-01 05:00"), ["due 06-02 00:00 to 06-03 00:00"]),
        (
            record("storm"),
            ["due 06-02 00:00 to 06-03 00:00", "breached 06-01 00:00 to 06-02 00:00"],
        ),
    ],
)
def test_a_storm_excuses_each_day_that_it_touches(storm: object, answers: list[str]) -> None:
    kept = spell("kept", "06-01 00:00")
    found = ask(AIR, kept, storm, as_of="06-02 20:00")  # type: ignore[arg-type]
    assert sorted(found) == sorted(answers)


@pytest.mark.parametrize(
    ("now", "answers"),
    [
        ("06-01 00:00", ["due 06-01 00:00 to 06-02 00:00"]),
        ("06-01 23:59", ["due 06-01 00:00 to 06-02 00:00"]),
        ("06-02 00:00", [BREACHED, "due 06-02 00:00 to 06-03 00:00"]),
        ("06-03 00:00", ["breached 06-01 00:00 to 06-03 00:00", "due 06-03 00:00 to 06-04 00:00"]),
    ],
)
def test_an_unfinished_day_is_due_and_a_finished_one_is_judged(
    now: str, answers: list[str]
) -> None:
    assert ask(AIR, spell("kept", "06-01 00:00"), as_of=now) == answers


def test_a_day_already_filled_gives_way_to_the_next_and_a_part_day_too() -> None:
    kept = spell("kept", "06-01 00:00")
    air = event("air", "06-01 09:00", amount=60)
    assert ask(AIR, kept, air, as_of="06-01 12:00") == ["due 06-02 00:00 to 06-03 00:00"]
    part = spell("kept", "06-01 09:00")
    assert ask(AIR, part, as_of="06-01 12:00") == ["due 06-02 00:00 to 06-03 00:00"]
    apart = spell("apart", "06-01 12:00")
    late = spell("apart", "06-01 12:01")
    assert ask(VISIT, apart, as_of="06-01 13:00") == ["due 06-01 12:00 to 06-02 00:00"]
    assert ask(VISIT, late, as_of="06-01 13:00") == ["due 06-02 00:00 to 06-03 00:00"]


def test_at_most_two_periods_are_looked_at_for_what_is_due() -> None:
    storm = spell("storm", "06-01 05:00", "06-02 18:00", recorded_at="06-01 05:00")
    kept = spell("kept", "06-01 00:00")
    filled = event("air", "06-03 09:00", amount=60, recorded_at="06-02 19:00")
    assert ask(AIR, kept, storm, filled, as_of="06-02 20:00") == ["due 06-03 00:00 to 06-04 00:00"]


def test_a_maximum_has_nothing_due_and_an_unfinished_day_is_not_judged() -> None:
    kept = spell("kept", "06-01 00:00")
    work = spell("work", "06-01 08:00", "06-01 18:00")
    assert ask(WORK, kept, work, as_of="06-01 23:59") == []
    assert ask(WORK, kept, work, as_of="06-02 00:00") == [BREACHED]


def test_a_period_cut_off_by_the_end_of_the_spell_is_judged() -> None:
    apart = spell("apart", "06-01 00:00", "06-01 13:00")
    assert ask(VISIT, apart, as_of="06-01 14:00") == ["breached 06-01 00:00 to 06-01 13:00"]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    kept = spell("kept", "05-31 00:00", "06-15 00:00")
    assert ask(WASH, kept, event("wash", "05-31 12:00"), as_of="07-10 09:00") == [
        "breached 06-01 00:00 to 06-15 00:00"
    ]
    assert ask(WASH, kept, event("wash", "06-08 00:00"), as_of="07-10 09:00") == [
        "breached 06-01 00:00 to 06-08 00:00"
    ]
    quarter = spell("kept", "01-15 00:00", "04-15 00:00")
    assert ask(MONTH, quarter, event("wash", "03-31 23:59"), as_of="07-10 09:00") == [
        "breached 02-01 00:00 to 03-01 00:00"
    ]
    sunday = spell("kept", "05-25 00:00")
    assert ask(WASH, sunday, as_of="05-31 23:59") == ["due 05-25 00:00 to 06-01 00:00"]
    assert ask(MONTH, spell("kept", "02-01 00:00"), as_of="02-28 23:59") == [
        "due 02-01 00:00 to 03-01 00:00"
    ]


def test_a_day_of_a_clock_change_is_a_day() -> None:
    spring = spell("kept", "03-29 00:00", "03-30 00:00", tz=ROME)
    assert ask(AIR, spring, as_of="04-10 09:00", zone=ROME) == [
        "breached 03-29 00:00 to 03-30 00:00"
    ]
    noon = spell("apart", "03-29 00:00", "03-29 12:00", tz=ROME)
    assert ask(VISIT, noon, as_of="04-10 09:00", zone=ROME) == ["met 03-29 00:00 to 03-29 12:00"]
    civil = check(
        "quota", state="kept", amount_of="visit", unit="count", period="local_day", min=1,
        min_overlap="P1D",
    )  # fmt: skip
    assert ask(civil, spring, as_of="04-10 09:00", zone=ROME) == [
        "breached 03-29 00:00 to 03-30 00:00"
    ]


def test_days_are_those_of_the_zone_where_the_spell_began() -> None:
    roman = spell("kept", "06-01 01:00", "06-02 01:00", zone=ROME)
    assert ask(AIR, roman, as_of="06-10 09:00") == ["breached 06-01 01:00 to 06-02 01:00"]
    storm = event("storm", "06-01 00:30")  # 31 May in Rome
    assert ask(AIR, roman, storm, as_of="06-10 09:00") == ["breached 06-01 01:00 to 06-02 01:00"]
    here = spell("kept", "06-01 01:00", "06-02 01:00", zone=KAMPALA)
    assert ask(AIR, here, as_of="06-10 09:00") == ["met 06-01 01:00 to 06-02 01:00"]


def test_no_log_is_unknown_and_some_log_is_judged() -> None:
    kept = spell("kept", "06-01 00:00", "06-06 00:00")
    little = spell("talk", "06-02 09:00", "06-02 09:01")
    enough = event("talk", "06-04 09:00", amount=121)
    assert ask(CONTACT, kept, little, enough, as_of="06-10 09:00") == [
        "unknown 06-01 00:00 to 06-02 00:00",
        "breached 06-02 00:00 to 06-03 00:00",
        "unknown 06-03 00:00 to 06-04 00:00",
        "unknown 06-05 00:00 to 06-06 00:00",
    ]
    edge = spell("talk", "05-31 23:00", "06-01 00:00")
    late = spell("talk", "06-02 00:00", "06-02 23:00")
    at_end = event("talk", "06-02 00:00", amount=500)
    assert ask(CONTACT, DAY, edge, late, at_end, as_of="06-10 09:00") == [
        "unknown 06-01 00:00 to 06-02 00:00"
    ]
    assert ask(CONTACT, DAY, event("talk", "06-01 00:00", amount=121), as_of="06-10 09:00") == [MET]


def test_an_open_amount_runs_to_now() -> None:
    kept = spell("kept", "06-01 00:00")
    walk = spell("air", "06-01 09:00")
    planned = spell("air", "06-01 09:00", "06-01 18:00", recorded_at="06-01 08:00")
    assert ask(AIR, kept, walk, as_of="06-01 09:59") == ["due 06-01 00:00 to 06-02 00:00"]
    assert ask(AIR, kept, walk, as_of="06-01 10:00") == ["due 06-02 00:00 to 06-03 00:00"]
    assert ask(AIR, kept, planned, as_of="06-01 09:59") == ["due 06-01 00:00 to 06-02 00:00"]
    assert ask(AIR, kept, planned, as_of="06-01 10:00") == ["due 06-02 00:00 to 06-03 00:00"]


def test_an_excuse_up_to_midnight_leaves_the_next_day_in() -> None:
    kept = spell("kept", "06-01 00:00", "06-03 00:00")
    storm = spell("storm", "06-01 05:00", "06-02 00:00")
    assert ask(AIR, kept, storm, as_of="06-10 09:00") == ["breached 06-02 00:00 to 06-03 00:00"]
    minute = spell("storm", "06-01 05:00", "06-02 00:01")
    assert ask(AIR, kept, minute, as_of="06-10 09:00") == ["met 06-01 00:00 to 06-03 00:00"]


def test_an_excuse_takes_out_its_own_days_only() -> None:
    kept = spell("kept", "06-01 00:00", "06-04 00:00")
    storm = spell("storm", "06-02 05:00", "06-02 09:00")
    assert ask(AIR, kept, storm, as_of="06-10 09:00") == [
        "breached 06-01 00:00 to 06-02 00:00",
        "breached 06-03 00:00 to 06-04 00:00",
    ]


def test_a_day_of_overlap_is_counted_by_the_clock_of_the_place() -> None:
    """The week from Monday 23 March has a Sunday of 23 hours in Rome: P1D is still that day."""
    last_day = check(
        "quota",
        state="kept",
        amount_of="wash",
        unit="count",
        period="local_week",
        min=1,
        min_overlap="P1D",
    )
    kept = spell("kept", "03-29 00:00", tz=ROME, zone=ROME)
    assert ask(last_day, kept, as_of="03-29 12:00", zone=ROME) == ["due 03-29 00:00 to 03-30 00:00"]
