"""Who may use an instrument, for whom, and for how long it holds."""

from __future__ import annotations

from dataclasses import dataclass

from throughcare.casework.assessment.instruments.demands import demands
from throughcare.casework.assessment.instruments.keys import Keys
from throughcare.casework.assessment.instruments.protected import characteristics
from throughcare.casework.assessment.instruments.requires import bounded_days, read_requires
from throughcare.casework.assessment.instruments.standing import SecondRater, Training
from throughcare.kernel.folding import words_of


@dataclass(frozen=True, slots=True)
class Use:
    """The conditions under which an instrument may be used."""

    training: Training
    second_rater: SecondRater
    validity_days: int
    not_for: tuple[str, ...]
    for_untried: tuple[str, ...]
    never_evidence: tuple[str, ...]


def read_use(keys: Keys, *, validated: bool) -> Use:
    """The conditions; what is missing or too loose is noted."""
    training, second_rater = read_requires(keys)
    return Use(
        training=training,
        second_rater=second_rater,
        validity_days=bounded_days(keys, "validity_days", "longest_validity_days"),
        not_for=_not_for(keys, validated),
        for_untried=_untried(keys),
        never_evidence=_never_evidence(keys),
    )


def _not_for(keys: Keys, validated: bool) -> tuple[str, ...]:
    purposes = demands().not_for
    named = keys.codes("not_for", tuple(purposes))
    for code, purpose in purposes.items():
        if code not in named and (purpose.always or not validated):
            why = "" if purpose.always else ", as it is not validated"
            what = f"'not_for' does not name {code}: {purpose.means}{why}"
            keys.problem("not_for", what, f"add {code} to 'not_for'")
    return named


def _untried(keys: Keys) -> tuple[str, ...]:
    """Ids of domains; whether there are such domains is looked at when they are read."""
    part = keys.part("untried_persons")
    if part is None:
        remedy = "write untried_persons: with allowed_domains and offence_discussion: false"
        keys.problem("untried_persons", "nothing is said of people not yet tried", remedy)
        return ()
    own = keys.page.keys(part, "untried_persons")
    own.only(("allowed_domains", "offence_discussion"))
    own.must_be("offence_discussion", False, "whoever is not tried is not asked about the charge")
    return own.texts("allowed_domains", required="name the domains on needs, health and safety")


def _never_evidence(keys: Keys) -> tuple[str, ...]:
    remedy = "list what must never count, such as faith, worship, dress, diet"
    texts = keys.texts("never_evidence", required=remedy)
    said = [words_of(text) for text in texts]
    for group in characteristics() if said else ():
        if not any(group.found_in(words) for words in said):
            what = f"'never_evidence' does not name {group.says}"
            keys.problem("never_evidence", what, f"add {group.says} to what must never count")
    return texts
