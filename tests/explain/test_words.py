"""What a small explanation says, sentence by sentence."""

from __future__ import annotations

from standards.findings import Flag
from throughcare.explain.model import Explanation
from throughcare.explain.text import render_text
from throughcare.explain.words import between, isolated, plain

from .made import ZONE, explain, record


def text_of(said: Explanation) -> str:
    return " ".join(render_text(said).split())


def test_a_spell_over_the_limit_shows_the_sum() -> None:
    text = text_of(explain(record("solitary", "2026-03-01", "2026-03-19")))
    assert "15 days later, by the calendar in Tunis, was Monday 16 March 2026 10:00." in text
    assert "That is 18 days: 3 days more than the 15 days allowed." in text
    assert (
        "The rule was broken from Monday 16 March 2026 10:00 to Thursday 19 March 2026 10:00."
        in text
    )


def test_a_spell_as_long_as_the_limit_is_said_to_keep_it() -> None:
    text = text_of(explain(record("solitary", "2026-03-01", "2026-03-16")))
    assert "That is exactly 15 days. A limit is broken only when it is exceeded." in text


def test_an_open_spell_says_what_to_do_and_by_when() -> None:
    text = text_of(explain(record("solitary", "2026-03-01"), as_of="2026-03-05"))
    assert "The limit falls on Monday 16 March 2026 10:00." in text
    assert "To keep the rule: end solitary confinement, by Monday 16 March 2026 10:00." in text


def test_a_declared_assumption_is_quoted_and_can_be_challenged() -> None:
    said = explain(record("separation", "2026-03-01", "2026-03-19"), assumption=True)
    text = text_of(said)
    assert said.told[0].line.finding.flags == {Flag.NO_CONTACT_LOG}
    assert 'declared this assumption: "We take it so."' in text
    assert "If a declared assumption does not fit this case" in text


def test_without_the_assumption_the_answer_is_unknown_and_says_what_to_record() -> None:
    text = text_of(explain(record("separation", "2026-03-01", "2026-03-19")))
    assert "The rule can be called neither kept nor broken." in text
    assert "To get an answer, this must be recorded: contact log" in text


def test_the_official_text_and_who_set_the_number_are_named() -> None:
    text = text_of(explain(record("solitary", "2026-03-01", "2026-03-19")))
    assert "They are not yet confirmed against the official text." in text
    assert "What is asked is set by the rule itself." in text


def test_an_answer_by_later_knowledge_tells_the_answer_of_then() -> None:
    wrong = record("solitary", "2026-03-01", "2026-03-10", id="first")
    late = {"supersedes": "first", "recorded_at": record("x", "2026-04-01").since}
    right = record("solitary", "2026-03-01", "2026-03-19", id="second", **late)
    said = explain(wrong, right, as_of="2026-03-20", known_at="2026-04-02")
    text = text_of(said)
    assert "By what was entered up to Friday 20 March 2026 10:00, the answer is: The rule was" in (
        text
    )
    assert [used.record.id for used in said.set_aside] == ["first"]
    assert "It was corrected on Wednesday 1 April 2026 10:00." in text


def test_nothing_recorded_is_told_as_such() -> None:
    text = text_of(explain(record("admission_note", "2026-03-01")))
    assert "None is recorded: no solitary confinement up to" in text


def test_other_people_are_not_named() -> None:
    child = record("children", "2026-01-01")
    untried = record("untried", "2026-01-01")
    mine = record("placement", "2026-03-01", "2026-03-05", place="E/P/U/1")
    other = record("placement", "2026-03-02", "2026-03-04", place="E/P/U/2", who="Zacharias")
    sentenced = record("sentenced", "2026-01-01", who="Zacharias", id="s")
    said = explain(child, untried, mine, other, sentenced, rule="nmr-11-b")
    assert said.told
    assert "Zacharias" not in render_text(said)
    assert "They are not named here." in text_of(said)


def test_a_name_from_right_to_left_does_not_turn_the_line() -> None:
    name = "محمد"
    said = explain(record("solitary", "2026-03-01", "2026-03-19", who=name), person=name)
    assert f"About: \u2068{name}\u2069" in render_text(said)
    assert isolated("Anna") == "Anna"
    assert name not in "".join(line for line in render_text(said).splitlines() if "|" in line)


def test_a_short_breach_stays_in_sight_in_a_long_drawing() -> None:
    said = explain(record("solitary", "2026-01-01", "2026-01-17"))
    assert "!#" in render_text(said)


def test_hours_are_told_as_hours_and_long_ones_also_in_days() -> None:
    start = record("x", "2026-03-01").since
    end = record("x", "2026-03-09").since
    assert start is not None
    assert end is not None
    assert between(start, end, ZONE, by_calendar=False) == "192 hours (8 days)"


def test_notes_of_the_rulebook_lose_their_written_names() -> None:
    assert (
        plain("merge_gap is policy") == "the longest break that still counts as one spell is policy"
    )
