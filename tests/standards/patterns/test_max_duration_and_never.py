"""Does a joined spell last at most T? Did it ever happen?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, born, check, event, record, spell

LONGEST = check("max_duration", state="solitary", limit="P15D", merge_gap="PT24H")
PLAIN = check("max_duration", state="solitary", limit="P15D")
CHILD = check("never", state="solitary", group="children")
BLOW = check("never", event="blow")


@pytest.mark.parametrize(
    ("ended", "answer"),
    [
        ("03-16 09:59", "met 03-01 10:00 to 03-16 09:59"),
        ("03-16 10:00", "met 03-01 10:00 to 03-16 10:00"),
        ("03-16 10:01", "breached 03-16 10:00 to 03-16 10:01"),
    ],
)
def test_fifteen_days_are_allowed_and_a_minute_more_is_not(ended: str, answer: str) -> None:
    assert ask(LONGEST, spell("solitary", "03-01 10:00", ended), as_of="04-01 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("03-16 09:59", "due 03-01 10:00 to 03-16 10:00"),
        ("03-16 10:00", "due 03-01 10:00 to 03-16 10:00"),
        ("03-16 10:01", "breached 03-16 10:00 to now on"),
    ],
)
def test_an_open_spell_is_due_and_then_breached(now: str, answer: str) -> None:
    assert ask(LONGEST, spell("solitary", "03-01 10:00"), as_of=now) == [answer]


def test_the_breach_begins_with_the_part_that_reaches_past_the_limit() -> None:
    parts = [
        spell("solitary", "03-01 10:00", "03-16 10:00"),
        spell("solitary", "03-16 20:00", "03-17 20:00"),
        spell("solitary", "03-18 10:00", "03-18 20:00"),
    ]
    assert ask(LONGEST, *parts, as_of="04-01 09:00") == ["breached 03-16 20:00 to 03-18 20:00"]
    assert ask(PLAIN, *parts, as_of="04-01 09:00") == [
        "met 03-01 10:00 to 03-16 10:00",
        "met 03-16 20:00 to 03-17 20:00",
        "met 03-18 10:00 to 03-18 20:00",
    ]


def test_a_part_that_begins_as_the_question_is_asked_is_not_past_the_limit_yet() -> None:
    parts = [spell("solitary", "03-01 10:00", "03-16 09:00"), spell("solitary", "03-16 10:00")]
    assert ask(LONGEST, *parts, as_of="03-16 10:00") == ["due 03-01 10:00 to 03-16 10:00"]
    assert ask(LONGEST, *parts, as_of="03-16 10:01") == ["breached 03-16 10:00 to now on"]


@pytest.mark.parametrize(
    ("planned", "flag"),
    [("03-16 10:00", ""), ("03-16 10:01", " [planned_past_limit]")],
)
def test_a_plan_past_the_limit_is_a_warning(planned: str, flag: str) -> None:
    kept = spell("solitary", "03-01 10:00", planned)
    assert ask(LONGEST, kept, as_of="03-05 10:00") == [f"due 03-01 10:00 to 03-16 10:00{flag}"]


@pytest.mark.parametrize(
    ("now", "flag"),
    [("03-05 10:00", " [provisional]"), ("03-06 10:00", " [provisional]"), ("03-06 10:01", "")],
)
def test_met_is_provisional_until_the_merge_gap_is_over(now: str, flag: str) -> None:
    kept = spell("solitary", "03-01 10:00", "03-05 10:00")
    assert ask(LONGEST, kept, as_of=now) == [f"met 03-01 10:00 to 03-05 10:00{flag}"]
    assert ask(PLAIN, kept, as_of=now) == ["met 03-01 10:00 to 03-05 10:00"]


def test_a_breach_ends_where_the_end_was_inferred_and_says_so() -> None:
    kept = spell("solitary", "03-01 10:00")
    gone = event("release", "03-20 10:00")
    assert ask(LONGEST, kept, gone, as_of="04-01 10:00") == [
        "breached 03-16 10:00 to 03-20 10:00 [inferred_end]"
    ]


def test_days_are_civil_in_the_zone_where_the_spell_began() -> None:
    kept = spell("solitary", "03-20 10:00", "04-04 10:30", tz=ROME)
    assert ask(LONGEST, kept, as_of="04-10 09:00", zone=ROME) == [
        "breached 04-04 10:00 to 04-04 10:30"
    ]


def test_a_state_of_which_nobody_can_tell_is_unknown_and_one_that_is_known_beside_it() -> None:
    doubtful = record("solitary", since="03-01 10:00", uncertain=True)
    assert ask(LONGEST, doubtful, as_of="03-20 10:00") == ["unknown 03-01 10:00 to now on"]
    known = spell("solitary", "04-01 10:00", "04-02 10:00")
    assert ask(LONGEST, doubtful, known, event("release", "03-05 10:00"), as_of="05-20 10:00") == [
        "unknown 03-01 10:00 to 03-05 10:00 [inferred_end]",
        "met 04-01 10:00 to 04-02 10:00",
    ]


def test_two_kinds_of_one_state_are_counted_apart_where_the_rule_says_so() -> None:
    per = check("max_duration", state="no_water", limit="PT2H", per="unit")
    parts = [
        spell("no_water", "03-01 10:00", "03-01 11:30", key="U1"),
        spell("no_water", "03-01 11:00", "03-01 12:30", key="U2"),
    ]
    assert ask(per, *parts, as_of="03-02 10:00") == [
        "met 03-01 10:00 to 03-01 11:30 key U1",
        "met 03-01 11:00 to 03-01 12:30 key U2",
    ]


def test_a_long_spell_names_its_records() -> None:
    one = spell("solitary", "03-01 10:00", "03-10 10:00", id="one")
    two = spell("solitary", "03-10 10:00", "03-17 10:00", id="two")
    three = spell("solitary", "05-01 10:00", id="three")
    assert because(LONGEST, one, two, three, as_of="05-02 10:00") == [
        ("breached", "03-01 10:00", "one, two"),
        ("due", "05-01 10:00", "three"),
    ]
    assert because(LONGEST, one, as_of="04-01 10:00") == [("met", "03-01 10:00", "one")]
    doubt = record("solitary", since="03-01 10:00", uncertain=True, id="doubt")
    assert because(LONGEST, doubt, as_of="04-01 10:00") == [("unknown", "03-01 10:00", "doubt")]


@pytest.mark.parametrize(
    ("began", "answers"),
    [
        ("03-09 23:59", ["breached 03-09 23:59 to 03-10 00:00"]),
        ("03-10 00:00", []),
        ("03-10 00:01", []),
    ],
)
def test_a_child_until_midnight_of_the_birthday(began: str, answers: list[str]) -> None:
    kept = spell("solitary", began, "03-15 09:00")
    assert ask(CHILD, kept, as_of="04-01 09:00", persons=[born("A", "2008-03-10")]) == answers


def test_what_must_never_be_is_told_for_each_time_and_not_when_clean() -> None:
    assert ask(BLOW, event("push", "03-01 09:00"), as_of="04-01 09:00") == []
    blows = [event("blow", "03-01 09:00", key="x"), event("blow", "03-02 09:00", key="x")]
    assert ask(BLOW, *blows, as_of="04-01 09:00") == [
        "breached 03-01 09:00 to 03-01 09:00",
        "breached 03-02 09:00 to 03-02 09:00",
    ]
    per = check("never", event="blow", per="incident")
    assert ask(per, *blows, as_of="03-01 10:00") == ["breached 03-01 09:00 to 03-01 09:00 key x"]


def test_an_event_outside_the_group_is_not_meant() -> None:
    rule = check("never", event="blow", group="children")
    blow = event("blow", "03-10 00:00")
    assert ask(rule, blow, as_of="04-01 09:00", persons=[born("A", "2008-03-10")]) == []
    assert ask(rule, blow, as_of="04-01 09:00", persons=[born("A", "2008-03-11")]) == [
        "breached 03-10 00:00 to 03-10 00:00"
    ]
    assert ask(rule, blow, as_of="04-01 09:00") == [
        "breached 03-10 00:00 to 03-10 00:00 [presumed_child]"
    ]


def test_a_forbidden_state_is_told_for_each_stretch() -> None:
    dark = check("never", state="dark")
    parts = [
        spell("dark", "03-01 09:00", "03-02 09:00"),
        spell("dark", "03-02 09:00", "03-03 09:00"),
        spell("dark", "03-03 09:01"),
    ]
    assert ask(dark, *parts, as_of="03-05 09:00") == [
        "breached 03-01 09:00 to 03-03 09:00",
        "breached 03-03 09:01 to now on",
    ]
    per = check("never", state="dark", per="cell")
    apart = [
        spell("dark", "03-01 09:00", "03-02 09:00", key="c1"),
        spell("dark", "03-01 10:00", "03-02 09:00", key="c2"),
    ]
    assert ask(per, *apart, as_of="03-05 09:00") == [
        "breached 03-01 09:00 to 03-02 09:00 key c1",
        "breached 03-01 10:00 to 03-02 09:00 key c2",
    ]


def test_a_forbidden_state_that_may_have_held_is_unknown_for_the_group_only() -> None:
    doubtful = record("solitary", since="03-09 09:00", until="03-11 09:00", uncertain=True)
    assert ask(CHILD, doubtful, as_of="04-01 09:00", persons=[born("A", "2008-03-10")]) == [
        "unknown 03-09 09:00 to 03-10 00:00"
    ]
    touching = record("solitary", since="03-09 08:00", until="03-09 08:59", uncertain=True)
    assert len(ask(CHILD, doubtful, touching, as_of="04-01 09:00")) == 2


def test_what_must_never_be_names_its_records() -> None:
    blow = event("blow", "03-01 09:00", id="blow")
    young = check("never", event="blow", group="pupil")
    pupil = spell("pupil", "02-01 09:00", id="pupil")
    assert because(young, blow, pupil, as_of="04-01 09:00") == [
        ("breached", "03-01 09:00", "blow, pupil")
    ]
    gone = event("release", "03-05 09:00")
    dark = check("never", state="dark")
    held = spell("dark", "03-01 09:00", id="dark", flags=frozenset({"no_contact_log"}))
    assert because(dark, held, gone, as_of="04-01 09:00") == [("breached", "03-01 09:00", "dark")]
    assert ask(dark, held, gone, as_of="04-01 09:00") == [
        "breached 03-01 09:00 to 03-05 09:00 [inferred_end, no_contact_log]"
    ]


def test_each_thing_has_its_own_longest() -> None:
    per = check("max_duration", state="closed", limit="P2D", per="unit")
    records = [
        spell("closed", "03-01 08:00", "03-04 08:00", key="U1"),
        spell("closed", "03-03 08:00", key="U2"),
    ]
    assert ask(per, *records, as_of="03-04 09:00") == [
        "breached 03-03 08:00 to 03-04 08:00 key U1",
        "due 03-03 08:00 to 03-05 08:00 key U2",
    ]
