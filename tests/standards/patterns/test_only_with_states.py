"""Did S hold only under a valid guard?"""

from __future__ import annotations

import pytest

from .building import ROME, ask, because, check, event, record, spell

BED = check("only_with", state="kept", guard="bed", grace="PT6H")
COVER = check("only_with", state="kept", guard="order")


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("01-10 14:59", "met 01-10 09:00 to 01-15 09:00"),
        ("01-10 15:00", "met 01-10 09:00 to 01-15 09:00"),
        ("01-10 15:01", "breached 01-10 15:00 to 01-10 15:01"),
    ],
)
def test_a_bed_within_the_grace(given: str, answer: str) -> None:
    kept = spell("kept", "01-10 09:00", "01-15 09:00")
    assert ask(BED, kept, spell("bed", given), as_of="02-01 09:00") == [answer]


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("01-10 14:59", "due 01-10 09:00 to 01-10 15:00"),
        ("01-10 15:00", "due 01-10 09:00 to 01-10 15:00"),
        ("01-10 15:01", "breached 01-10 15:00 to now on"),
    ],
)
def test_no_bed_yet(now: str, answer: str) -> None:
    assert ask(BED, spell("kept", "01-10 09:00"), as_of=now) == [answer]


def test_released_within_the_grace() -> None:
    kept = spell("kept", "01-10 09:00", "01-10 14:00")
    assert ask(BED, kept, as_of="02-01 09:00") == ["met 01-10 09:00 to 01-10 14:00"]
    longer = spell("kept", "01-10 09:00", "01-10 15:01")
    assert ask(BED, longer, as_of="02-01 09:00") == ["breached 01-10 15:00 to 01-10 15:01"]


def test_a_state_without_cover_at_its_very_beginning() -> None:
    kept = spell("kept", "01-10 09:00")
    assert ask(COVER, kept, as_of="01-10 09:00") == ["breached 01-10 09:00 to now on"]


def test_orders_that_touch_make_one_cover_and_a_gap_is_a_hole() -> None:
    kept = spell("kept", "01-01 09:00")
    first = spell("order", "01-01 00:00", "04-01 00:00")
    touching = spell("order", "04-01 00:00", "07-01 00:00")
    apart = spell("order", "04-01 00:01", "07-01 00:00")
    assert ask(COVER, kept, first, touching, as_of="05-01 09:00") == [
        "due 01-01 09:00 to 07-01 00:00"
    ]
    assert ask(COVER, kept, first, apart, as_of="05-01 09:00") == [
        "due 01-01 09:00 to 07-01 00:00",
        "breached 04-01 00:00 to 04-01 00:01",
    ]


def test_a_longer_order_is_not_cut_by_a_shorter_one_inside_it() -> None:
    kept = spell("kept", "01-01 09:00", "06-01 09:00")
    long = spell("order", "01-01 00:00", "05-01 00:00")
    short = spell("order", "02-01 00:00", "03-01 00:00")
    late = spell("order", "06-02 00:00", "06-03 00:00")
    assert ask(COVER, kept, long, short, late, as_of="07-01 09:00") == [
        "breached 05-01 00:00 to 06-01 09:00"
    ]


def test_an_open_spell_with_cover_without_end_is_met_unless_it_was_broken() -> None:
    kept = spell("kept", "01-01 09:00")
    whole = spell("order", "01-01 00:00")
    late = spell("order", "01-02 00:00")
    assert ask(COVER, kept, whole, as_of="05-01 09:00") == ["met 01-01 09:00 to now on"]
    assert ask(COVER, kept, late, as_of="05-01 09:00") == ["breached 01-01 09:00 to 01-02 00:00"]


@pytest.mark.parametrize(
    ("ends", "answers"),
    [
        ("05-01 08:59", ["breached 05-01 08:59 to now on"]),
        ("05-01 09:00", ["breached 05-01 09:00 to now on"]),
        ("05-01 09:01", ["due 01-01 09:00 to 05-01 09:01"]),
    ],
)
def test_cover_that_ends_about_now(ends: str, answers: list[str]) -> None:
    kept = spell("kept", "01-01 09:00")
    assert ask(COVER, kept, spell("order", "01-01 00:00", ends), as_of="05-01 09:00") == answers


