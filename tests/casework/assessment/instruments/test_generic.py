"""Our own instrument passes, says plainly what it is worth, and keeps to the rulebook."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib.resources import files

import pytest

from standards.rulebook.load import load_rulebook
from tests.casework.assessment.instruments.conftest import GENERIC, Change
from throughcare.casework.assessment.instruments.demands import demands
from throughcare.casework.assessment.instruments.model import Form, Instrument
from throughcare.casework.assessment.instruments.reading import read_instrument


@pytest.fixture(scope="module")
def generic() -> Instrument:
    """Our instrument as it is shipped."""
    outcome = read_instrument(GENERIC)
    assert outcome.problems == ()
    assert outcome.instrument is not None
    return outcome.instrument


def test_it_is_read_as_it_stands_in_the_file(generic: Instrument) -> None:
    assert generic.key == ("tc-generic", "0.1.0", "en")
    assert [(domain.id, len(domain.items)) for domain in generic.domains] == [
        ("conduct", 4), ("ties", 4), ("coping", 4), ("needs", 4), ("strengths", 4),
    ]  # fmt: skip
    item = next(item for item in generic.items() if item.id == "A2")
    assert item.ask.shown.startswith("In the person's own words, is violence against people")
    assert [one.shown for one in item.not_evidence] == [
        "holding a belief", "knowledge of texts", "opinions on wars or history", "silence",
    ]  # fmt: skip
    assert item.anchors["1"].shown == "mixed or only hypothetical"
    assert [one.shown for one in item.help][-1] == "choice of chaplain if asked for"


@pytest.mark.parametrize("title", ["Veracity of what is told", "A trap for mice", "Our MLGs"])
def test_a_name_that_only_sounds_like_a_licensed_tool_is_open(title: str, change: Change) -> None:
    path = change("title: Throughcare generic needs-and-conduct instrument", f"title: {title}")
    assert read_instrument(path).problems == ()


def test_it_says_everywhere_that_it_is_not_validated(generic: Instrument) -> None:
    assert not generic.status.validated
    assert generic.status.standing.startswith("NOT VALIDATED")
    assert "# STATUS: NOT VALIDATED." in GENERIC.read_text(encoding="utf-8")


def test_not_enough_information_is_a_full_answer_and_no_level(generic: Instrument) -> None:
    assert generic.ratings.codes == ("0", "1", "2", "NI", "NA")
    assert generic.ratings.levels == ("0", "1", "2")
    assert generic.strength_ratings.codes == ("0", "1", "2", "NI")
    assert [rating.sources for rating in generic.ratings.ratings] == [0, 0, 2, 0, 0]


def test_what_protects_is_one_domain_rated_by_strengths(generic: Instrument) -> None:
    (protective,) = [domain for domain in generic.domains if domain.protective]
    assert protective.id == "strengths"
    assert protective.scale == generic.strength_ratings


def test_its_conditions_are_those_of_the_file(generic: Instrument) -> None:
    assert generic.validity_days == 180
    assert generic.second_rater.cases == ("first_assessment", "increases_restriction")
    assert generic.second_rater.random_percent == 20
    assert generic.for_untried == ("needs", "coping", "strengths")
    assert generic.not_for[0] == "persons_under_18"
    assert generic.training.valid_days == 730


def test_a_person_gives_each_judgement(generic: Instrument) -> None:
    assert {one.chosen_by for one in generic.judgements if one.form is Form.CHOICE} == {"assessor"}
    view = next(one for one in generic.judgements if one.id == "prisoner_view")
    assert view.required and view.may_be == ("declined", "not_reached")


def test_it_stands_in_the_installed_package() -> None:
    there = files("throughcare.casework.assessment.instruments").joinpath("generic.yaml")
    assert there.read_bytes() == GENERIC.read_bytes()


def test_numbers_that_a_rule_has_are_those_of_the_rule() -> None:
    """Six months have at most 184 days, two years 731."""
    rulebook = load_rulebook()
    today = date(2026, 11, 26)
    checks = {name: rulebook.entries[name].written_on(today) for name in ("vep-05", "vep-06")}
    assert checks["vep-05"] is not None and checks["vep-05"]["limit"] == "P6M"
    assert checks["vep-06"] is not None and checks["vep-06"]["max_age"] == "P2Y"
    limits = demands().limits
    by_rule = {limit.rule: limit.value for limit in limits.values() if limit.rule}
    assert by_rule == {"vep-05": 184, "vep-06": 731}
    assert (date(2027, 1, 1) - date(2026, 7, 1)).days == 184
    assert (date(2029, 1, 1) - date(2027, 1, 1)).days == 731
    assert all(limit.why for limit in limits.values())


def test_the_room_needs_no_django_and_no_other_room() -> None:
    program = (
        "import sys; import throughcare.casework.assessment.instruments.catalogue as c;"
        "import throughcare.casework.assessment.instruments.leaving; c.load_instruments(None);"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in ('django', 'logging')"
        " or (m.startswith('throughcare.') and 'assessment' not in m)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    # Of the kernel only the matching of words, module by module: no models, hence no Django.
    assert set(done.stdout.split()) <= {
        "throughcare.casework", "throughcare.errors", "throughcare.kernel",
        "throughcare.kernel.endings", "throughcare.kernel.folding",
        "throughcare.kernel.parts", "throughcare.kernel.phrases", "throughcare.kernel.word_groups",
    }  # fmt: skip
