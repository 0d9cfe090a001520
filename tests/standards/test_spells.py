"""The algebra of stretches: joined, cut and taken away."""

from __future__ import annotations

import pytest

from standards.durations import parse_duration
from standards.instants import ALWAYS, DAY, HOUR, OPEN
from standards.spells import Joined, Stretch, cut, join, union, without

from .patterns.building import ROME, at

GAP = parse_duration("PT24H")


def stretch(start: int, end: int, **more: object) -> Stretch:
    return Stretch(start, end, "UTC", **more)  # type: ignore[arg-type]


def bounds(parts: list[Stretch] | list[Joined]) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in parts]


def test_touching_stretches_join_and_parted_ones_do_not() -> None:
    assert bounds(join([stretch(0, 5), stretch(5, 9)])) == [(0, 9)]
    assert bounds(join([stretch(0, 5), stretch(6, 9)])) == [(0, 5), (6, 9)]
    assert join([]) == []


def test_overlap_and_order_do_not_matter() -> None:
    parts = [stretch(6, 7), stretch(0, 10), stretch(2, 3), stretch(9, 12)]
    for order in (parts, parts[::-1]):
        assert bounds(join(order)) == [(0, 12)]


def test_a_short_part_inside_a_long_one_does_not_shorten_its_reach() -> None:
    parts = [stretch(0, 10 * HOUR), stretch(HOUR, 2 * HOUR), stretch(10 * HOUR + 1, 11 * HOUR)]
    assert bounds(join(parts)) == [(0, 10 * HOUR), (10 * HOUR + 1, 11 * HOUR)]
    assert len(join(parts, GAP)) == 1


@pytest.mark.parametrize(("gap", "spells"), [(DAY - 1, 1), (DAY, 1), (DAY + 1, 2)])
def test_a_gap_of_exactly_the_merge_gap_joins(gap: int, spells: int) -> None:
    joined = join([stretch(0, HOUR), stretch(HOUR + gap, HOUR + gap + HOUR)], GAP)
    assert len(joined) == spells
    assert joined[-1].reach == joined[-1].end + DAY


def test_three_parts_chain_and_a_new_chain_starts_with_its_own_reach() -> None:
    parts = [stretch(day * DAY, day * DAY + HOUR) for day in (0, 1, 2, 9, 10)]
    assert bounds(join(parts, GAP)) == [(0, 2 * DAY + HOUR), (9 * DAY, 10 * DAY + HOUR)]


def test_a_gap_in_days_is_counted_in_the_zone_of_the_part() -> None:
    end = at("03-28 20:00", ROME)
    part = Stretch(end - HOUR, end, ROME)
    (joined,) = join([part], parse_duration("P1D"))
    assert joined.reach == at("03-29 20:00", ROME) == end + 23 * HOUR


def test_an_open_part_reaches_everything_after_it() -> None:
    (joined,) = join([stretch(0, OPEN), stretch(DAY, 2 * DAY)])
    assert (joined.start, joined.end, joined.is_open, joined.reach) == (0, OPEN, True, OPEN)
    (closed,) = join([stretch(0, 5)])
    assert not closed.is_open and not stretch(0, 5).is_open and stretch(0, OPEN).is_open


def test_the_zone_is_that_of_the_beginning_and_evidence_stands_once_in_order() -> None:
    parts = [
        Stretch(5, 9, "Europe/Rome", evidence=("b", "a")),
        Stretch(0, 5, "UTC", evidence=("a",)),
    ]
    (joined,) = join(parts)
    assert (joined.zone, joined.evidence, len(joined.parts)) == ("UTC", ("a", "b"), 2)
    same = [Stretch(0, 5, "UTC"), Stretch(0, 5, "Africa/Tunis")]
    assert join(same)[0].zone == join(same[::-1])[0].zone == "Africa/Tunis"


def test_a_written_end_beside_an_inferred_one_is_written() -> None:
    inferred, written = stretch(0, 5, inferred=True), stretch(1, 5)
    assert join([inferred])[0].inferred
    assert not join([inferred, written])[0].inferred
    assert not join([inferred, stretch(1, 6)])[0].inferred
    assert join([written, stretch(2, 6, inferred=True)])[0].inferred


