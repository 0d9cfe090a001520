"""What wing staff of the invented country saw: rows of all kinds, of people who are there."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.casework.observations.terms import Spot, Tone
from throughcare.demo.rooms import observations
from throughcare.demo.row import Row

from .made import AT, tiny


def of_country() -> list[Row]:
    made = tiny()
    return list(
        chain.from_iterable(
            observations.rows(made, one, tuple(made.people_at(one))) for one in made.establishments
        )
    )


def test_there_is_something_of_every_kind_and_it_follows_from_the_seed_alone() -> None:
    rows = of_country()
    kinds = Counter(type(one.row) for one in rows)
    assert set(kinds) == {Observation, OfficerContact, PersonalOfficer}
    tones = {one.row.tone for one in rows if isinstance(one.row, Observation)}
    assert tones == set(Tone.values)
    assert [one.content for one in rows] == [one.content for one in of_country()]


def test_every_row_has_happened_and_stands_behind_the_wall_of_programmes() -> None:
    for one in of_country():
        row = one.row
        assert one.compartment == "PRG" and one.at <= AT
        if isinstance(row, Observation):
            assert row.seen_at <= row.recorded_at and row.spot in Spot.values
            assert row.behaviour or not row.meaning


def test_nothing_that_was_written_of_anybody_there_speaks_of_belief_or_origin() -> None:
    from throughcare.casework.observations.marks import names_any

    texts = [
        text
        for one in of_country()
        if isinstance(one.row, Observation)
        for text in (one.row.behaviour, one.row.meaning)
    ]
    assert texts and not [text for text in texts if names_any(text)]
