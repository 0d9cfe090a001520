"""Were people of the two groups in one place at one time?"""

from __future__ import annotations

import pytest

from .building import ask, because, born, check, event, place, placed, spell

UNIT = check(
    "separate", group="children", from_group="adults", level="unit", exempt_if="supervised"
)
PREMISES = check("separate", group="children", from_group="adults", level="premises")
FAMILY = check(
    "separate", group="children", from_group="adults", level="unit", exempt_pair_if="family"
)
INQUIRY = check(
    "separate",
    group="witness",
    from_group="implicated",
    level="unit",
    key="investigation_id",
    placements=["placement", "roster"],
    while_="open",
)
PEOPLE = [born("A", "2010-05-05"), born("B", "1990-05-05"), born("C", "1991-05-05")]
CHILD = placed("E1/P1/U1/C1", "04-01 08:00", "04-03 08:00")


def adult(since: str, until: str | None = None, who: str = "B", unit: str = "U1") -> object:
    return placed(f"E1/P1/{unit}/C2", since, until, who)


@pytest.mark.parametrize(
    ("since", "until", "answers"),
    [
        ("03-30 08:00", "04-01 08:00", []),
        ("03-30 08:00", "04-01 08:01", ["breached 04-01 08:00 to 04-01 08:01"]),
        ("04-02 10:00", "04-02 12:00", ["breached 04-02 10:00 to 04-02 12:00"]),
        ("04-03 07:59", "04-05 08:00", ["breached 04-03 07:59 to 04-03 08:00"]),
        ("04-03 08:00", "04-05 08:00", []),
        ("04-02 10:00", "04-02 10:00", []),
    ],
)
def test_common_time_in_one_unit(since: str, until: str, answers: list[str]) -> None:
    other = adult(since, until)
    assert ask(UNIT, CHILD, other, as_of="04-10 09:00", persons=PEOPLE) == answers


def test_together_now_goes_on() -> None:
    here = placed("E1/P1/U1/C1", "04-01 08:00")
    assert ask(UNIT, here, adult("04-02 08:00"), as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to now on"
    ]


def test_the_level_of_the_place_decides() -> None:
    other = adult("04-02 08:00", "04-02 09:00", unit="U2")
    assert ask(UNIT, CHILD, other, as_of="04-10 09:00", persons=PEOPLE) == []
    assert ask(PREMISES, CHILD, other, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 09:00"
    ]


@pytest.mark.parametrize("somewhere", ["E1/P1", "E1", ""])
def test_a_place_not_known_so_deep_says_nothing(somewhere: str) -> None:
    vague = placed(somewhere, "04-01 08:00", "04-03 08:00")
    whole = placed("E1/P1/U1", "04-01 08:00", "04-03 08:00", who="B")
    assert ask(UNIT, vague, whole, as_of="04-10 09:00", persons=PEOPLE) == []
    nowhere = spell("placement", "04-01 08:00", "04-03 08:00")
    assert ask(UNIT, nowhere, whole, as_of="04-10 09:00", persons=PEOPLE) == []
    assert ask(UNIT, CHILD, whole, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-01 08:00 to 04-03 08:00"
    ]


def test_two_adults_in_turn_are_one_stretch_and_with_a_pause_two() -> None:
    first, second = adult("04-02 08:00", "04-02 10:00"), adult("04-02 10:00", "04-02 11:00", "C")
    later = adult("04-02 10:01", "04-02 11:00", "C")
    assert ask(UNIT, CHILD, first, second, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 11:00"
    ]
    assert ask(UNIT, CHILD, first, later, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 10:00",
        "breached 04-02 10:01 to 04-02 11:00",
    ]


def test_both_groups_have_their_times() -> None:
    young = [born("A", "2010-05-05"), born("B", "2008-04-02")]
    friend = adult("04-01 08:00", "04-05 08:00")
    assert ask(UNIT, CHILD, friend, as_of="04-10 09:00", persons=young) == [
        "breached 04-02 00:00 to 04-03 08:00"
    ]
    grown = [born("A", "2008-04-02"), born("B", "1990-04-02")]
    assert ask(UNIT, CHILD, friend, as_of="04-10 09:00", persons=grown) == [
        "breached 04-01 08:00 to 04-02 00:00"
    ]


def test_nobody_is_kept_from_himself() -> None:
    rule = check("separate", group="witness", from_group="implicated", level="unit")
    both = [spell("witness", "04-01 08:00"), spell("implicated", "04-01 08:00")]
    assert ask(rule, CHILD, *both, as_of="04-10 09:00") == []
    other = [adult("04-02 08:00", "04-02 09:00"), spell("implicated", "04-01 08:00", who="B")]
    assert ask(rule, CHILD, *both, *other, as_of="04-10 09:00") == [
        "breached 04-02 08:00 to 04-02 09:00"
    ]


def test_supervised_time_of_the_child_is_left_out() -> None:
    other = adult("04-02 08:00", "04-02 12:00")
    watched = spell("supervised", "04-02 09:00", "04-02 10:00")
    theirs = spell("supervised", "04-02 08:00", "04-02 12:00", who="B")
    assert ask(UNIT, CHILD, other, watched, theirs, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 09:00",
        "breached 04-02 10:00 to 04-02 12:00",
    ]


