"""Does the record carry these facts in time?"""

from __future__ import annotations

import pytest

from standards.records import Filling

from .building import ROME, ask, at, because, check, event, spell

CONTACT = check(
    "requires_fields", record="admission", fields=["contact.name", "contact.reach"], by="PT24H"
)
REASONED = check(
    "requires_fields", record="order", fields=["order.end"], by="PT24H", allow_unknown=True
)
AT_ONCE = check("requires_fields", record="order", fields=["order.end"], by="PT0S")
ONE_OF_TWO = check(
    "requires_fields", record="move", fields=["in.at", "out.at"], by="PT1H", enough=1
)


def admitted(name: str | None, reach: str | None) -> object:
    return event("admission", "06-01 10:00", fields={"contact.name": name, "contact.reach": reach})


@pytest.mark.parametrize(
    ("reach", "answer"),
    [
        ("06-02 09:59", "met 06-01 10:00 to 06-02 09:59"),
        ("06-02 10:00", "met 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:01", "breached 06-02 10:00 to 06-02 10:01"),
        ("06-01 08:00", "met 06-01 10:00 to 06-01 11:00"),
        (None, "breached 06-02 10:00 to now on"),
    ],
)
def test_the_last_field_decides(reach: str | None, answer: str) -> None:
    assert ask(CONTACT, admitted("06-01 11:00", reach), as_of="06-10 09:00") == [answer]


def test_fields_filled_before_the_record_count_at_the_record() -> None:
    record = admitted("06-01 08:00", "06-01 09:00")
    assert ask(CONTACT, record, as_of="06-10 09:00") == ["met 06-01 10:00 to 06-01 10:00"]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("06-02 09:59", "due 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:00", "due 06-01 10:00 to 06-02 10:00"),
        ("06-02 10:01", "breached 06-02 10:00 to now on"),
    ],
)
def test_a_missing_field_is_due_and_then_overdue(now: str, answer: str) -> None:
    assert ask(CONTACT, admitted("06-01 11:00", None), as_of=now) == [answer]


def test_at_once_means_at_once() -> None:
    blank = event("order", "06-01 10:00", fields={"order.end": None})
    filled = event("order", "06-01 10:00", fields={"order.end": "06-01 10:00"})
    late = event("order", "06-01 10:00", fields={"order.end": "06-01 10:01"})
    assert ask(AT_ONCE, blank, as_of="06-01 10:00") == ["breached 06-01 10:00 to now on"]
    assert ask(AT_ONCE, filled, as_of="06-01 10:00") == ["met 06-01 10:00 to 06-01 10:00"]
    assert ask(AT_ONCE, late, as_of="06-02 10:00") == ["breached 06-01 10:00 to 06-01 10:01"]


@pytest.mark.parametrize(
    ("filling", "status"),
    [
        (Filling(at("06-01 11:00"), unknown=True, reasoned=True), "met"),
        (Filling(at("06-01 11:00"), unknown=True, reasoned=False), "breached"),
        (Filling(at("06-01 11:00"), unknown=False, reasoned=False), "met"),
        (Filling(None, unknown=True, reasoned=True), "breached"),
    ],
)
def test_not_known_fills_a_field_with_a_reason(filling: Filling, status: str) -> None:
    order = event("order", "06-01 10:00", fields={"order.end": filling})
    (answer,) = ask(REASONED, order, as_of="06-10 09:00")
    assert answer.startswith(status)
    unreasoned = check("requires_fields", record="order", fields=["order.end"], by="PT24H")
    (strict,) = ask(unreasoned, order, as_of="06-10 09:00")
    assert strict.startswith("breached" if filling.unknown else status)


def test_one_of_two_fields_is_enough_where_the_rule_says_so() -> None:
    for fields, answer in (
        ({"in.at": "06-01 10:30", "out.at": None}, "met 06-01 10:00 to 06-01 10:30"),
        ({"in.at": "06-01 10:30", "out.at": "06-01 10:20"}, "met 06-01 10:00 to 06-01 10:20"),
        ({"in.at": "06-01 12:00", "out.at": None}, "breached 06-01 11:00 to 06-01 12:00"),
        ({"in.at": None, "out.at": None}, "breached 06-01 11:00 to now on"),
    ):
        moved = event("move", "06-01 10:00", fields=fields)
        assert ask(ONE_OF_TWO, moved, as_of="06-10 09:00") == [answer]


def test_a_field_that_the_record_does_not_carry_is_looked_for_in_its_own_record() -> None:
    bare = event("admission", "06-01 10:00")
    both = {"contact.name": "06-01 12:00", "contact.reach": "06-01 12:30"}
    contact = event("contact", "06-01 12:00", fields=both)
    assert ask(CONTACT, bare, as_of="06-10 09:00") == ["breached 06-02 10:00 to now on"]
    assert ask(CONTACT, bare, contact, as_of="06-10 09:00") == ["met 06-01 10:00 to 06-01 12:30"]
    blank = admitted("06-01 11:00", None)
    assert ask(CONTACT, blank, contact, as_of="06-10 09:00") == ["breached 06-02 10:00 to now on"]


def test_the_first_one_entered_counts_and_blank_ones_are_passed_over() -> None:
    bare = event("admission", "06-01 10:00")
    records = [
        event("contact", "06-01 11:00", fields={"contact.name": None, "contact.reach": None}),
        event(
            "contact",
            "06-03 11:00",
            fields={"contact.name": "06-03 11:00", "contact.reach": "06-03 12:00"},
        ),
        event("contact", "06-02 11:00", fields={"contact.name": "06-02 11:00"}),
    ]
    assert ask(CONTACT, bare, *records, as_of="06-10 09:00") == [
        "breached 06-02 10:00 to 06-03 12:00"
    ]


