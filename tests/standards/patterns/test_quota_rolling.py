"""How much in the T before each instant?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, born, check, event, record, spell

SEARCH = check(
    "quota", state="in_custody", amount_of="search", unit="count", period={"rolling": "P30D"}, max=2
)
ALONE = check(
    "quota", state="in_custody", amount_of="alone", unit="days", period={"rolling": "P10D"}, max=3
)
HOURS = check(
    "quota", state="kept", amount_of="alone", unit="hours", period={"rolling": "PT10H"}, max=3
)
FIRST, SECOND = event("search", "03-01 09:00"), event("search", "03-03 09:00")


@pytest.mark.parametrize(
    ("third", "answers"),
    [
        ("03-31 08:59", ["breached 03-31 08:59 to 03-31 09:00"]),
        ("03-31 09:00", []),
        ("03-31 09:01", []),
        ("03-05 09:00", ["breached 03-05 09:00 to 03-31 09:00"]),
    ],
)
def test_the_window_leaves_out_its_old_end(third: str, answers: list[str]) -> None:
    assert ask(SEARCH, FIRST, SECOND, event("search", third), as_of="06-01 09:00") == answers


def test_the_maximum_is_broken_when_exceeded_and_goes_on_to_now() -> None:
    assert ask(SEARCH, FIRST, SECOND, as_of="03-10 09:00") == []
    third = event("search", "03-05 09:00")
    assert ask(SEARCH, FIRST, SECOND, third, as_of="03-10 09:00") == [
        "breached 03-05 09:00 to now on"
    ]
    assert ask(SEARCH, FIRST, SECOND, third, as_of="03-05 09:00") == [
        "breached 03-05 09:00 to now on"
    ]
    assert ask(SEARCH, FIRST, SECOND, third, as_of="03-31 08:59") == [
        "breached 03-05 09:00 to now on"
    ]
    assert ask(SEARCH, FIRST, SECOND, third, as_of="03-31 09:00") == [
        "breached 03-05 09:00 to 03-31 09:00"
    ]


def test_two_searches_of_one_minute_are_two_and_leave_together() -> None:
    twice = [event("search", "03-01 09:00"), event("search", "03-01 09:00")]
    assert ask(SEARCH, *twice, SECOND, as_of="06-01 09:00") == [
        "breached 03-03 09:00 to 03-31 09:00"
    ]
    leave = [event("search", "03-31 09:00"), event("search", "03-31 09:00")]
    assert ask(SEARCH, *twice, *leave, as_of="06-01 09:00") == []


def test_events_have_their_amount() -> None:
    big = event("search", "03-01 09:00", amount=3)
    assert ask(SEARCH, big, as_of="06-01 09:00") == ["breached 03-01 09:00 to 03-31 09:00"]
    assert ask(SEARCH, event("search", "03-01 09:00", amount=2), as_of="06-01 09:00") == []
    small = event("search", "03-02 09:00", amount=0.5)
    assert ask(SEARCH, event("search", "03-01 09:00", amount=2), small, as_of="06-01 09:00") == [
        "breached 03-02 09:00 to 03-31 09:00"
    ]


@pytest.mark.parametrize(
    ("until", "answers"),
    [
        ("03-04 00:00", []),
        ("03-04 00:01", ["breached 03-04 00:00 to 03-11 00:01"]),
        ("03-08 00:00", ["breached 03-04 00:00 to 03-15 00:00"]),
        ("03-21 00:00", ["breached 03-04 00:00 to 03-28 00:00"]),
    ],
)
def test_time_grows_while_it_lasts_and_leaves_as_it_came(until: str, answers: list[str]) -> None:
    assert ask(ALONE, spell("alone", "03-01 00:00", until), as_of="06-01 00:00") == answers


def test_two_stays_add_up() -> None:
    stays = [
        spell("alone", "03-01 00:00", "03-03 00:00"),
        spell("alone", "03-05 00:00", "03-07 00:00"),
    ]
    assert ask(ALONE, *stays, as_of="06-01 00:00") == ["breached 03-06 00:00 to 03-12 00:00"]


def test_overlapping_stays_are_one() -> None:
    stays = [
        spell("alone", "03-01 00:00", "03-03 00:00"),
        spell("alone", "03-02 00:00", "03-04 00:00"),
    ]
    assert ask(ALONE, *stays, as_of="06-01 00:00") == []


@pytest.mark.parametrize(
    ("now", "answers"),
    [
        ("03-03 23:59", []),
        ("03-04 00:00", []),
        ("03-04 00:01", ["breached 03-04 00:00 to now on"]),
        ("03-11 00:00", ["breached 03-04 00:00 to now on"]),
        ("03-20 00:00", ["breached 03-04 00:00 to now on"]),
    ],
)
def test_an_open_stay_is_broken_as_soon_as_it_is_too_much(now: str, answers: list[str]) -> None:
    assert ask(ALONE, spell("alone", "03-01 00:00"), as_of=now) == answers


@pytest.mark.parametrize(
    ("now", "answers"),
    [
        ("03-11 23:59", ["breached 03-04 00:00 to now on"]),
        ("03-12 00:00", ["breached 03-04 00:00 to 03-12 00:00"]),
        ("03-12 00:01", ["breached 03-04 00:00 to 03-12 00:00"]),
    ],
)
def test_a_stay_that_is_leaving_the_window(now: str, answers: list[str]) -> None:
    stay = spell("alone", "03-01 00:00", "03-05 00:00")
    assert ask(ALONE, stay, as_of=now) == answers


def test_the_window_is_elapsed_time_also_over_a_clock_change() -> None:
    searches = [event("search", f"03-{day} 09:00", tz=ROME) for day in ("10", "11", "12")]
    assert ask(SEARCH, *searches, as_of="06-01 09:00", zone=ROME) == [
        "breached 03-12 09:00 to 04-09 10:00"
    ]


def test_it_is_judged_only_while_the_state_holds() -> None:
    third = event("search", "03-05 09:00")
    came, gone = event("admission", "03-04 09:00"), event("release", "03-10 09:00")
    again = event("admission", "03-20 09:00")
    assert ask(SEARCH, FIRST, SECOND, third, came, gone, again, as_of="06-01 09:00") == [
        "breached 03-05 09:00 to 03-10 09:00",
        "breached 03-20 09:00 to 03-31 09:00",
    ]
    none = check(
        "quota", state="kept", amount_of="search", unit="count", period={"rolling": "P30D"}, max=2
    )
    assert ask(none, FIRST, SECOND, third, as_of="06-01 09:00") == []


def test_the_end_of_the_state_is_inferred_where_it_was() -> None:
    kept = spell("kept", "03-01 00:00", flags=frozenset({"no_contact_log"}))
    gone = event("release", "03-01 08:00")
    alone = spell("alone", "03-01 00:00", "03-01 05:00")
    assert ask(HOURS, kept, gone, alone, as_of="03-02 00:00") == [
        "breached 03-01 03:00 to 03-01 08:00 [inferred_end, no_contact_log]"
    ]
    early = event("release", "03-01 20:00")
    assert ask(HOURS, kept, early, alone, as_of="03-02 00:00") == [
        "breached 03-01 03:00 to 03-01 12:00 [no_contact_log]"
    ]


def test_the_group_cuts_the_state() -> None:
    rule = check(
        "quota", state="in_custody", amount_of="search", unit="count", period={"rolling": "P30D"},
        max=2, group="children",
    )  # fmt: skip
    third = event("search", "03-05 09:00")
    assert ask(
        rule, FIRST, SECOND, third, as_of="06-01 09:00", persons=[born("A", "2008-03-10")]
    ) == ["breached 03-05 09:00 to 03-10 00:00"]
    assert (
        ask(rule, FIRST, SECOND, third, as_of="06-01 09:00", persons=[born("A", "1990-03-10")])
        == []
    )


def test_each_thing_is_counted_apart() -> None:
    per = check(
        "quota", state="in_use", amount_of="alarm", unit="count", period={"rolling": "P30D"}, max=1,
        per="unit",
    )  # fmt: skip
    used = [spell("in_use", "03-01 00:00", key=unit) for unit in ("U1", "U2", "U3")]
    alarms = [
        event("alarm", "03-02 09:00", key="U1"),
        event("alarm", "03-03 09:00", key="U2"),
        event("alarm", "03-04 09:00", key="U2"),
    ]
    assert ask(per, *used, *alarms, as_of="03-10 09:00") == [
        "breached 03-04 09:00 to now on key U2"
    ]


def test_what_may_or_may_not_have_been_is_not_counted() -> None:
    doubtful = record("alone", since="03-01 00:00", until="03-09 00:00", uncertain=True)
    assert ask(ALONE, doubtful, as_of="06-01 00:00") == []


def test_the_stretch_is_its_own_duty() -> None:
    alone = spell("alone", "03-01 00:00", "03-05 00:00")
    assert because(ALONE, alone, as_of="06-01 00:00") == [("breached", "03-04 00:00", alone.id)]


def test_the_answer_names_what_filled_the_window() -> None:
    stays = [
        spell("alone", "02-01 00:00", "02-01 12:00", id="long ago"),
        spell("alone", "03-01 00:00", "03-02 00:00", id="first"),
        spell("alone", "03-04 00:00", "03-08 00:00", id="second"),
        spell("alone", "05-01 00:00", "05-01 12:00", id="later"),
    ]
    (found,) = because(ALONE, *stays, as_of="06-01 00:00")
    assert found[2] in ("first, second", "second, first")


def test_one_stay_enters_the_window_as_another_leaves_it() -> None:
    """Two days a week apart in a window of a week: never three at once."""
    week = check(
        "quota",
        state="kept",
        amount_of="alone",
        unit="days",
        period={"rolling": "P7D"},
        max=2,
    )
    kept = spell("kept", "03-01 00:00", "05-01 00:00")
    stays = [
        spell("alone", "03-02 00:00", "03-04 00:00"),
        spell("alone", "03-09 00:00", "03-11 00:00"),
        spell("alone", "03-16 00:00", "03-18 00:00"),
    ]
    assert ask(week, kept, *stays, as_of="06-01 00:00") == []
    extra = spell("alone", "03-12 00:00", "03-13 00:00")
    assert ask(week, kept, *stays, extra, as_of="06-01 00:00") == [
        "breached 03-12 00:00 to 03-20 00:00"
    ]


def test_each_thing_has_its_own_window() -> None:
    per = check(
        "quota",
        state="in_use",
        amount_of="closed",
        unit="days",
        period={"rolling": "P7D"},
        max=2,
        per="unit",
    )
    records = [
        spell("in_use", "03-01 00:00", "03-01 00:00", key="U0"),
        spell("in_use", "03-01 00:00", "04-01 00:00", key="U1"),
        spell("in_use", "03-06 00:00", "04-01 00:00", key="U2"),
        spell("closed", "03-02 00:00", "03-05 00:00", key="U1"),
        spell("closed", "03-02 00:00", "03-08 00:00", key="U2"),
    ]
    assert ask(per, *records, as_of="06-01 00:00") == [
        "breached 03-04 00:00 to 03-10 00:00 key U1",
        "breached 03-06 00:00 to 03-13 00:00 key U2",
    ]


def test_a_state_that_holds_at_no_instant_hides_no_other() -> None:
    per = check(
        "quota",
        state="in_use",
        amount_of="closed",
        unit="days",
        period={"rolling": "P7D"},
        max=2,
        per="unit",
        group="women",
    )
    records = [
        spell("in_use", "03-01 00:00", "03-02 00:00", key="U1"),
        spell("in_use", "03-03 00:00", "04-01 00:00", key="U2"),
        spell("closed", "03-02 00:00", "03-08 00:00", key="U2"),
        spell("women", "03-03 00:00"),
    ]
    assert ask(per, *records, as_of="06-01 00:00") == ["breached 03-04 00:00 to 03-13 00:00 key U2"]
