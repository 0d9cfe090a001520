"""After A, did B follow within T?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, at, because, check, event, findings, spell

EXAM = check(
    "respond_within", trigger="admission", response="exam", limit="PT24H", accept_early="PT2H"
)
REPLY = check(
    "respond_within", trigger="complaint", response="reply", limit="P14D", key="complaint_id"
)
VISIT = check(
    "respond_within", trigger="request", response="visit", limit="P1D", key="id", to_end_of_day=True
)
PLAN = check("respond_within", trigger="started", response="plan", limit="P3D", while_="separated")
FAMILY = check(
    "respond_within",
    trigger="illness",
    response="told",
    limit="PT12H",
    key="id",
    unless="declined",
    while_="always",
)
ADMITTED = event("admission", "06-01 10:00")


@pytest.mark.parametrize(
    ("examined", "answer"),
    [
        ("06-02 09:59", "met 06-01 10:00 to 06-02 09:59"),
        ("06-02 10:00", "met 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:01", "breached 06-02 10:00 to 06-02 10:01"),
        ("06-01 08:00", "met 06-01 10:00 to 06-01 10:00"),
        ("06-01 07:59", "breached 06-02 10:00 to now on"),
    ],
)
def test_the_minute_of_the_examination_decides(examined: str, answer: str) -> None:
    assert ask(EXAM, ADMITTED, event("exam", examined), as_of="06-10 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("06-02 09:59", "due 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:00", "due 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:01", "breached 06-02 10:00 to now on"),
    ],
)
def test_without_an_answer_it_is_due_and_then_overdue(now: str, answer: str) -> None:
    assert ask(EXAM, ADMITTED, as_of=now) == [answer]


@pytest.mark.parametrize(
    ("released", "answer"),
    [
        ("06-02 09:59", "lapsed 06-01 10:00 to 06-02 09:59"),
        ("06-02 10:00", "lapsed 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:01", "breached 06-02 10:00 to 06-02 10:01"),
    ],
)
def test_release_ends_the_duty(released: str, answer: str) -> None:
    assert ask(EXAM, ADMITTED, event("release", released), as_of="06-10 09:00") == [answer]


def test_an_answer_at_the_minute_of_release_counts_and_one_after_it_does_not() -> None:
    gone = event("release", "06-02 09:00")
    same = ask(EXAM, ADMITTED, gone, event("exam", "06-02 09:00"), as_of="06-10 09:00")
    later = ask(EXAM, ADMITTED, gone, event("exam", "06-02 09:01"), as_of="06-10 09:00")
    assert same == ["met 06-01 10:00 to 06-02 09:00"]
    assert later == ["lapsed 06-01 10:00 to 06-02 09:00"]


def test_one_examination_answers_two_admissions_and_the_first_counts() -> None:
    again = event("admission", "06-01 11:00")
    exams = [event("exam", "06-01 12:00"), event("exam", "06-01 13:00")]
    assert ask(EXAM, ADMITTED, again, *exams, as_of="06-10 09:00") == [
        "met 06-01 10:00 to 06-01 12:00",
        "met 06-01 11:00 to 06-01 12:00",
    ]


def test_a_reply_answers_one_complaint_of_its_own_number() -> None:
    complaints = [event("complaint", f"07-0{day} 09:00", key="k1") for day in (1, 2, 3)]
    replies = [event("reply", "07-02 08:00", key="k1"), event("reply", "07-04 08:00", key="k1")]
    other = event("reply", "07-04 09:00", key="k2")
    assert ask(REPLY, *complaints, *replies, other, as_of="07-17 09:01") == [
        "met 07-01 09:00 to 07-02 08:00 key k1",
        "met 07-02 09:00 to 07-04 08:00 key k1",
        "breached 07-17 09:00 to now on key k1",
    ]


def test_a_new_custody_starts_counting_replies_anew() -> None:
    records = [
        event("admission", "07-01 08:00"),
        event("complaint", "07-01 09:00", key="k1"),
        event("reply", "07-01 10:00", key="k1"),
        event("release", "07-02 08:00"),
        event("admission", "07-03 08:00"),
        event("complaint", "07-03 09:00", key="k1"),
        event("reply", "07-03 10:00", key="k1"),
    ]
    assert ask(REPLY, *records, as_of="07-20 09:00") == [
        "met 07-01 09:00 to 07-01 10:00 key k1",
        "met 07-03 09:00 to 07-03 10:00 key k1",
    ]


def test_a_complaint_without_a_number_wants_a_reply_without_one() -> None:
    nameless = event("complaint", "07-01 09:00")
    assert ask(REPLY, nameless, event("reply", "07-02 09:00", key="k1"), as_of="07-20 09:00") == [
        "breached 07-15 09:00 to now on"
    ]
    assert ask(REPLY, nameless, event("reply", "07-02 09:00"), as_of="07-20 09:00") == [
        "met 07-01 09:00 to 07-02 09:00"
    ]


@pytest.mark.parametrize(
    ("seen", "answer"),
    [
        ("06-02 23:59", "met 06-01 23:50 to 06-02 23:59 key q"),
        ("06-03 00:00", "breached 06-03 00:00 to 06-03 00:00 key q"),
        ("06-03 00:01", "breached 06-03 00:00 to 06-03 00:01 key q"),
    ],
)
def test_a_day_ends_at_midnight_and_midnight_is_late(seen: str, answer: str) -> None:
    asked = event("request", "06-01 23:50", key="q")
    assert ask(VISIT, asked, event("visit", seen, key="q"), as_of="06-09 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("06-02 23:59", "due 06-01 23:50 to 06-03 00:00 key q"),
        ("06-03 00:00", "breached 06-03 00:00 to now on key q"),
    ],
)
def test_nobody_came_by_midnight(now: str, answer: str) -> None:
    assert ask(VISIT, event("request", "06-01 23:50", key="q"), as_of=now) == [answer]


def test_hours_are_elapsed_and_days_are_civil_across_a_clock_change() -> None:
    daily = check("respond_within", trigger="admission", response="exam", limit="P1D")
    came = event("admission", "03-28 20:00", tz=ROME)
    assert ask(EXAM, came, as_of="03-29 12:00", zone=ROME) == ["due 03-28 20:00 to 03-29 21:00"]
    assert ask(daily, came, as_of="03-29 12:00", zone=ROME) == ["due 03-28 20:00 to 03-29 20:00"]


def test_the_zone_of_the_trigger_counts_the_civil_days() -> None:
    daily = check("respond_within", trigger="admission", response="exam", limit="P1D")
    early = check(
        "respond_within", trigger="admission", response="exam", limit="P1D", accept_early="P1D"
    )
    midnight = check(
        "respond_within", trigger="admission", response="exam", limit="P1D", to_end_of_day=True
    )
    roman = event("admission", "03-28 21:00", zone=ROME)  # 19:00 in Rome, 20:00 the next spring day
    assert ask(daily, roman, as_of="03-29 12:00") == ["due 03-28 21:00 to 03-29 20:00"]
    assert ask(midnight, roman, as_of="03-29 12:00") == ["due 03-28 21:00 to 03-30 01:00"]
    later = event("admission", "03-29 20:00", zone=ROME)
    assert ask(early, later, event("exam", "03-28 21:00"), as_of="03-30 09:00") == [
        "met 03-29 20:00 to 03-29 20:00"
    ]
    assert ask(early, later, event("exam", "03-28 20:59"), as_of="03-29 21:00") == [
        "due 03-29 20:00 to 03-30 20:00"
    ]


@pytest.mark.parametrize(
    ("started", "answers"),
    [
        ("06-01 09:59", []),
        ("06-01 10:00", ["lapsed 06-01 10:00 to 06-03 09:00"]),
        ("06-03 08:59", ["lapsed 06-03 08:59 to 06-03 09:00"]),
        ("06-03 09:00", []),
    ],
)
def test_a_duty_lives_only_while_its_state_holds(started: str, answers: list[str]) -> None:
    apart = spell("separated", "06-01 10:00", "06-03 09:00")
    assert ask(PLAN, event("started", started), apart, as_of="06-10 09:00") == answers


def test_a_separation_that_ended_by_inference_says_so_and_a_release_does_not() -> None:
    started = event("started", "06-01 10:00")
    apart = spell("separated", "06-01 10:00")
    back = spell("general_population", "06-03 09:00")
    late = spell("general_population", "06-05 09:00")
    assert ask(PLAN, started, apart, back, as_of="06-10 09:00") == [
        "lapsed 06-01 10:00 to 06-03 09:00 [inferred_end]"
    ]
    assert ask(PLAN, started, apart, late, as_of="06-10 09:00") == [
        "breached 06-04 10:00 to 06-05 09:00 [inferred_end]"
    ]
    assert ask(EXAM, ADMITTED, event("release", "06-01 11:00"), as_of="06-10 09:00") == [
        "lapsed 06-01 10:00 to 06-01 11:00"
    ]


def test_a_duty_that_always_lives_survives_release_and_death() -> None:
    told = event("told", "06-01 15:00", key="v")
    ill = event("illness", "06-01 04:00", key="v")
    dead = event("death", "06-01 05:00")
    assert ask(FAMILY, ADMITTED, ill, dead, told, as_of="06-10 09:00") == [
        "met 06-01 04:00 to 06-01 15:00 key v"
    ]


@pytest.mark.parametrize(
    ("declined", "key", "answers"),
    [
        ("06-01 14:00", "v", []),
        ("06-01 14:01", "v", ["breached 06-01 14:00 to now on key v"]),
        ("06-01 03:00", "w", ["breached 06-01 14:00 to now on key v"]),
        ("06-01 03:00", None, ["breached 06-01 14:00 to now on key v"]),
    ],
)
def test_an_exception_must_be_of_the_case_and_by_the_deadline(
    declined: str, key: str | None, answers: list[str]
) -> None:
    ill = event("illness", "06-01 02:00", key="v")
    assert ask(FAMILY, ill, event("declined", declined, key=key), as_of="06-05 09:00") == answers


def test_without_a_key_any_exception_of_the_person_counts() -> None:
    rule = check(
        "respond_within", trigger="illness", response="told", limit="PT12H", unless="declined"
    )
    ill = event("illness", "06-01 02:00", key="v")
    assert ask(rule, ill, event("declined", "06-01 03:00", key="w"), as_of="06-05 09:00") == []


def test_the_group_at_the_time_of_the_trigger_decides_and_its_doubt_is_shown() -> None:
    rule = check("respond_within", trigger="admission", response="exam", limit="PT24H", group="vep")
    child = check(
        "respond_within", trigger="admission", response="exam", limit="PT24H", group="children"
    )
    later = spell("vep", "06-01 10:01")
    now = spell("vep", "06-01 10:00")
    assert ask(rule, ADMITTED, later, as_of="06-05 09:00") == []
    assert ask(rule, ADMITTED, now, as_of="06-05 09:00") == ["breached 06-02 10:00 to now on"]
    for more, answer in (
        ([], "breached 06-02 10:00 to now on [presumed_child]"),
        ([event("exam", "06-01 11:00")], "met 06-01 10:00 to 06-01 11:00 [presumed_child]"),
        ([event("release", "06-01 11:00")], "lapsed 06-01 10:00 to 06-01 11:00 [presumed_child]"),
    ):
        assert ask(child, ADMITTED, *more, as_of="06-05 09:00") == [answer]
    assert ask(child, ADMITTED, as_of="06-01 12:00") == [
        "due 06-01 10:00 to 06-02 10:00 [presumed_child]"
    ]


def test_a_thing_is_named_in_the_answer_only_where_the_rule_counts_things() -> None:
    per = check("respond_within", trigger="ended", response="report", limit="P1D", per="inspection")
    plain = check("respond_within", trigger="ended", response="report", limit="P1D")
    ended = event("ended", "06-01 10:00", key="i7")
    assert ask(per, ended, as_of="06-01 12:00") == ["due 06-01 10:00 to 06-02 10:00 key i7"]
    assert ask(plain, ended, as_of="06-01 12:00") == ["due 06-01 10:00 to 06-02 10:00"]


def test_the_answer_names_its_records_and_the_beginning_of_the_duty() -> None:
    came = event("admission", "06-01 10:00", id="came")
    seen = event("exam", "06-02 12:00", id="seen")
    gone = event("release", "06-01 12:00", id="gone")
    late = event("release", "06-05 12:00", id="late")
    assert because(EXAM, came, seen, as_of="06-10 09:00") == [
        ("breached", "06-01 10:00", "came, seen")
    ]
    assert because(EXAM, came, gone, as_of="06-10 09:00") == [
        ("lapsed", "06-01 10:00", "came, came, gone")
    ]
    assert because(EXAM, came, late, as_of="06-10 09:00") == [
        ("breached", "06-01 10:00", "came, came, late")
    ]
    assert because(EXAM, came, as_of="06-10 09:00") == [("breached", "06-01 10:00", "came")]
    assert because(EXAM, came, as_of="06-01 11:00") == [("due", "06-01 10:00", "came")]
    (finding,) = findings(EXAM, came, seen, as_of="06-10 09:00")
    assert (finding.rule, finding.who, finding.duty) == ("rule", "A", at("06-01 10:00"))


def test_without_a_key_in_the_rule_the_keys_of_records_do_not_matter() -> None:
    for asked, answered in ((None, "k1"), ("k1", None), ("k1", "k2")):
        records = [
            event("admission", "06-01 10:00", key=asked),
            event("exam", "06-01 11:00", key=answered),
        ]
        assert ask(EXAM, *records, as_of="06-10 09:00") == ["met 06-01 10:00 to 06-01 11:00"]


def test_a_reason_not_to_is_looked_for_up_to_the_deadline_of_the_place() -> None:
    rule = check(
        "respond_within", trigger="illness", response="told", limit="P1D", unless="declined"
    )
    ill = event("illness", "03-28 12:00", tz=ROME, zone=ROME)  # 23 hours later by the clock
    for declined, answers in (
        ("03-29 12:00", []),
        ("03-29 12:01", ["breached 03-29 12:00 to now on"]),
    ):
        records = [ill, event("declined", declined, tz=ROME, zone=ROME)]
        assert ask(rule, *records, as_of="04-10 09:00", zone=ROME) == answers


def test_custody_that_ends_by_release_is_not_called_an_inference() -> None:
    records = [
        spell("in_custody", "06-01 09:00"),
        event("complaint", "06-01 10:00", key="k1"),
        event("release", "06-05 10:00"),
    ]
    assert ask(REPLY, *records, as_of="07-10 09:00") == ["lapsed 06-01 10:00 to 06-05 10:00 key k1"]
