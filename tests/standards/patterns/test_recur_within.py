"""While S holds, does B come at least every T?"""

from __future__ import annotations

import pytest

from .building import ask, because, check, event, record, spell

REVIEW = check("recur_within", state="solitary", response="review", limit="P3D", merge_gap="PT24H")
PLAIN = check("recur_within", state="solitary", response="review", limit="P3D")
FIRST = check("recur_within", state="solitary", response="review", limit="P3D", first_within="P1D")
GRACE = check("recur_within", state="working", response="paid", limit="P1M", grace="P5D")


def test_reviews_in_time_meet_the_rule() -> None:
    kept = spell("solitary", "03-01 08:00", "03-06 08:00")
    reviews = [event("review", "03-03 08:00"), event("review", "03-05 08:00")]
    assert ask(REVIEW, kept, *reviews, as_of="03-12 09:00") == ["met 03-01 08:00 to 03-06 08:00"]


@pytest.mark.parametrize(
    ("reviewed", "answers"),
    [
        ("03-04 07:59", ["met 03-01 08:00 to 03-06 08:00"]),
        ("03-04 08:00", ["met 03-01 08:00 to 03-06 08:00"]),
        ("03-04 08:01", ["breached 03-04 08:00 to 03-04 08:01"]),
    ],
)
def test_a_review_at_its_minute_is_in_time(reviewed: str, answers: list[str]) -> None:
    kept = spell("solitary", "03-01 08:00", "03-06 08:00")
    assert ask(REVIEW, kept, event("review", reviewed), as_of="03-12 09:00") == answers


@pytest.mark.parametrize(
    ("ended", "answer"),
    [
        ("03-04 07:59", "met 03-01 08:00 to 03-04 07:59"),
        ("03-04 08:00", "met 03-01 08:00 to 03-04 08:00"),
        ("03-04 08:01", "breached 03-04 08:00 to 03-04 08:01"),
    ],
)
def test_an_end_before_the_review_was_due(ended: str, answer: str) -> None:
    assert ask(REVIEW, spell("solitary", "03-01 08:00", ended), as_of="03-12 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("03-04 07:59", "due 03-01 08:00 to 03-04 08:00"),
        ("03-04 08:00", "due 03-01 08:00 to 03-04 08:00"),
        ("03-04 08:01", "breached 03-04 08:00 to now on"),
    ],
)
def test_an_open_spell_is_due_and_then_overdue(now: str, answer: str) -> None:
    assert ask(REVIEW, spell("solitary", "03-01 08:00"), as_of=now) == [answer]


def test_each_review_sets_a_new_deadline_and_each_lateness_is_told() -> None:
    kept = spell("solitary", "03-01 08:00")
    reviews = [event("review", f"03-{day} 08:00") for day in ("05", "08", "12")]
    assert ask(REVIEW, kept, *reviews, as_of="03-13 08:00") == [
        "breached 03-04 08:00 to 03-05 08:00",
        "breached 03-11 08:00 to 03-12 08:00",
        "due 03-12 08:00 to 03-15 08:00",
    ]


@pytest.mark.parametrize(
    ("reviewed", "answer"),
    [
        ("03-01 07:59", "breached 03-04 08:00 to 03-04 20:00"),
        ("03-01 08:00", "breached 03-04 08:00 to 03-04 20:00"),
        ("03-01 20:00", "met 03-01 08:00 to 03-04 20:00"),
        ("03-04 20:00", "breached 03-04 08:00 to 03-04 20:00"),
        ("03-04 20:01", "breached 03-04 08:00 to 03-04 20:00"),
    ],
)
def test_only_reviews_inside_the_spell_count(reviewed: str, answer: str) -> None:
    kept = spell("solitary", "03-01 08:00", "03-04 20:00")
    assert ask(REVIEW, kept, event("review", reviewed), as_of="03-12 09:00") == [answer]


def test_a_review_at_the_minute_of_the_end_is_an_answer_of_this_spell() -> None:
    kept = spell("solitary", "03-01 08:00", "03-04 20:00", id="kept")
    seen = event("review", "03-04 20:00", id="seen")
    assert because(REVIEW, kept, seen, as_of="03-12 09:00") == [
        ("breached", "03-01 08:00", "kept, seen")
    ]


def test_the_first_deadline_may_be_its_own() -> None:
    kept = spell("solitary", "03-01 08:00")
    assert ask(FIRST, kept, as_of="03-02 08:00") == ["due 03-01 08:00 to 03-02 08:00"]
    assert ask(FIRST, kept, as_of="03-02 08:01") == ["breached 03-02 08:00 to now on"]
    seen = event("review", "03-02 08:00")
    assert ask(FIRST, kept, seen, as_of="03-05 08:00") == ["due 03-02 08:00 to 03-05 08:00"]


@pytest.mark.parametrize(
    ("paid", "answers"),
    [
        ("03-05 08:00", ["due 03-05 08:00 to 04-10 08:00"]),
        (
            "03-05 08:01",
            ["breached 03-05 08:00 to 03-05 08:01", "due 03-05 08:01 to 04-10 08:01"],
        ),
    ],
)
def test_grace_is_added_to_every_deadline(paid: str, answers: list[str]) -> None:
    works = spell("working", "01-31 08:00")
    assert ask(GRACE, works, event("paid", paid), as_of="03-10 08:00") == answers


def test_a_short_break_goes_on_and_a_long_one_begins_anew() -> None:
    first = spell("solitary", "03-01 08:00", "03-03 20:00")
    short = spell("solitary", "03-04 20:00")
    long = spell("solitary", "03-04 20:01")
    assert ask(REVIEW, first, short, as_of="03-05 08:00") == ["breached 03-04 08:00 to now on"]
    assert ask(REVIEW, first, long, as_of="03-05 08:00") == [
        "met 03-01 08:00 to 03-03 20:00",
        "due 03-04 20:01 to 03-07 20:01",
    ]


