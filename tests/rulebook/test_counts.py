"""The packaged rulebook holds every rule, and loads without a problem."""

from __future__ import annotations

from collections import Counter
from datetime import date
from time import perf_counter

from standards.durations import parse_duration
from standards.person.engine import evaluate_archive
from standards.records import Archive
from standards.rulebook.derivations import SameSpell, SolitaryByLocalDay
from standards.rulebook.entry import NOT_CONFIRMED
from standards.rulebook.lint import lint
from standards.rulebook.load import Rulebook, load_rulebook

from .conftest import Folder

TODAY = date(2026, 11, 24)


def test_the_packaged_rulebook_has_no_problem() -> None:
    assert lint() == []


def test_it_holds_478_rules_of_three_kinds(rulebook: Rulebook) -> None:
    kinds = Counter(entry.kind for entry in rulebook.entries.values())
    assert kinds == {"monitored": 339, "attested": 120, "principle": 19}
    assert len(rulebook.entries) == 478


def test_every_monitored_rule_has_a_check_that_the_engine_reads(rulebook: Rulebook) -> None:
    checks = rulebook.checks(TODAY)
    assert len(checks) == len(rulebook.monitored()) == 339
    assert all(check.rule == name for name, check in checks.items())
    assert evaluate_archive(Archive(zone="UTC"), list(checks.values()), as_of=0) == []


def test_the_instruments_come_before_good_practice(rulebook: Rulebook) -> None:
    files = [entry.file for entry in rulebook.entries.values()]
    assert files[0].startswith("un/")
    assert files[-1].startswith("practice/")


def test_no_rule_is_shown_as_confirmed_yet(rulebook: Rulebook) -> None:
    assert {entry.confirmed for entry in rulebook.entries.values()} == {NOT_CONFIRMED}


def test_each_instrument_has_its_day_of_adoption(rulebook: Rulebook) -> None:
    days = {
        "nmr-43-1-b": date(2015, 12, 17),
        "br-22": date(2010, 12, 21),
        "juv-hr-20": date(1990, 12, 14),
        "juv-crc-37-c": date(1989, 11, 20),
        "juv-gc24-90-final": date(2019, 9, 18),
        "vep-01": date(2016, 1, 1),
    }
    for rule, day in days.items():
        entry = rulebook.entries[rule]
        assert entry.adopted == day
        assert [dated.since for dated in entry.values] == [day]


def test_the_digest_is_the_same_each_time(rulebook: Rulebook) -> None:
    assert load_rulebook().digest == rulebook.digest
    assert len(rulebook.digest) == 64


def test_the_digest_moves_with_a_word_and_not_with_the_ends_of_lines(folder: Folder) -> None:
    own = folder()
    before = load_rulebook(own).digest
    path = own / "un" / "01-discipline.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rulebook(own).digest == before
    assert load_rulebook(folder("Not too long", "Not for long")).digest != before


def test_everything_is_loaded_in_less_than_a_second() -> None:
    began = perf_counter()
    load_rulebook().checks(TODAY)
    assert perf_counter() - began < 1


def test_solitary_is_derived_as_rule_44_says(rulebook: Rulebook) -> None:
    solitary, separated = rulebook.derivations
    assert isinstance(solitary, SolitaryByLocalDay)
    assert (solitary.source, solitary.state, solitary.contact) == (
        "separation", "solitary", "contact_log",
    )  # fmt: skip
    assert solitary.alone_for == parse_duration("PT22H")
    assert solitary.alone_share == (22, 24)
    assert solitary.assumption in rulebook.assumptions
    assert rulebook.entries["nmr-44"].derivation == solitary.id
    assert separated == SameSpell(
        id="separated", source="separation", state="separated", says=separated.says
    )
