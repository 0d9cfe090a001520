"""One file becomes an instrument, or a list of what is wrong with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Section, read_located
from throughcare.casework.assessment.instruments.counting import (
    JUDGEMENTS,
    computed_problems,
    counting_problems,
)
from throughcare.casework.assessment.instruments.domains import (
    known_domains,
    read_domains,
    too_many_items,
)
from throughcare.casework.assessment.instruments.guard import look_through
from throughcare.casework.assessment.instruments.head import is_licensed, read_head
from throughcare.casework.assessment.instruments.judgements import read_judgements
from throughcare.casework.assessment.instruments.keys import Page
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.opening import Refused, bytes_of
from throughcare.casework.assessment.instruments.protected import protected_problems
from throughcare.casework.assessment.instruments.scales import RATINGS, STRENGTHS, read_scale
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
    file = str(path)
    try:
        data = bytes_of(path)
        look_through(data)
    except Refused as refused:
        return Outcome(None, (refused.of(file),))
    top, problems = read_located(data, file)
    problems += too_many_items(top, file)
    if problems:
        return Outcome(None, tuple(sorted(problems)))
    page = Page(file, licensed=is_licensed(top))
    instrument = _read(top, page, hashlib.sha256(data).hexdigest())
    known = _known(top)
    for look in (protected_problems, counting_problems, computed_problems):
        page.problems.extend(look(known, file))
    found = tuple(sorted(set(page.problems)))
    return Outcome(None if found else instrument, found)


def _known(top: Section) -> Section:
    """Only what is below known keys; the others are refused whole."""
    known = Section(top.line)
    known.update({key: value for key, value in top.items() if key in KEYS})
    known.lines.update(top.lines)
    return known


def _read(top: Section, page: Page, digest: str) -> Instrument:
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
        judgements=read_judgements(keys), digest=digest,
    )  # fmt: skip
