"""What was known when: up to which moment facts count, and up to which moment entries do."""

from __future__ import annotations

from throughcare.explain.asked import Asked, ask
from throughcare.explain.conclusions import conclusion
from throughcare.explain.words import full
from throughcare.report.model import Line


def knowledge(asked: Asked) -> tuple[str, ...]:
    """Both moments; where they differ, also the answer by what was known at the first."""
    as_of = full(asked.as_of, asked.zone)
    if asked.known_at == asked.as_of:
        return (f"This answer takes what had happened and was entered by {as_of}.",)
    known = full(asked.known_at, asked.zone)
    since = (
        "What was entered after that does not count here, even if it happened before."
        if asked.known_at < asked.as_of
        else "That includes what was entered, corrected or struck out afterwards."
    )
    return (
        f"This answer looks at what had happened by {as_of}.",
        f"It uses what was entered by {known}. {since}",
        f"By what was entered up to {as_of}, the answer is: {_answer_then(asked)}",
    )


def _answer_then(asked: Asked) -> str:
    then = ask(
        asked.rulebook,
        asked.entry,
        asked.check,
        asked.intake,
        asked.person,
        as_of=asked.as_of,
        known_at=asked.as_of,
    )
    said = [conclusion(then, Line(finding=found, zone=asked.zone)) for found in then.findings]
    return " ".join(dict.fromkeys(said)) or "Nothing is due and nothing was broken."
