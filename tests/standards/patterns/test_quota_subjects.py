"""Whose amounts count in a quota: each thing's own, the group's, and which records are named."""

from __future__ import annotations

from .building import ask, because, check, event, record, spell

AIR = check(
    "quota",
    state="kept",
    amount_of="air",
    unit="minutes",
    period="local_day",
    min=60,
    excuse="storm",
)


def test_each_thing_has_its_own_amounts() -> None:
    per = check(
        "quota",
        state="in_use",
        amount_of="meal",
        unit="count",
        period="local_day",
        min=2,
        per="unit",
    )
    used = [spell("in_use", "06-01 00:00", "06-02 00:00", key=unit) for unit in ("U1", "U2")]
    meals = [event("meal", f"06-01 {hour}:00", key=key) for hour, key in ((10, "U1"), (18, "U1"))]
    other = [event("meal", "06-01 10:00", key="U2"), event("meal", "06-01 18:00")]
    assert sorted(ask(per, *used, *meals, *other, as_of="06-10 09:00")) == [
        "breached 06-01 00:00 to 06-02 00:00 key U2",
        "met 06-01 00:00 to 06-02 00:00 key U1",
    ]


def test_the_group_and_doubt_and_inferred_ends() -> None:
    rule = check(
        "quota",
        state="kept",
        amount_of="air",
        unit="minutes",
        period="local_day",
        min=60,
        group="ill",
    )
    kept = spell("kept", "06-01 00:00", "06-05 00:00")
    ill = spell("ill", "06-02 00:00", "06-03 00:00")
    assert ask(rule, kept, ill, as_of="06-10 09:00") == ["breached 06-02 00:00 to 06-03 00:00"]
    doubtful = [
        record("kept", since="06-01 00:00", until="06-02 00:00", uncertain=True),
        record("kept", since="06-02 00:00", until="06-03 00:00", uncertain=True),
    ]
    assert ask(AIR, *doubtful, as_of="06-10 09:00") == ["unknown 06-01 00:00 to 06-03 00:00"]
    parts = [doubtful[0], record("kept", since="06-02 00:01", until="06-03 00:00", uncertain=True)]
    assert len(ask(AIR, *parts, as_of="06-10 09:00")) == 2
    assert ask(rule, doubtful[0], ill, as_of="06-10 09:00") == []
    noted = frozenset({"no_contact_log"})
    open_spell = spell("kept", "06-01 00:00", flags=noted)
    gone = event("release", "06-03 00:00")
    air = event("air", "06-02 09:00", amount=60)
    assert ask(AIR, open_spell, gone, as_of="06-10 09:00") == [
        "breached 06-01 00:00 to 06-03 00:00 [inferred_end, no_contact_log]"
    ]
    assert ask(AIR, open_spell, gone, air, as_of="06-10 09:00") == [
        "breached 06-01 00:00 to 06-02 00:00 [no_contact_log]"
    ]
    assert ask(AIR, open_spell, as_of="06-01 09:00") == [
        "due 06-01 00:00 to 06-02 00:00 [no_contact_log]"
    ]
    full = [event("air", f"06-0{day} 09:00", amount=60) for day in (1, 2)]
    assert ask(AIR, open_spell, gone, *full, as_of="06-10 09:00") == [
        "met 06-01 00:00 to 06-03 00:00 [inferred_end, no_contact_log]"
    ]


def test_the_answer_names_the_spell_and_what_was_given_in_it() -> None:
    kept = spell("kept", "06-01 00:00", "06-02 00:00", id="kept")
    assert because(AIR, kept, as_of="06-10 09:00") == [("breached", "06-01 00:00", "kept")]
    air = event("air", "06-01 09:00", amount=60, id="air")
    early = event("air", "05-31 23:59", amount=60, id="early")
    assert because(AIR, kept, early, air, as_of="06-10 09:00") == [
        ("met", "06-01 00:00", "kept, air")
    ]
    yard = spell("air", "06-01 09:00", "06-01 09:59", id="yard")
    gone = spell("air", "05-31 09:00", "06-01 00:00", id="gone")
    assert because(AIR, kept, gone, yard, as_of="06-10 09:00") == [
        ("breached", "06-01 00:00", "kept, yard")
    ]
    going = spell("kept", "06-01 00:00", id="going")
    assert because(AIR, going, as_of="06-02 09:00") == [
        ("breached", "06-01 00:00", "going"),
        ("due", "06-01 00:00", "going"),
    ]


def test_what_is_due_names_what_was_given_so_far() -> None:
    kept = spell("kept", "06-01 00:00", id="kept")
    some = event("air", "06-01 08:00", amount=20, id="some")
    assert because(AIR, kept, some, as_of="06-01 12:00") == [("due", "06-01 00:00", "kept, some")]


def test_each_thing_is_due_and_judged_by_its_own_spells() -> None:
    per = check(
        "quota",
        state="in_use",
        amount_of="meal",
        unit="count",
        period="local_day",
        min=1,
        per="unit",
    )
    records = [
        spell("in_use", "06-01 00:00", "06-02 00:00", key="U1"),
        spell("in_use", "06-05 00:00", key="U2"),
        event("meal", "06-01 08:00", key="U1"),
    ]
    assert ask(per, *records, as_of="06-05 12:00") == [
        "met 06-01 00:00 to 06-02 00:00 key U1",
        "due 06-05 00:00 to 06-06 00:00 key U2",
    ]
