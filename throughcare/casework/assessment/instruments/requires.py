"""Reading what the use of an instrument requires: a certificate, a second rater, two promises."""

from __future__ import annotations

from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.demands import demands, limit
from throughcare.casework.assessment.instruments.keys import Keys
from throughcare.casework.assessment.instruments.standing import SecondRater, Training

_DECLARED: Final = {
    "protective_domain_complete": "what protects a person is rated before anything is final",
    "prisoner_invited": "the person is asked to take part",
}


def bounded_days(keys: Keys, key: str, bound: str) -> int:
    """A number of days, at least one and at most the bound."""
    most = limit(bound)
    days = keys.number(key)
    if days is None:
        if not keys.has(key):
            keys.problem(
                key, f"'{key}' is missing", f"write for how many days it holds; {most.why}"
            )
        return 0
    if not 1 <= days <= most.value:
        what = f"'{key}' is {days}, and may be 1 to {most.value}"
        keys.problem(key, what, f"write at most {most.value}: {most.why}")
    return days


def read_requires(keys: Keys) -> tuple[Training, SecondRater]:
    """The certificate and the second rater; what is missing or too loose is noted."""
    part = keys.part("requires") or Section(keys.section.line_of("requires"))
    own = keys.page.keys(part, "requires")
    own.only(("training", "second_rater", *_DECLARED))
    for key, why in _DECLARED.items():
        own.must_be(key, True, why)
    return _training(own), _second_rater(own)


def _training(keys: Keys) -> Training:
    part = keys.part("training")
    if part is None:
        remedy = "name the tool that must stand on the certificate, and its valid_days"
        keys.problem("training", "no training is required", remedy)
        return Training("", 0)
    own = keys.page.keys(part, "training")
    own.only(("tool", "valid_days"))
    return Training(
        own.text("tool", required="name the tool as it stands on the certificate"),
        bounded_days(own, "valid_days", "longest_training_days"),
    )


def _second_rater(keys: Keys) -> SecondRater:
    part = keys.part("second_rater")
    cases = demands().second_rater
    if part is None:
        remedy = f"write second_rater: with cases: [{', '.join(cases)}] and random_percent"
        keys.problem("second_rater", "there is no rule for a second rater", remedy)
        return SecondRater((), 0)
    own = keys.page.keys(part, "second_rater")
    own.only(("cases", "random_percent"))
    named = own.codes("cases", tuple(cases))
    for case, words in cases.items():
        if case not in named:
            own.problem("cases", f"nobody rates a second time: {words}", f"add {case} to 'cases'")
    least = limit("least_second_rated_percent")
    percent = own.number("random_percent")
    if percent is None or not least.value <= percent <= 100:
        what = f"'random_percent' is not a number from {least.value} to 100"
        own.problem("random_percent", what, f"write at least {least.value}: {least.why}")
    return SecondRater(named, percent or 0)
