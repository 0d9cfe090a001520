"""From a question to an explanation."""

from __future__ import annotations

from dataclasses import dataclass

from throughcare.explain.asked import Asked
from throughcare.explain.evidence import used_records
from throughcare.explain.knowledge import knowledge
from throughcare.explain.model import Explanation
from throughcare.explain.nothing import why_nothing
from throughcare.explain.rule_words import rule_words
from throughcare.explain.steps import tell
from throughcare.report.assemble import Settings, assemble

_ROW = "row "


@dataclass(frozen=True, slots=True)
class Origin:
    """What was asked on the command line, as far as a reader needs it."""

    files: tuple[str, ...] = ()
    as_of_from_clock: bool = False
    profile: str | None = None


def build(asked: Asked, origin: Origin) -> Explanation:
    """Everything that is to be said, whatever the form."""
    settings = Settings(
        files=origin.files,
        as_of=asked.as_of,
        as_of_from_clock=origin.as_of_from_clock,
        known_at=asked.known_at,
        zone=asked.zone,
        engine="person",
        profile=origin.profile,
    )
    report = assemble(
        settings, asked.rulebook, [asked.check], [asked.covered], asked.intake, asked.findings
    )
    rule = report.rules[asked.check.rule]
    told = tuple(tell(asked, line, rule) for line in report.lines)
    nothing = () if told else why_nothing(asked)
    ids = [name for finding in asked.findings for name in finding.evidence]
    ids += [name for part in told for step in part.steps for name in step.records]
    ids += [name for step in nothing for name in step.records]
    used, aside = used_records(asked, ids)
    return Explanation(
        report=report,
        rule=rule,
        person=asked.person,
        rule_words=rule_words(asked.entry, asked.check, asked.as_of, asked.zone),
        told=told,
        nothing=nothing,
        records=used,
        set_aside=aside,
        knowledge=knowledge(asked),
        challenge=_challenge(asked),
    )


def _challenge(asked: Asked) -> tuple[str, ...]:
    said = [
        "If a record is wrong, ask for it to be corrected. A correction gives a new answer, and "
        "the old one stays on file.",
        "If something happened that is not recorded, ask for it to be recorded.",
    ]
    if asked.intake.assumptions:
        said.append(
            "If a declared assumption does not fit this case, records of what really happened "
            "take its place."
        )
    if asked.person.startswith(_ROW) or f" {_ROW}" in asked.person:
        said.append(
            "These records have no key for persons. Each row stands alone, so an earlier or later "
            "row may be about the same person and is not counted here."
        )
    said.append(
        "This is an account of records and rules. It is no decision of a court or an authority."
    )
    return tuple(said)
