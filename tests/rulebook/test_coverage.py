"""What a data set can answer, and what it lacks."""

from __future__ import annotations

from datetime import date

from standards.records import Archive, Person, Place, Record
from standards.rulebook.coverage import Kept, Reach, RuleCoverage, coverage
from standards.rulebook.load import Rulebook

TODAY = date(2026, 11, 24)


def covered(rulebook: Rulebook, rule: str, kept: Kept) -> RuleCoverage:
    return next(one for one in coverage(rulebook, kept, TODAY) if one.rule == rule)


def kept(*types: str, fields: tuple[str, ...] = (), assume: tuple[str, ...] = ()) -> Kept:
    return Kept(frozenset(types), frozenset(fields), frozenset(assume))


def test_nothing_kept_answers_nothing(rulebook: Rulebook) -> None:
    found = coverage(rulebook, kept(), TODAY)
    assert len(found) == 339
    assert {one.reach for one in found} == {Reach.NOT}
    assert all(one.missing for one in found)


def test_solitary_needs_contact_logs_or_a_declared_assumption(rulebook: Rulebook) -> None:
    rule = "nmr-43-1-b"
    assert covered(rulebook, rule, kept()).missing == ("separation",)
    without = covered(rulebook, rule, kept("separation"))
    assert (without.reach, without.missing) == (Reach.PARTLY, ("contact_log",))
    assumed = kept("separation", assume=("segregation_is_solitary",))
    assert covered(rulebook, rule, assumed).reach is Reach.ANSWERED
    assert covered(rulebook, rule, kept("separation", "contact_log")).reach is Reach.ANSWERED
    assert covered(rulebook, rule, kept("solitary")).reach is Reach.ANSWERED


def test_a_rule_about_children_needs_birth_dates(rulebook: Rulebook) -> None:
    rule = "juv-hr-20"
    types = ("admission", "commitment_order_valid_and_registered")
    assert covered(rulebook, rule, kept(*types)).missing == ("person.birth_date",)
    known = kept(*types, fields=("person.birth_date",))
    assert covered(rulebook, rule, known).reach is Reach.ANSWERED
    assumed = kept(*types, assume=("persons_are_adults",))
    assert covered(rulebook, rule, assumed).reach is Reach.ANSWERED


def test_an_exception_that_nobody_records_makes_the_answer_partial(rulebook: Rulebook) -> None:
    types = ("in_custody_not_in_outdoor_work", "open_air_minutes")
    found = covered(rulebook, "nmr-23-1", kept(*types))
    assert (found.reach, found.missing) == (Reach.PARTLY, ("weather_stop",))


def test_one_of_three_times_of_a_movement_is_enough(rulebook: Rulebook) -> None:
    found = covered(rulebook, "nmr-7-c", kept("movement", fields=("admission.at",)))
    assert found.reach is Reach.ANSWERED


def test_some_fields_give_a_partial_answer(rulebook: Rulebook) -> None:
    found = covered(rulebook, "nmr-39-2-record", kept("sanction", fields=("sanction.reasons",)))
    assert found.reach is Reach.PARTLY
    assert "sanction.offence" in found.missing and "sanction.reasons" not in found.missing


def test_a_ratio_needs_placements_and_the_measure(rulebook: Rulebook) -> None:
    rule = "nmr-13-space"
    found = covered(rulebook, rule, kept())
    assert found.missing == ("placement", "cell.floor_area_m2")
    assert covered(rulebook, "nmr-12-1", kept("placement")).reach is Reach.PARTLY


def test_what_an_archive_keeps_is_read_from_it(rulebook: Rulebook) -> None:
    archive = Archive(
        zone="UTC",
        records=[Record(id="1", type="placement", who="A", since=0, place="P/a/U/c")],
        persons={"A": Person(id="A", sex="f")},
        places={"P/a/U/c": Place(id="P/a/U/c", measures={"floor_area_m2": 9.0})},
        kept=frozenset({"visit"}),
    )
    found = Kept.of(archive)
    assert found.types == {"placement", "visit"}
    assert {"person.sex", "cell.floor_area_m2"} <= found.fields
    assert covered(rulebook, "nmr-13-space", found).reach is Reach.ANSWERED
