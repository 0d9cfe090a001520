"""Each bad instrument is refused with file, line, what is wrong and what to do."""

from __future__ import annotations

import pytest

from tests.casework.assessment.instruments.bad import Bad
from tests.casework.assessment.instruments.conftest import TEXT, Change, changed
from tests.casework.assessment.instruments.refused import ALL
from throughcare.casework.assessment.instruments.reading import read_instrument


def line_of(text: str, part: str) -> int:
    """The line on which a part of a text begins."""
    assert part in text, part
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("bad", ALL, ids=[bad.change for bad in ALL])
def test_it_is_refused_where(bad: Bad, change: Change) -> None:
    path = change(bad.old, bad.new)
    outcome = read_instrument(path)
    assert outcome.instrument is None
    said = [str(problem) for problem in outcome.problems]
    # One sentence: it is about the change, and nothing that ours has too is refused beside it.
    assert len(said) == 1, said
    (problem,) = outcome.problems
    assert bad.said in problem.what
    assert problem.file == str(path)
    if bad.at:
        assert problem.line == line_of(changed(bad.old, bad.new), bad.at), said
    assert bad.remedy in problem.remedy, said


def test_studies_open_a_sentence_and_never_children(change: Change) -> None:
    """Whoever is validated need not say that it sets no sentence; children stay out in any case."""
    validated = (
        "status: validated\n"
        "studies: [{citation: A study, double_rated: 30, found: agreement was good}]"
    )
    path = change("status: unvalidated", validated)
    text = path.read_text(encoding="utf-8")
    path.write_text(changed("sentence_length, ", "", text), encoding="utf-8")
    assert read_instrument(path).problems == ()
    path.write_text(changed("persons_under_18, ", "", text), encoding="utf-8")
    (problem,) = read_instrument(path).problems
    assert "'not_for' does not name persons_under_18" in problem.what


def test_each_of_them_is_another_instrument_than_ours() -> None:
    assert len({changed(bad.old, bad.new) for bad in ALL} - {TEXT}) == len(ALL) >= 30