def test_a_guard_event_covers_its_last_instant_too() -> None:
    rule = check("only_with", state="kept", guard="decided", max_age="P1M")
    kept = spell("kept", "01-10 09:00")
    decided = event("decided", "01-10 09:00")
    assert ask(rule, kept, decided, as_of="02-10 09:00") == ["due 01-10 09:00 to 02-10 09:00"]
    assert ask(rule, kept, decided, as_of="02-10 09:01") == ["breached 02-10 09:00 to now on"]
    again = event("decided", "02-10 09:00")
    assert ask(rule, kept, decided, again, as_of="02-20 09:00") == [
        "due 01-10 09:00 to 03-10 09:00"
    ]


def test_an_order_that_has_not_begun_does_not_prolong() -> None:
    kept = spell("kept", "01-01 09:00")
    now = spell("order", "01-01 00:00", "06-01 00:00")
    begun = spell("order", "05-01 09:00", "09-01 00:00")
    coming = spell(
        "order", "05-01 09:00", "09-01 00:00", made_at="05-01 09:01", recorded_at="05-01 08:00"
    )
    assert ask(COVER, kept, now, begun, as_of="05-01 09:00") == ["due 01-01 09:00 to 09-01 00:00"]
    assert ask(COVER, kept, now, coming, as_of="05-01 09:00") == ["due 01-01 09:00 to 06-01 00:00"]


def test_exempt_time_is_covered_time() -> None:
    rule = check("only_with", state="kept", guard="order", exempt_if="moved")
    kept = spell("kept", "01-01 09:00", "01-05 09:00")
    order = spell("order", "01-01 00:00", "01-03 09:00")
    moved = spell("moved", "01-03 09:00", "01-04 09:00")
    assert ask(rule, kept, order, moved, as_of="02-01 09:00") == [
        "breached 01-04 09:00 to 01-05 09:00"
    ]
    point = event("moved", "01-03 09:00")
    assert ask(rule, kept, order, point, as_of="02-01 09:00") == [
        "breached 01-03 09:00 to 01-05 09:00"
    ]


def test_only_a_hole_to_the_end_carries_the_inferred_end() -> None:
    kept = spell("kept", "01-01 09:00", flags=frozenset({"no_contact_log"}))
    orders = [
        spell("order", "01-02 09:00", "01-03 09:00"),
        spell("order", "01-04 09:00", "01-05 09:00"),
    ]
    gone = event("release", "01-06 09:00")
    assert ask(COVER, kept, *orders, gone, as_of="02-01 09:00") == [
        "breached 01-01 09:00 to 01-02 09:00 [no_contact_log]",
        "breached 01-03 09:00 to 01-04 09:00 [no_contact_log]",
        "breached 01-05 09:00 to 01-06 09:00 [inferred_end, no_contact_log]",
    ]
    whole = spell("order", "01-01 09:00", "01-06 09:00")
    assert ask(COVER, kept, whole, gone, as_of="02-01 09:00") == [
        "met 01-01 09:00 to 01-06 09:00 [inferred_end, no_contact_log]"
    ]
    assert ask(COVER, kept, whole, as_of="01-02 09:00") == [
        "due 01-01 09:00 to 01-06 09:00 [no_contact_log]"
    ]
    assert ask(COVER, kept, spell("order", "01-01 09:00"), as_of="01-02 09:00") == [
        "met 01-01 09:00 to now on [no_contact_log]"
    ]
    early = spell("kept", "01-10 09:00", flags=frozenset({"no_contact_log"}))
    assert ask(BED, early, as_of="01-10 10:00") == [
        "due 01-10 09:00 to 01-10 15:00 [no_contact_log]"
    ]


def test_each_thing_wants_a_guard_of_its_own_or_of_nobodys() -> None:
    per = check("only_with", state="in_use", guard="officer", per="unit")
    used = [
        spell("in_use", "01-01 09:00", "01-02 09:00", key="U1"),
        spell("in_use", "01-01 09:00", "01-02 09:00", key="U2"),
    ]
    own = spell("officer", "01-01 09:00", key="U1")
    assert sorted(ask(per, *used, own, as_of="02-01 09:00")) == [
        "breached 01-01 09:00 to 01-02 09:00 key U2",
        "met 01-01 09:00 to 01-02 09:00 key U1",
    ]
    anybody = spell("officer", "01-01 09:00")
    assert len([a for a in ask(per, *used, anybody, as_of="02-01 09:00") if a[:3] == "met"]) == 2