@pytest.mark.parametrize(
    ("now", "flag"), [("03-04 07:59", True), ("03-04 08:00", True), ("03-04 08:01", False)]
)
def test_met_is_provisional_while_a_spell_could_join(now: str, flag: bool) -> None:
    kept = spell("solitary", "03-01 08:00", "03-03 08:00")
    answer = "met 03-01 08:00 to 03-03 08:00" + (" [provisional]" if flag else "")
    assert ask(REVIEW, kept, as_of=now) == [answer]
    assert ask(PLAIN, kept, as_of=now) == ["met 03-01 08:00 to 03-03 08:00"]


def test_only_what_ends_at_the_inferred_end_says_inferred() -> None:
    kept = spell("solitary", "03-01 08:00")
    back = spell("general_population", "03-10 08:00")
    late = event("review", "03-05 08:00")
    assert ask(REVIEW, kept, late, back, as_of="03-20 08:00") == [
        "breached 03-04 08:00 to 03-05 08:00",
        "breached 03-08 08:00 to 03-10 08:00 [inferred_end]",
    ]
    soon = spell("general_population", "03-03 08:00")
    assert ask(REVIEW, kept, soon, as_of="03-20 08:00") == [
        "met 03-01 08:00 to 03-03 08:00 [inferred_end]"
    ]


def test_flags_of_the_spell_stand_on_every_answer() -> None:
    unseen = frozenset({"no_contact_log"})
    kept = spell("solitary", "03-01 08:00", flags=unseen)
    seen = event("review", "03-05 08:00")
    assert ask(REVIEW, kept, seen, as_of="03-06 08:00") == [
        "breached 03-04 08:00 to 03-05 08:00 [no_contact_log]",
        "due 03-05 08:00 to 03-08 08:00 [no_contact_log]",
    ]


def test_nobody_can_tell_is_unknown_with_the_same_joining() -> None:
    doubtful = [
        record("solitary", since="03-01 08:00", until="03-02 08:00", uncertain=True),
        record("solitary", since="03-03 08:00", until="03-04 08:00", uncertain=True),
    ]
    assert ask(REVIEW, *doubtful, as_of="03-20 08:00") == ["unknown 03-01 08:00 to 03-04 08:00"]
    assert ask(PLAIN, *doubtful, as_of="03-20 08:00") == [
        "unknown 03-01 08:00 to 03-02 08:00",
        "unknown 03-03 08:00 to 03-04 08:00",
    ]


def test_things_are_counted_each_for_itself() -> None:
    per = check("recur_within", state="in_use", response="round", limit="PT2H", per="unit")
    records = [
        spell("in_use", "03-01 20:00", "03-01 23:00", key="U1"),
        spell("in_use", "03-01 20:00", "03-01 23:00", key="U2"),
        event("round", "03-01 21:30", key="U1"),
        event("round", "03-01 21:31"),
    ]
    assert sorted(ask(per, *records, as_of="03-02 08:00")) == [
        "breached 03-01 22:00 to 03-01 23:00 key U2",
        "met 03-01 20:00 to 03-01 23:00 key U1",
    ]


def test_the_group_cuts_the_state_first() -> None:
    rule = check(
        "recur_within", state="solitary", response="review", limit="P3D", group="mental_condition"
    )
    kept = spell("solitary", "03-01 08:00", "03-10 08:00")
    ill = spell("mental_condition", "03-05 08:00", "03-09 08:00")
    assert ask(rule, kept, ill, as_of="03-20 08:00") == ["breached 03-08 08:00 to 03-09 08:00"]


def test_the_answer_names_its_records() -> None:
    kept = spell("solitary", "03-01 08:00", "03-09 08:00", id="kept")
    one, two = event("review", "03-02 08:00", id="one"), event("review", "03-06 08:00", id="two")
    assert because(REVIEW, kept, one, two, as_of="03-20 08:00") == [
        ("breached", "03-01 08:00", "kept, one, two")
    ]
    assert because(REVIEW, kept, as_of="03-20 08:00") == [("breached", "03-01 08:00", "kept")]
    assert because(REVIEW, kept, one, as_of="03-20 08:00") == [
        ("breached", "03-01 08:00", "kept, one")
    ]
    three = event("review", "03-04 08:00", id="three")
    assert because(REVIEW, kept, one, three, two, as_of="03-20 08:00") == [
        ("met", "03-01 08:00", "kept, one, three, two")
    ]
    going = spell("solitary", "03-01 08:00", id="going")
    assert because(REVIEW, going, one, as_of="03-04 08:00") == [
        ("due", "03-01 08:00", "going, one")
    ]


def test_a_review_in_the_first_minute_is_the_first() -> None:
    kept = spell("solitary", "03-01 08:00", "03-04 08:00")
    assert ask(FIRST, kept, event("review", "03-01 08:00"), as_of="03-12 09:00") == [
        "met 03-01 08:00 to 03-04 08:00"
    ]


def test_each_thing_has_its_own_cycle() -> None:
    per = check("recur_within", state="in_use", response="cleaned", limit="P3D", per="unit")
    records = [
        spell("in_use", "03-01 08:00", "03-04 08:00", key="U1"),
        spell("in_use", "03-02 08:00", key="U2"),
        event("cleaned", "03-03 08:00", key="U2"),
    ]
    assert ask(per, *records, as_of="03-05 08:00") == [
        "met 03-01 08:00 to 03-04 08:00 key U1",
        "due 03-03 08:00 to 03-06 08:00 key U2",
    ]