def test_flags_add_up_and_the_inferred_end_is_one_of_them_at_the_end() -> None:
    one = stretch(0, 5, flags=frozenset({"presumed_child"}))
    two = stretch(5, 9, flags=frozenset({"no_contact_log"}), inferred=True)
    (joined,) = join([one, two])
    assert joined.flags == {"presumed_child", "no_contact_log"}
    assert joined.end_flags() == {"presumed_child", "no_contact_log", "inferred_end"}
    assert join([one])[0].end_flags() == {"presumed_child"}


def test_the_latest_plan_of_an_open_spell_is_kept_and_a_closed_one_has_none() -> None:
    (joined,) = join([stretch(0, OPEN, plan=7), stretch(1, OPEN, plan=9), stretch(2, OPEN)])
    assert joined.plan == 9
    assert join([stretch(0, OPEN)])[0].plan is None
    assert join([stretch(0, 5, plan=7)])[0].plan is None


def test_union_keeps_everything_and_takes_no_gap() -> None:
    parts = [stretch(0, 5, flags=frozenset({"a"}), evidence=("r1",)), stretch(5, OPEN, plan=9)]
    (whole,) = union(parts)
    assert whole == stretch(0, OPEN, plan=9, flags=frozenset({"a"}), evidence=("r1",))
    assert bounds(union([stretch(0, 5), stretch(6, 7)])) == [(0, 5), (6, 7)]
    assert union([stretch(0, 5, inferred=True)])[0].inferred


def test_cut_takes_the_common_part() -> None:
    assert bounds(cut([stretch(0, 10)], [stretch(5, 15)])) == [(5, 10)]
    assert bounds(cut([stretch(0, 10)], [stretch(10, 15)])) == []
    assert bounds(cut([stretch(0, 10)], [stretch(1, 2), stretch(4, 5)])) == [(1, 2), (4, 5)]
    assert cut([stretch(0, 10)], []) == []


def test_cut_adds_flags_and_evidence_and_keeps_a_plan_only_if_open() -> None:
    part = stretch(0, OPEN, plan=99, flags=frozenset({"a"}), evidence=("r1",))
    other = stretch(5, OPEN, flags=frozenset({"b"}), evidence=("r2",))
    (common,) = cut([part], [other])
    assert common == stretch(5, OPEN, plan=99, flags=frozenset({"a", "b"}), evidence=("r1", "r2"))
    assert cut([part], [stretch(5, 9)])[0].plan is None


@pytest.mark.parametrize(
    ("end", "inferred", "other_end", "other_inferred", "answer"),
    [
        (9, True, 9, True, True),
        (9, True, 9, False, False),
        (9, False, 9, True, False),
        (9, True, 12, False, True),
        (9, False, 12, True, False),
        (12, False, 9, True, True),
        (12, True, 9, False, False),
        (9, False, 9, False, False),
    ],
)
def test_the_common_end_is_inferred_if_all_that_ends_there_is(
    end: int, inferred: bool, other_end: int, other_inferred: bool, answer: bool
) -> None:
    part = stretch(0, end, inferred=inferred)
    (common,) = cut([part], [stretch(0, other_end, inferred=other_inferred)])
    assert common.inferred is answer


def test_without_leaves_the_rest() -> None:
    whole = [stretch(0, 10)]
    assert bounds(without(whole, [])) == [(0, 10)]
    assert bounds(without(whole, [stretch(3, 5)])) == [(0, 3), (5, 10)]
    assert bounds(without(whole, [stretch(0, 5)])) == [(5, 10)]
    assert bounds(without(whole, [stretch(5, 10)])) == [(0, 5)]
    assert bounds(without(whole, [stretch(-5, 15)])) == []
    assert bounds(without(whole, [stretch(10, 15), stretch(-5, 0)])) == [(0, 10)]
    assert bounds(without(whole, [stretch(1, 2), stretch(1, 3), stretch(8, 9)])) == [
        (0, 1), (3, 8), (9, 10),
    ]  # fmt: skip


def test_what_is_left_before_something_taken_has_a_written_end_and_no_plan() -> None:
    part = stretch(0, OPEN, plan=99, inferred=True, evidence=("r",))
    before, after = without([part], [stretch(3, 5)])
    assert (before.inferred, before.plan, before.evidence) == (False, None, ("r",))
    assert (after.inferred, after.plan, after.evidence) == (True, 99, ("r",))


def test_what_has_no_beginning_says_so() -> None:
    assert not stretch(ALWAYS, 5).has_beginning
    assert stretch(0, 5).has_beginning