@pytest.mark.parametrize(
    ("of_admission", "of_contact", "found"),
    [("a", "a", True), ("a", "b", False), (None, "b", True), ("a", None, True)],
)
def test_the_other_record_must_be_of_the_same_case(
    of_admission: str | None, of_contact: str | None, found: bool
) -> None:
    bare = event("admission", "06-01 10:00", key=of_admission)
    both = {"contact.name": "06-01 12:00", "contact.reach": "06-01 12:00"}
    contact = event("contact", "06-01 12:00", key=of_contact, fields=both)
    answer = "met 06-01 10:00 to 06-01 12:00" if found else "breached 06-02 10:00 to now on"
    assert ask(CONTACT, bare, contact, as_of="06-10 09:00") == [answer]


def test_a_field_of_the_records_own_kind_is_not_borrowed_from_another_of_it() -> None:
    bare = event("order", "06-01 10:00")
    full = event("order", "06-01 09:00", fields={"order.end": "06-01 09:00"})
    assert ask(AT_ONCE, bare, full, as_of="06-10 09:00") == [
        "met 06-01 09:00 to 06-01 09:00",
        "breached 06-01 10:00 to now on",
    ]


def test_the_record_stays_incomplete_after_release_and_in_every_group_or_none() -> None:
    gone = event("release", "06-01 18:00")
    assert ask(CONTACT, admitted(None, None), gone, as_of="06-10 09:00") == [
        "breached 06-02 10:00 to now on"
    ]
    child = check(
        "requires_fields", record="admission", fields=["contact.name"], by="PT24H", group="children"
    )
    pupil = check(
        "requires_fields", record="admission", fields=["contact.name"], by="PT24H", group="pupil"
    )
    assert ask(child, admitted("06-01 11:00", None), as_of="06-10 09:00") == [
        "met 06-01 10:00 to 06-01 11:00 [presumed_child]"
    ]
    assert ask(child, admitted(None, None), as_of="06-01 11:00") == [
        "due 06-01 10:00 to 06-02 10:00 [presumed_child]"
    ]
    assert ask(child, admitted(None, None), as_of="06-10 11:00") == [
        "breached 06-02 10:00 to now on [presumed_child]"
    ]
    assert (
        ask(pupil, admitted(None, None), spell("pupil", "06-01 10:01"), as_of="06-10 09:00") == []
    )


def test_days_are_counted_in_the_zone_of_the_record_and_things_are_named() -> None:
    rule = check("requires_fields", record="order", fields=["order.end"], by="P1D", per="order")
    roman = event("order", "03-28 21:00", zone=ROME, key="o1", fields={"order.end": None})
    assert ask(rule, roman, as_of="03-29 12:00") == ["due 03-28 21:00 to 03-29 20:00 key o1"]
    assert ask(rule, roman, as_of="03-30 12:00") == ["breached 03-29 20:00 to now on key o1"]
    done = event("order", "03-28 21:00", key="o2", fields={"order.end": "03-28 22:00"})
    assert ask(rule, done, as_of="03-30 12:00") == ["met 03-28 21:00 to 03-28 22:00 key o2"]
    plain = check("requires_fields", record="order", fields=["order.end"], by="P1D")
    assert ask(plain, done, as_of="03-30 12:00") == ["met 03-28 21:00 to 03-28 22:00"]


def test_the_answer_names_the_records_that_filled_it_once() -> None:
    bare = event("admission", "06-01 10:00", id="came", fields={"contact.name": "06-01 10:30"})
    contact = event("contact", "06-01 12:00", id="card", fields={"contact.reach": "06-01 12:00"})
    assert because(CONTACT, bare, contact, as_of="06-10 09:00") == [
        ("met", "06-01 10:00", "came, card")
    ]
    both = {"contact.name": "06-03 12:00", "contact.reach": "06-03 12:00"}
    empty = event("admission", "06-01 10:00", id="came")
    card = event("contact", "06-03 12:00", id="card", fields=both)
    assert because(CONTACT, empty, card, as_of="06-10 09:00") == [
        ("breached", "06-01 10:00", "came, card")
    ]
    assert because(CONTACT, bare, as_of="06-10 09:00") == [("breached", "06-01 10:00", "came")]
    assert because(CONTACT, bare, as_of="06-01 11:00") == [("due", "06-01 10:00", "came")]


def test_a_field_with_two_dots_belongs_to_the_record_of_its_first_word() -> None:
    rule = check("requires_fields", record="admission", fields=["contact.kin.name"], by="PT24H")
    records = [
        event("admission", "06-01 10:00"),
        event("contact", "06-01 11:00", fields={"contact.kin.name": "06-01 11:00"}),
    ]
    assert ask(rule, *records, as_of="06-10 09:00") == ["met 06-01 10:00 to 06-01 11:00"]


def test_a_reasoned_unknown_in_another_record_fills_where_the_rule_allows_it() -> None:
    for allowed, answer in (
        (True, "met 06-01 10:00 to 06-01 11:00"),
        (False, "breached 06-02 10:00 to now on"),
    ):
        rule = check(
            "requires_fields",
            record="admission",
            fields=["contact.name"],
            by="PT24H",
            allow_unknown=allowed,
        )
        said = Filling(at("06-01 11:00"), unknown=True, reasoned=True)
        records = [
            event("admission", "06-01 10:00"),
            event("contact", "06-01 11:00", fields={"contact.name": said}),
        ]
        assert ask(rule, *records, as_of="06-10 09:00") == [answer]