def test_family_exempts_the_one_person_named_and_a_nameless_permit_everybody() -> None:
    brother, stranger = (
        adult("04-02 08:00", "04-02 12:00"),
        adult("04-02 11:00", "04-02 13:00", "C"),
    )
    for record, answers in (
        (spell("family", "04-01 08:00", key="B"), ["breached 04-02 11:00 to 04-02 13:00"]),
        (spell("family", "04-01 08:00", key="C"), ["breached 04-02 08:00 to 04-02 12:00"]),
        (spell("family", "04-01 08:00"), []),
        (spell("family", "04-01 08:00", "04-02 09:00"), ["breached 04-02 09:00 to 04-02 13:00"]),
        (event("family", "04-01 08:00"), ["breached 04-02 08:00 to 04-02 13:00"]),
        (spell("family", "04-01 08:00", who="B"), ["breached 04-02 08:00 to 04-02 13:00"]),
    ):
        records = [CHILD, brother, stranger, record]
        assert ask(FAMILY, *records, as_of="04-10 09:00", persons=PEOPLE) == answers


def test_one_permit_that_is_an_instant_does_not_hide_the_next() -> None:
    permits = [event("family", "03-01 08:00"), spell("family", "04-01 08:00", key="B")]
    records = [CHILD, adult("04-02 08:00", "04-02 12:00"), *permits]
    assert ask(FAMILY, *records, as_of="04-10 09:00", persons=PEOPLE) == []


def inquiry(key_of_staff: str | None, *more: object) -> list[str]:
    records = [
        spell("witness", "04-01 00:00", key="i1"),
        spell("open", "04-01 00:00", "04-02 12:00"),
        spell("implicated", "04-01 00:00", who="S", key=key_of_staff),
        CHILD,
        spell("roster", "04-02 06:00", "04-02 14:00", who="S", place="E1/P1/U1"),
        *more,
    ]
    return ask(INQUIRY, *records, as_of="04-10 09:00")  # type: ignore[arg-type]


def test_an_inquiry_is_tied_to_its_own_staff_while_it_is_open() -> None:
    assert inquiry("i1") == ["breached 04-02 06:00 to 04-02 12:00"]
    assert inquiry(None) == ["breached 04-02 06:00 to 04-02 12:00"]
    assert inquiry("i2") == []
    assert inquiry("i2", spell("implicated", "04-02 08:00", who="S", key="i1")) == [
        "breached 04-02 08:00 to 04-02 12:00"
    ]
    assert inquiry("i2", spell("witness", "04-02 10:00", key="i2")) == [
        "breached 04-02 10:00 to 04-02 12:00"
    ]


def test_two_inquiries_with_one_officer_are_one_stretch() -> None:
    more = [
        spell("witness", "04-01 00:00", key="i2"),
        spell("implicated", "04-01 00:00", who="S", key="i2"),
    ]
    assert inquiry("i1", *more) == ["breached 04-02 06:00 to 04-02 12:00"]


def test_the_end_is_inferred_only_where_nothing_written_ends_there() -> None:
    moved = [adult("04-02 08:00"), adult("04-02 20:00", unit="U2")]
    assert ask(UNIT, CHILD, *moved, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 20:00 [inferred_end]"
    ]
    until = placed("E1/P1/U1/C1", "04-01 08:00", "04-02 20:00")
    assert ask(UNIT, until, *moved, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 20:00"
    ]


def test_a_presumed_child_is_flagged() -> None:
    other = adult("04-02 08:00", "04-02 12:00")
    assert ask(UNIT, CHILD, other, as_of="04-10 09:00", persons=PEOPLE[1:]) == [
        "breached 04-02 08:00 to 04-02 12:00 [presumed_child]"
    ]


def test_a_stretch_together_names_both_placements() -> None:
    mine = placed("E1/P1/U1/C1", "04-01 08:00", "04-03 08:00", id="mine")
    theirs = placed("E1/P1/U1/C2", "04-02 08:00", "04-02 12:00", "B", id="theirs")
    assert because(UNIT, mine, theirs, as_of="04-10 09:00", persons=PEOPLE) == [
        ("breached", "04-02 08:00", "mine, theirs")
    ]


def test_a_placement_that_holds_at_no_instant_is_passed_over() -> None:
    empty = placed("E1/P1/U1/C1", "04-02 09:00", "04-02 09:00")
    backwards = placed("E1/P1/U1/C1", "04-02 11:00", "04-02 09:00")
    point = event("placement", "04-02 09:00", place="E1/P1/U1/C1")
    other = adult("04-02 08:00", "04-02 12:00")
    asked = [empty, backwards, point, other]
    assert ask(UNIT, *asked, as_of="04-10 09:00", persons=PEOPLE) == []
    assert ask(UNIT, CHILD, *asked, as_of="04-10 09:00", persons=PEOPLE) == [
        "breached 04-02 08:00 to 04-02 12:00"
    ]


def test_the_zone_of_a_place_is_that_of_the_nearest_node_above() -> None:
    kampala = place("E1", zone="Africa/Kampala")
    records = [CHILD, adult("04-02 08:00", "04-02 12:00")]
    people, places = PEOPLE, [kampala]
    assert ask(UNIT, *records, as_of="04-10 09:00", persons=people, places=places) == [
        "breached 04-02 08:00 to 04-02 12:00"
    ]


def test_a_placement_of_no_length_meets_nobody() -> None:
    here = placed("E1/P1/U1/C1", "04-02 10:00", "04-02 10:00")
    assert ask(UNIT, here, adult("04-01 08:00"), as_of="04-10 09:00", persons=PEOPLE) == []


def test_a_witness_of_a_named_and_of_an_unnamed_inquiry() -> None:
    records = [
        spell("witness", "04-01 00:00"),
        spell("witness", "04-01 00:00", key="i1"),
        spell("open", "04-01 00:00"),
        placed("E1/P1/U1/C1", "04-01 08:00", "04-03 08:00"),
        spell("implicated", "04-01 00:00", who="S", key="i2"),
        spell("roster", "04-02 06:00", "04-02 12:00", who="S", place="E1/P1/U1"),
    ]
    assert ask(INQUIRY, *records, as_of="04-10 09:00") == ["breached 04-02 06:00 to 04-02 12:00"]
