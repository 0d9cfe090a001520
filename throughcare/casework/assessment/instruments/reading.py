"""One file becomes an instrument, or a list of what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.counting import (
    JUDGEMENTS,
    computed_problems,
    counting_problems,
)
from throughcare.casework.assessment.instruments.domains import known_domains, read_domains
from throughcare.casework.assessment.instruments.head import is_licensed, read_head
from throughcare.casework.assessment.instruments.judgements import read_judgements
from throughcare.casework.assessment.instruments.keys import Page
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.protected import protected_problems
from throughcare.casework.assessment.instruments.scales import RATINGS, STRENGTHS, read_scale
from throughcare.casework.assessment.instruments.sheet import Sheet, sheet_of
from throughcare.casework.assessment.instruments.standing import Translation
from throughcare.casework.assessment.instruments.use import read_use

KEYS: Final = (
    "id", "version", "language", "title", "status", "studies", "licence", "scoring",
    "validity_days", "requires", "not_for", "untried_persons", "never_evidence", RATINGS, STRENGTHS,
    "domains", JUDGEMENTS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: an instrument only where there is no problem."""

    instrument: Instrument | None
    problems: tuple[Problem, ...]


def read_instrument(path: Path) -> Outcome:
    """Read one file, whatever it holds. Every problem names file, line and what to do."""
    return instrument_of(sheet_of(path))


def instrument_of(sheet: Sheet) -> Outcome:
    """The instrument of an opened file."""
    if sheet.problems:
        return Outcome(None, sheet.problems)
    return judged(sheet.top, Page(sheet.file, licensed=is_licensed(sheet.top)), sheet.digest)


def judged(
    top: Section, page: Page, digest: str, translation: Translation | None = None
) -> Outcome:
    """What is written below the keys as an instrument. A translation is read by the same code."""
    instrument = _read(top, page, digest, translation)
    known = _known(top)
    for look in (protected_problems, counting_problems, computed_problems):
        page.problems.extend(look(known, page.file))
    found = tuple(sorted(set(page.problems)))
    return Outcome(None if found else instrument, found)


def _known(top: Section) -> Section:
    """Only what is below known keys; the others are refused whole."""
    known = Section(top.line)
    known.update({key: value for key, value in top.items() if key in KEYS})
    known.lines.update(top.lines)
    return known


def _read(top: Section, page: Page, digest: str, translation: Translation | None) -> Instrument:
    keys = page.keys(top, "instrument")
    keys.only(KEYS)
    head = read_head(keys)
    use = read_use(keys, validated=head.status.validated)
    scales = {name: read_scale(keys, name) for name in (RATINGS, STRENGTHS)}
    domains = read_domains(keys, scales)
    known_domains(keys, use.for_untried, domains)
    return Instrument(
        id=head.id, version=head.version, language=head.language, title=head.title,
        status=head.status, licence=head.licence, training=use.training,
        second_rater=use.second_rater, validity_days=use.validity_days, not_for=use.not_for,
        for_untried=use.for_untried, never_evidence=use.never_evidence,
        ratings=scales[RATINGS], strength_ratings=scales[STRENGTHS], domains=domains,
        judgements=read_judgements(keys), digest=digest, translation=translation,
    )  # fmt: skip
