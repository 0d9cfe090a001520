"""Each kind of damage is found, with its line and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from standards.rulebook.errors import RulebookError
from standards.rulebook.lint import lint
from standards.rulebook.load import load_rulebook

from .conftest import CHAPTER, PROFILE, Folder

# what is damaged, the text taken out, the text put in, the line, the problem, the remedy
DAMAGES = [
    ("an unknown key", "  severity: low", "  severty: low", 37, "'severty' is not a known key",
     "did you mean 'severity'?"),
    ("an unknown kind", "kind: attested", "kind: atested", 36, "'kind' is 'atested'",
     "did you mean 'attested'?"),
    ("an unreadable duration", "limit: P15D", "limit: 15 days", 22, "'15 days' is not a duration",
     "P15D"),
    ("an unreadable ask_every", "ask_every: P6M", "ask_every: often", 42, "'often' is not a",
     "P15D"),
    ("a state that nobody lists", "state: solitary", "state: solitry", 19,
     "state 'solitry' is not in the vocabulary", "did you mean 'solitary'?"),
    ("an unknown pattern", "pattern: max_duration", "pattern: max_durations", 18,
     "not one of the nine patterns", "did you mean 'max_duration'?"),
    ("a parameter of another pattern", "merge_gap: PT24H", "grace: PT24H", 23,
     "max_duration has no parameter 'grace'", "remove it"),
    ("a missing parameter", "      limit: P15D\n", "", 21, "needs the parameter 'limit'", "P15D"),
    ("a number in check", "state: solitary", "state: solitary\n    limit: P9D", 20,
     "'limit' stands in check", "move 'limit' to values"),
    ("a name in values", "limit: P15D", "limit: P15D\n      state: solitary", 21,
     "the name 'state' stands in values", "move it to check"),
    ("a missing date", "    - from: 2015-12-17\n      limit: P15D", "    - limit: P15D", 21,
     "the date 'from' is missing", "2015-12-17"),
    ("a date that is none", "adopted: 2015-12-17", "adopted: then", 3, "is not a date",
     "2015-12-17"),
    ("two sets from one day", "from: 2030-01-01", "from: 2015-12-17", 24,
     "two sets of values begin on 2015-12-17", "keep one"),
    ("a missing citation", "  cite: '2'\n", "", 32, "'cite' is missing", "cite the rule"),
    ("a citation that is a number", "cite: '2'", "cite: 2.10", 33, "'cite' is not a text",
     "in quotes, as it was written"),
    ("a related rule that is none", "related: [now-2]", "related: [now-3]", 10,
     "related 'now-3' is no rule", "did you mean"),
    ("a field that nobody lists", "needs: [separation.from]", "needs: [separation.form]", 10,
     "needs 'separation.form' is not in the vocabulary", "did you mean 'separation.from'?"),
    ("somebody that nobody lists", "applies_to: [all]", "applies_to: [al]", 10,
     "applies_to 'al' is not in the vocabulary", "did you mean 'all'?"),
    ("two equal ids", "- id: now-2", "- id: now-1", 32,
     "the id 'now-1' stands already in un/01-discipline.yaml:10", "another id"),
    ("an id of another instrument", "- id: now-2", "- id: other-2", 32,
     "does not begin with 'now-'", "change the id"),
    ("a key written twice", "  title: Explained", "  cite: '3'", 34, "'cite' is written twice",
     "keep one"),
    ("a monitored rule without check", "  check:\n    pattern: max_duration\n    state: solitary\n",
     "", 10, "a monitored rule needs a check", "write check:"),
    ("an attested rule without question", "  question: Can each restriction be explained?\n", "",
     32, "'question' is missing", "write the question"),
    ("an unknown derivation", "  ask_every: P6M", "  ask_every: P6M\n  derivation: solitry", 32,
     "the derivation 'solitry' is unknown", "did you mean 'solitary'?"),
    ("a text that is not YAML", "  title: Explained", "  title: 'Explained", 40, "not YAML",
     "missing quote"),
    ("a list where one value belongs", "limit: P15D", "limit: [P15D]", 22, "is not one value",
     "with one value"),
    ("an alias", "  answers: ['yes', partly, 'no']\n  evidence: [list of restrictions]",
     "  answers: &a ['yes', partly]\n  evidence: *a", 40, "alias", "write the text out again"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "remedy"),
    [damage[1:] for damage in DAMAGES],
    ids=[damage[0] for damage in DAMAGES],
)
def test_lint_shows_where_the_damage_is_and_how_to_mend_it(
    old: str, new: str, line: int, what: str, remedy: str, folder: Folder
) -> None:
    problems = lint(folder(old, new))
    fitting = [problem for problem in problems if what in problem.what]
    assert fitting, [str(problem) for problem in problems]
    assert fitting[0].file == "un/01-discipline.yaml"
    assert fitting[0].line == line
    assert remedy in fitting[0].remedy


def test_a_sound_folder_has_no_problem(folder: Folder) -> None:
    assert lint(folder()) == []


def test_a_damaged_rulebook_is_refused_with_every_problem(folder: Folder) -> None:
    damaged = folder("limit: P15D", "limit: 15 days\n      grace: P1D")
    with pytest.raises(RulebookError) as refused:
        load_rulebook(damaged)
    assert "un/01-discipline.yaml:" in str(refused.value)
    assert "What to do:" in str(refused.value)


def test_equal_ids_in_two_files_are_found(folder: Folder) -> None:
    own = folder()
    (own / "un" / "02-again.yaml").write_text(CHAPTER, encoding="utf-8")
    assert ["now-1" in p.what and "01-discipline.yaml:10" in p.what for p in lint(own)] == [
        True, False,
    ]  # fmt: skip


def test_a_folder_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    assert lint(tmp_path / "nothing")[0].what == "there is no such folder"


def test_a_folder_without_a_rule_is_a_problem(tmp_path: Path) -> None:
    assert lint(tmp_path)[0].what == "the folder holds no rule"


def test_a_folder_may_add_names_of_its_own(folder: Folder) -> None:
    own = folder("state: solitary", "state: our_own_state")
    assert lint(own)
    (own / "vocabulary.yaml").write_text("states: [our_own_state]\n", encoding="utf-8")
    assert lint(own) == []


def test_a_looser_profile_in_the_folder_is_a_problem(folder: Folder) -> None:
    own = folder()
    (own / "country").mkdir()
    text = PROFILE.replace("P10D", "P20D")
    (own / "country" / "nowhere.yaml").write_text(text, encoding="utf-8")
    (problem,) = lint(own)
    assert (problem.file, problem.line) == ("country/nowhere.yaml", 7)
    assert "looser" in problem.what


def test_a_file_that_is_not_text_is_a_problem(folder: Folder) -> None:
    own = folder()
    (own / "un" / "02-odd.yaml").write_bytes(b"\xff\xfe\x00rules: \xff")
    assert any("not YAML" in problem.what for problem in lint(own))
