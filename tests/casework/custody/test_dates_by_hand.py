"""Release dates that a registrar computed by hand, and what must hold for any sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from throughcare.casework.custody.release_dates import (
    BadProfile,
    BadTerms,
    Change,
    ChangeKind,
    Kind,
    Profile,
    Said,
    Term,
    all_profiles,
    profile_from,
    profile_of_zone,
    release_dates,
)
from throughcare.casework.custody.terms import AdjustmentKind, SentenceKind

CASES: Sequence[Mapping[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("release_date_cases.yaml").read_text(encoding="utf-8")
)
COUNTRIES = ("kazakhstan", "tunisia", "uganda")


def _term(name: str, kind: str, starts_on: date, length: str, after: str | None = None) -> Term:
    parts = {unit: int(number) for number, unit in re.findall(r"(\d+)([ymd])", length)}
    return Term(
        id=name, kind=Kind(kind), starts_on=starts_on, after=after,
        years=parts.get("y", 0), months=parts.get("m", 0), days=parts.get("d", 0),
    )  # fmt: skip


def _change(kind: str, days: int, from_on: date | None = None, term: str | None = None) -> Change:
    return Change(kind=ChangeKind(kind), days=days, from_on=from_on, term=term)


def test_there_are_enough_cases_in_each_of_three_countries() -> None:
    assert len(CASES) >= 60
    for country in COUNTRIES:
        assert sum(case["profile"] == country for case in CASES) >= 18


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "-"))
def test_the_computation_says_what_was_computed_by_hand(case: Mapping[str, Any]) -> None:
    dates = release_dates(
        [_term(name, *words) for name, words in case["terms"].items()],
        [_change(*words) for words in case.get("changes", ())],
        all_profiles()[case["profile"]],
    )
    assert dates.unsupported == case.get("unsupported")
    assert dates.final == case.get("final")
    if "conditional" in case:
        assert {one.name: one.on for one in dates.conditional} == case["conditional"]


def test_the_kinds_are_those_of_the_room() -> None:
    assert {one.value for one in Kind} == set(SentenceKind.values)
    assert {one.value for one in ChangeKind} == set(AdjustmentKind.values)


def _with(profile: Profile, **values: object) -> Profile:
    changed = {name: replace(profile[name], value=value) for name, value in values.items()}
    return replace(profile, values={**profile.values, **changed})


@pytest.mark.parametrize(
    ("values", "final"),
    [
        ({}, date(2026, 2, 28)),
        ({"month_end": "first_of_next"}, date(2026, 3, 1)),
        ({"first_day_counts": False}, date(2026, 3, 1)),
        ({"release_on": "last_day"}, date(2026, 2, 27)),
        ({"remand_credited": False}, date(2026, 2, 28)),
    ],
)
def test_each_value_of_the_profile_is_heeded(values: dict[str, object], final: date) -> None:
    profile = _with(all_profiles()["tunisia"], **values)
    assert release_dates([_term("a", "fixed", date(2026, 1, 31), "1m")], [], profile).final == final


def test_a_country_that_credits_no_remand_takes_nothing_off_and_says_so() -> None:
    profile = _with(all_profiles()["tunisia"], remand_credited=False)
    dates = release_dates(
        [_term("a", "fixed", date(2026, 1, 1), "1y")], [_change("remand", 30)], profile
    )
    assert dates.final == date(2027, 1, 1)
    assert Said.REMAND in [line.said for line in dates.lines]


def test_each_line_says_what_it_rests_on_and_that_no_lawyer_confirmed_it() -> None:
    dates = release_dates(
        [_term("a", "fixed", date(2026, 1, 15), "1y")], [_change("remand", 60)],
        all_profiles()["uganda"],
    )  # fmt: skip
    said = [(line.said, line.end) for line in dates.lines]
    assert said == [
        (Said.BEGINS, None), (Said.TERM, date(2027, 1, 15)),
        (Said.REMISSION_RULE, date(2026, 9, 16)), (Said.REMAND, date(2026, 7, 18)),
        (Said.RELEASE_DAY, date(2026, 7, 18)), (Said.CONDITIONAL_UNKNOWN, None),
    ]  # fmt: skip
    rule = dates.lines[2].rule
    assert rule is not None and "section 84" in rule.source and not rule.confirmed
    assert not dates.confirmed


def test_nothing_in_a_profile_is_called_confirmed_yet() -> None:
    for profile in all_profiles().values():
        assert not any(one.confirmed for one in (*profile.values.values(), *profile.conditional))


def test_a_place_whose_country_is_not_known_is_given_the_profile_that_knows_nothing() -> None:
    assert profile_of_zone("Africa/Tunis").code == "tunisia"
    assert profile_of_zone("Europe/Paris").code == "template"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("month_end", {"value": "some_day", "source": "x"}),
        ("month_end", {"value": "last_day"}),
        ("release_hour", {"value": "noon", "source": "x"}),
        ("remission", {"value": {"share": "3/2", "over_months": 1}, "source": "x"}),
        ("remission", {"value": {"share": "1/0", "over_months": 1}, "source": "x"}),
        ("remission", {"value": "much", "source": "x"}),
        ("rest_day", {"value": "same_day", "source": "x", "confirmed": "perhaps"}),
        ("invented", {"value": 1, "source": "x"}),
    ],
)
def test_a_profile_that_says_nonsense_is_refused_by_name(
    name: str, value: dict[str, object]
) -> None:
    folder = Path(__file__).parents[3] / "rulebooks" / "release_dates" / "template.yaml"
    text = yaml.safe_load(folder.read_text(encoding="utf-8"))
    profile_from(text)
    text["values"][name] = value
    with pytest.raises(BadProfile):
        profile_from(text)


@pytest.mark.parametrize("after", ["b", "nobody"])
def test_sentences_in_a_circle_or_after_none_are_refused(after: str) -> None:
    terms = [
        _term("a", "fixed", date(2026, 1, 1), "1m", after),
        _term("b", "fixed", date(2026, 1, 1), "1m", "a"),
    ]
    with pytest.raises(BadTerms):
        release_dates(terms, [], all_profiles()["tunisia"])


# --- What must hold for any sentence --------------------------------------------------------------

_DAYS = some.dates(date(2000, 1, 1), date(2040, 12, 31))
_LENGTH = some.fixed_dictionaries(
    {"years": some.integers(0, 12), "months": some.integers(0, 30), "days": some.integers(1, 400)}
)
_KINDS = some.sampled_from([Kind.FIXED, Kind.FIXED, Kind.FINE_DEFAULT])


@some.composite
def _terms(draw: some.DrawFn) -> list[Term]:
    """Up to five sentences; each follows an earlier one or begins while others run."""
    starts_on, made = draw(_DAYS), list[Term]()
    for number in range(draw(some.integers(1, 5))):
        names = [None, *(one.id for one in made)]
        made.append(
            Term(
                id=str(number), kind=draw(_KINDS), starts_on=starts_on,
                after=draw(some.sampled_from(names)), **draw(_LENGTH),
            )
        )  # fmt: skip
    return made


@some.composite
def _changes(draw: some.DrawFn, terms: Sequence[Term]) -> list[Change]:
    return [
        Change(
            kind=draw(some.sampled_from(ChangeKind)), days=draw(some.integers(1, 500)),
            from_on=draw(some.none() | some.dates(date(1999, 1, 1), date(2041, 1, 1))),
            term=draw(some.sampled_from([None, *(one.id for one in terms)])),
        )
        for _number in range(draw(some.integers(0, 6)))
    ]  # fmt: skip


@some.composite
def _histories(draw: some.DrawFn) -> tuple[list[Term], list[Change], Profile]:
    terms = draw(_terms())
    profile = _with(
        all_profiles()[draw(some.sampled_from(COUNTRIES))],
        month_end=draw(some.sampled_from(["last_day", "first_of_next"])),
        first_day_counts=draw(some.booleans()), fine_default="like_fixed",
        release_on=draw(some.sampled_from(["last_day", "day_after"])),
    )  # fmt: skip
    return terms, draw(_changes(terms)), profile


def _final(terms: Sequence[Term], changes: Sequence[Change], profile: Profile) -> date:
    final = release_dates(terms, changes, profile).final
    assert final is not None
    return final


@given(_histories(), some.data())
def test_a_further_day_of_credited_remand_never_lengthens_detention(
    history: tuple[list[Term], list[Change], Profile], data: some.DataObject
) -> None:
    terms, changes, profile = history
    further = Change(
        kind=ChangeKind.REMAND, days=1, from_on=data.draw(some.none() | _DAYS),
        term=data.draw(some.sampled_from([None, *(one.id for one in terms)])),
    )  # fmt: skip
    before = release_dates(terms, changes, profile)
    after = release_dates(terms, [*changes, further], profile)
    assert before.final is not None and after.final is not None
    assert after.final <= before.final
    for now, then in zip(after.conditional, before.conditional, strict=True):
        assert now.on <= then.on


@given(_histories(), some.data())
def test_a_further_consecutive_sentence_never_shortens_detention(
    history: tuple[list[Term], list[Change], Profile], data: some.DataObject
) -> None:
    terms, changes, profile = history
    after = data.draw(some.sampled_from([one.id for one in terms]))
    further = Term(
        id="further", kind=data.draw(_KINDS), starts_on=terms[0].starts_on, after=after,
        **data.draw(_LENGTH),
    )  # fmt: skip
    assert _final([*terms, further], changes, profile) >= _final(terms, changes, profile)


@given(_histories(), some.randoms())
def test_the_order_in_which_things_are_entered_makes_no_difference(
    history: tuple[list[Term], list[Change], Profile], shuffled: Any
) -> None:
    terms, changes, profile = history
    before = release_dates(terms, changes, profile)
    shuffled.shuffle(terms)
    shuffled.shuffle(changes)
    assert release_dates(terms, changes, profile) == before


@given(_histories())
def test_no_conditional_date_lies_after_the_end_and_none_before_the_beginning(
    history: tuple[list[Term], list[Change], Profile],
) -> None:
    dates = release_dates(*history)
    assert dates.final is not None and dates.begins is not None
    assert dates.begins <= dates.final
    for one in dates.conditional:
        assert dates.begins <= one.on <= dates.final


@given(_histories(), some.integers(1, 400))
def test_a_pardon_never_lengthens_detention(
    history: tuple[list[Term], list[Change], Profile], days: int
) -> None:
    terms, changes, profile = history
    pardon = Change(kind=ChangeKind.PARDON, days=days)
    assert _final(terms, [*changes, pardon], profile) <= _final(terms, changes, profile)


@given(_histories(), some.integers(1, 3000))
def test_the_end_never_lies_before_the_beginning_however_much_is_taken_off(
    history: tuple[list[Term], list[Change], Profile], days: int
) -> None:
    terms, changes, profile = history
    much = [Change(kind=kind, days=days) for kind in (ChangeKind.PARDON, ChangeKind.REMAND)]
    first = min(one.starts_on for one in terms)
    assert _final(terms, [*changes, *much], profile) >= first - timedelta(days=0)