def test_a_state_is_cut_to_its_group_and_may_be_unknown() -> None:
    rule = check("only_with", state="kept", guard="order", group="ill")
    kept = spell("kept", "01-01 09:00", "01-05 09:00")
    ill = spell("ill", "01-02 09:00", "01-03 09:00")
    doubtful = record("kept", since="01-01 09:00", until="01-05 09:00", uncertain=True)
    assert ask(rule, kept, ill, as_of="02-01 09:00") == ["breached 01-02 09:00 to 01-03 09:00"]
    assert ask(rule, doubtful, ill, as_of="02-01 09:00") == ["unknown 01-02 09:00 to 01-03 09:00"]
    parts = [
        record("kept", since="01-01 09:00", until="01-02 09:00", uncertain=True),
        record("kept", since="01-02 09:00", until="01-03 09:00", uncertain=True),
        record("kept", since="01-03 09:01", until="01-04 09:00", uncertain=True),
    ]
    assert ask(COVER, *parts, as_of="02-01 09:00") == [
        "unknown 01-01 09:00 to 01-03 09:00",
        "unknown 01-03 09:01 to 01-04 09:00",
    ]


def test_the_grace_is_counted_in_the_zone_of_the_spell() -> None:
    rule = check("only_with", state="kept", guard="bed", grace="P1D")
    kept = spell("kept", "03-28 21:00", "03-31 09:00", zone=ROME)
    assert ask(rule, kept, as_of="04-10 09:00") == ["breached 03-29 20:00 to 03-31 09:00"]


def test_cover_names_its_records() -> None:
    kept = spell("kept", "01-01 09:00", "01-05 09:00", id="kept")
    one = spell("order", "01-03 09:00", id="one")
    two = spell("order", "01-01 09:00", "01-04 09:00", id="two")
    assert because(COVER, kept, one, two, as_of="02-01 09:00") == [
        ("met", "01-01 09:00", "kept, two, one")
    ]
    assert because(COVER, kept, one, as_of="02-01 09:00") == [("breached", "01-01 09:00", "kept")]
    exempt = check("only_with", state="kept", guard="order", exempt_if="moved")
    moved = spell("moved", "01-01 09:00", id="moved")
    assert because(exempt, kept, moved, as_of="02-01 09:00") == [
        ("met", "01-01 09:00", "kept, moved")
    ]


def test_an_order_made_only_after_its_own_end_parts_no_hole() -> None:
    kept = spell("kept", "01-01 09:00", "01-10 09:00")
    dated_back = spell("order", "01-02 09:00", "01-05 09:00", made_at="01-05 09:00")
    empty = spell("order", "01-06 09:00", "01-06 09:00")
    assert ask(COVER, kept, dated_back, empty, as_of="02-01 09:00") == [
        "breached 01-01 09:00 to 01-10 09:00"
    ]


def test_exempt_time_that_ends_now_covers_no_longer() -> None:
    exempt = check("only_with", state="kept", guard="order", exempt_if="moved")
    kept = spell("kept", "01-01 09:00")
    moved = spell("moved", "01-01 09:00", "01-05 09:00")
    assert ask(exempt, kept, moved, as_of="01-05 09:00") == ["breached 01-05 09:00 to now on"]


def test_each_thing_is_covered_in_its_own_time() -> None:
    per = check("only_with", state="in_use", guard="licence", per="unit")
    records = [
        spell("in_use", "01-01 09:00", "01-05 09:00", key="U1"),
        spell("in_use", "01-03 09:00", "01-08 09:00", key="U2"),
        spell("licence", "01-01 09:00", "01-05 09:00", key="U1"),
    ]
    assert ask(per, *records, as_of="02-01 09:00") == [
        "met 01-01 09:00 to 01-05 09:00 key U1",
        "breached 01-03 09:00 to 01-08 09:00 key U2",
    ]
