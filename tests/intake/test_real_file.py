"""The real file: 371 placements of one detention centre, 2013 to 2018."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from standards.instants import DAY, parse_instant
from throughcare.intake.archive import UNKNOWN, Intake, read_archive

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared/data/nwdc-srms-2013-2018/placements.csv"
EXAMPLES = ROOT / "examples/nwdc-srms"

pytestmark = pytest.mark.skipif(
    not DATA.exists(), reason=f"the real file is not shipped, and is not at {DATA}"
)


@pytest.fixture(scope="module")
def intake() -> Intake:
    return read_archive([DATA], EXAMPLES / "mapping.yaml")


def test_all_371_rows_are_read_and_accepted(intake: Intake) -> None:
    assert (intake.read, intake.accepted, intake.damaged) == (371, 371, [])


def test_357_placements_have_ended_and_14_are_open(intake: Intake) -> None:
    ended = sum(record.until is not None for record in intake.archive.records)
    assert (ended, len(intake.archive.records) - ended) == (357, 14)


def test_290_ended_placements_are_longer_than_15_days_and_the_longest_781(intake: Intake) -> None:
    # Placed and released at local midnight: a day may have 23 or 25 hours, so round.
    days = [
        round((record.until - record.since) / DAY)
        for record in intake.archive.records
        if record.since is not None and record.until is not None
    ]
    assert (sum(day > 15 for day in days), max(days)) == (290, 781)


def test_a_date_means_midnight_in_tacoma(intake: Intake) -> None:
    first = intake.archive.records[0]
    assert first.since == parse_instant("2018-05-14T00:00-07:00")
    assert first.until == parse_instant("2018-05-29T00:00-07:00")


def test_every_row_is_its_own_person_and_says_which_row(intake: Intake) -> None:
    first = intake.archive.records[0]
    assert (first.who, intake.source_rows[first.id]) == ("row 2", ("placements.csv", 2))
    assert len({record.who for record in intake.archive.records}) == 371


def test_blank_labels_are_unknown_and_the_word_none_is_not_blank(intake: Intake) -> None:
    illness = Counter(label["mental illness"] for label in intake.labels.values())
    assert illness == {"None": 237, "Mental Illness": 116, "Serious Mental Illness": 18}
    special = Counter(label["special criteria"] for label in intake.labels.values())
    assert special[UNKNOWN] == 80


def test_men_and_women_are_known_from_the_file(intake: Intake) -> None:
    sexes = Counter(person.sex for person in intake.archive.persons.values())
    assert sexes == {"Male": 340, "Female": 31}


def test_the_declared_assumption_counts_every_placement(intake: Intake) -> None:
    (assumption,) = intake.assumptions
    assert (assumption.name, assumption.records_touched) == ("segregation_is_solitary", 371)
    assert intake.archive.assumptions == {"segregation_is_solitary"}


def test_the_other_mapping_declares_nothing_and_reads_the_same_rows(intake: Intake) -> None:
    other = read_archive([DATA], EXAMPLES / "mapping-without-assumption.yaml")
    assert other.assumptions == []
    assert other.archive.assumptions == frozenset()
    assert other.archive.records == intake.archive.records
