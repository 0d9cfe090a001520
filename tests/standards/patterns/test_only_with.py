"""Did A happen only under a valid guard?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, check, event, record, spell

ORDER = check("only_with", event="admission", guard="order")
SEARCH = check("only_with", event="search", guard="permit", max_age="PT4H")
HEARING = check(
    "only_with",
    event="hearing",
    guard="notice",
    min_lead="PT24H",
    exempt_if="waived",
    per="disciplinary_case",
)
ADMITTED = event("admission", "04-01 09:00")
MET, BREACHED = "met 04-01 09:00 to 04-01 09:00", "breached 04-01 09:00 to 04-01 09:00"


@pytest.mark.parametrize(
    ("order", "answer"),
    [
        (spell("order", "04-01 08:59"), MET),
        (spell("order", "04-01 09:00"), MET),
        (spell("order", "04-01 09:01"), BREACHED),
        (spell("order", "03-01 09:00", "04-01 08:59"), BREACHED),
        (spell("order", "03-01 09:00", "04-01 09:00"), BREACHED),
        (spell("order", "03-01 09:00", "04-01 09:01"), MET),
        (spell("order", "04-01 09:00", made_at="04-01 09:00"), MET),
        (spell("order", "04-01 09:00", made_at="04-01 09:01"), BREACHED),
        (spell("order", "04-01 09:00", "04-01 09:00"), BREACHED),
        (event("order", "04-01 08:59"), MET),
        (event("order", "04-01 09:00"), MET),
        (event("order", "04-01 09:01"), BREACHED),
        (event("order", "04-01 08:00", made_at="04-01 09:01"), BREACHED),
        (event("order", "04-01 08:00", made_at="04-01 09:00"), MET),
        (record("order"), BREACHED),
        (spell("order", "03-01 09:00", who="B"), BREACHED),
    ],
)
def test_the_order_must_be_valid_at_the_minute_of_admission(order: object, answer: str) -> None:
    assert ask(ORDER, ADMITTED, order, as_of="05-01 09:00") == [answer]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("searched", "status"),
    [("08:59", "breached"), ("09:00", "met"), ("13:00", "met"), ("13:01", "breached")],
)
def test_a_permit_holds_to_its_last_minute(searched: str, status: str) -> None:
    when = f"04-01 {searched}"
    records = [event("permit", "04-01 09:00"), event("search", when)]
    assert ask(SEARCH, *records, as_of="05-01 09:00") == [f"{status} {when} to {when}"]


@pytest.mark.parametrize(
    ("heard", "status"), [("08:59", "breached"), ("09:00", "met"), ("09:01", "met")]
)
def test_a_hearing_a_day_after_its_notice(heard: str, status: str) -> None:
    when = f"04-02 {heard}"
    records = [event("notice", "04-01 09:00", key="d"), event("hearing", when, key="d")]
    assert ask(HEARING, *records, as_of="05-01 09:00") == [f"{status} {when} to {when} key d"]


@pytest.mark.parametrize(
    ("of_notice", "of_hearing", "status"),
    [("d", "d", "met"), ("d", "e", "breached"), (None, "e", "met"), ("d", None, "met")],
)
def test_keys_agree_unless_both_are_written_and_differ(
    of_notice: str | None, of_hearing: str | None, status: str
) -> None:
    records = [
        event("notice", "04-01 09:00", key=of_notice),
        event("hearing", "04-05 09:00", key=of_hearing),
    ]
    shown = f" key {of_hearing}" if of_hearing else ""
    assert ask(HEARING, *records, as_of="05-01 09:00") == [
        f"{status} 04-05 09:00 to 04-05 09:00{shown}"
    ]


@pytest.mark.parametrize(
    ("waived", "exempt"),
    [
        (event("waived", "04-01 09:59", key="d"), True),
        (event("waived", "04-01 10:00", key="d"), True),
        (event("waived", "04-01 10:01", key="d"), False),
        (event("waived", "04-01 09:00", key="e"), False),
        (event("waived", "04-01 09:00"), False),
        (spell("waived", "04-01 10:00", key="d"), True),
        (spell("waived", "04-01 10:01", key="d"), False),
        (spell("waived", "04-01 09:00", "04-01 10:00", key="d"), False),
        (spell("waived", "04-01 09:00", "04-01 10:01", key="d"), True),
        (record("waived", key="d"), False),
    ],
)
def test_a_waiver_of_the_same_case_not_later_than_the_hearing(waived: object, exempt: bool) -> None:
    heard = event("hearing", "04-01 10:00", key="d")
    answers = [] if exempt else ["breached 04-01 10:00 to 04-01 10:00 key d"]
    assert ask(HEARING, heard, waived, as_of="05-01 09:00") == answers  # type: ignore[arg-type]


def test_a_waiver_of_another_case_does_not_hide_the_right_one() -> None:
    records = [
        event("hearing", "04-01 10:00", key="d"),
        event("waived", "04-01 08:00", key="c"),
        spell("waived", "04-01 08:00", "04-01 09:00", key="d"),
        event("waived", "04-01 09:30", key="d"),
    ]
    assert ask(HEARING, *records, as_of="05-01 09:00") == []


def test_a_key_is_shown_where_the_rule_has_one() -> None:
    keyed = check("only_with", event="sanction", guard="heard", key="case_id")
    plain = check("only_with", event="sanction", guard="heard")
    done = event("sanction", "04-01 10:00", key="d")
    told = "breached 04-01 10:00 to 04-01 10:00"
    assert ask(keyed, done, as_of="05-01 09:00") == [f"{told} key d"]
    assert ask(plain, done, as_of="05-01 09:00") == [told]


def test_the_certificate_may_be_that_of_the_officer_named() -> None:
    force = check("only_with", event="force", guard="trained", max_age="P1Y")
    used = [
        event("force", "04-01 10:00", by_staff="S1"),
        event("force", "04-02 10:00", by_staff="S2"),
        event("force", "04-03 10:00"),
    ]
    trained = event("trained", "01-01 10:00", who="S1")
    assert ask(force, *used, trained, as_of="05-01 09:00") == [
        "met 04-01 10:00 to 04-01 10:00",
        "breached 04-02 10:00 to 04-02 10:00",
        "breached 04-03 10:00 to 04-03 10:00",
    ]
    self_named = event("force", "04-01 10:00", by_staff="A", id="used")
    own = event("trained", "01-01 10:00", id="own")
    assert because(force, self_named, own, as_of="05-01 09:00") == [
        ("met", "04-01 10:00", "used, own")
    ]


def test_the_officers_certificate_counts_in_the_officers_own_zone() -> None:
    force = check("only_with", event="force", guard="trained", max_age="P1D")
    trained = event("trained", "03-28 21:00", who="S1", zone=ROME)  # valid to 20:00 in spring
    used = event("force", "03-29 20:00", by_staff="S1")
    late = event("force", "03-29 20:01", by_staff="S1")
    assert ask(force, trained, used, late, as_of="05-01 09:00") == [
        "met 03-29 20:00 to 03-29 20:00",
        "breached 03-29 20:01 to 03-29 20:01",
    ]


def test_lead_and_age_are_counted_in_the_zone_of_the_guard() -> None:
    lead = check("only_with", event="hearing", guard="notice", min_lead="P1D")
    noticed = event("notice", "03-28 21:00", zone=ROME)
    assert ask(lead, noticed, event("hearing", "03-29 20:00"), as_of="05-01 09:00") == [
        "met 03-29 20:00 to 03-29 20:00"
    ]
    assert ask(lead, noticed, event("hearing", "03-29 19:59"), as_of="05-01 09:00") == [
        "breached 03-29 19:59 to 03-29 19:59"
    ]


def test_a_guard_whose_lead_is_as_long_as_its_age_holds_for_one_instant() -> None:
    rule = check("only_with", event="e", guard="g", min_lead="PT1H", max_age="PT1H")
    given = event("g", "04-01 09:00")
    for when, status in (("09:59", "breached"), ("10:00", "met"), ("10:01", "breached")):
        assert ask(rule, given, event("e", f"04-01 {when}"), as_of="05-01 09:00") == [
            f"{status} 04-01 {when} to 04-01 {when}"
        ]
    never = check("only_with", event="e", guard="g", min_lead="PT2H", max_age="PT1H")
    assert ask(never, given, event("e", "04-01 10:00"), as_of="05-01 09:00") == [
        "breached 04-01 10:00 to 04-01 10:00"
    ]


def test_an_event_outside_the_group_is_not_asked_for_a_guard() -> None:
    rule = check("only_with", event="sanction", guard="heard", group="children")
    done = event("sanction", "04-01 10:00")
    assert ask(rule, done, as_of="05-01 09:00") == [
        "breached 04-01 10:00 to 04-01 10:00 [presumed_child]"
    ]
    young = check("only_with", event="sanction", guard="heard", group="young")
    assert ask(young, done, spell("young", "04-01 10:01"), as_of="05-01 09:00") == []


def test_every_event_gets_its_answer_also_after_one_that_was_exempt() -> None:
    records = [
        event("hearing", "04-01 10:00", key="d"),
        event("waived", "04-01 08:00", key="d"),
        event("hearing", "04-02 10:00", key="e"),
    ]
    assert ask(HEARING, *records, as_of="05-01 09:00") == [
        "breached 04-02 10:00 to 04-02 10:00 key e"
    ]


def test_an_answer_names_the_event_and_its_guard() -> None:
    asked = event("admission", "04-01 09:00", id="asked")
    order = spell("order", "03-01 09:00", id="order")
    assert because(ORDER, asked, order, as_of="05-01 09:00") == [
        ("met", "04-01 09:00", "asked, order")
    ]
    assert because(ORDER, asked, as_of="05-01 09:00") == [("breached", "04-01 09:00", "asked")]


def test_the_persons_own_permit_counts_beside_the_officers_old_one() -> None:
    search = check("only_with", event="search", guard="permit", max_age="PT4H")
    records = [
        event("search", "04-01 09:00", by_staff="S"),
        event("permit", "04-01 08:00"),
        event("permit", "01-01 08:00", who="S"),
    ]
    assert ask(search, *records, as_of="05-01 09:00") == ["met 04-01 09:00 to 04-01 09:00"]


def test_an_officer_without_a_file_has_no_certificate() -> None:
    search = check("only_with", event="search", guard="permit")
    records = [event("search", "04-01 09:00", by_staff="nobody"), event("search", "04-02 09:00")]
    assert ask(search, *records, as_of="05-01 09:00") == [
        "breached 04-01 09:00 to 04-01 09:00",
        "breached 04-02 09:00 to 04-02 09:00",
    ]
