"""The report to the person as plain values, in the language of the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.casework.assessment.assess_errors import NoSuchTool
from throughcare.casework.assessment.assess_terms import (
    AssessmentContestState,
    AssessmentState,
    Extent,
    Purpose,
    TookPart,
)
from throughcare.casework.assessment.queries import Contest, KeptBack, Report, Telling
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.assessment.tools import in_language, tool
from throughcare.casework.people.queries import File
from throughcare.kernel.languages import all_languages
from throughcare.web.custody.printed.sheet import Line
from throughcare.web.custody.printed.words import Words
from throughcare.web.people.shown.header import numbers_of
from throughcare.web.people.shown.names import called
from throughcare.web.people.shown.places import names_of_places


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """Once that the person was told; `how` and `language` in words."""

    told_at: datetime
    how: str
    language: str
    summary: str
    comment: str
    kept_back: KeptBack | None


@dataclass(frozen=True, slots=True)
class Tool:
    """The list of questions by its name, and whether studies show that raters agree.

    `language`: that of the name; "" where only an id is known. `confirmed`: no native speaker is
    missing who would have to review its translation.
    """

    name: str
    version: str
    language: str
    validated: bool
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """All that the template needs. `counts`: whether it may still inform a decision.

    `waits`: the person contested it, and the answer is still to come.
    """

    words: Words
    title: str
    intro: str
    head: Sequence[Line]
    report: Report
    counts: bool
    set_aside: bool
    waits: bool
    purpose: str
    extent: str
    took_part: str
    tool: Tool
    tellings: Sequence[ToldOnce]
    contests: Sequence[Contest]
    paper: str = "report"


def sheet_of(
    file: File, report: Report, contests: Sequence[Contest], words: Words, *, at: datetime
) -> ReportSheet:
    """The report about one assessment, in these words. `contests` may be of others too."""
    own = [one for one in contests if one.assessment == report.id]
    with translation.override(words.language):
        return ReportSheet(
            words=words, title=_("Report to you about an assessment"),
            intro=_(
                "This paper is for you. It says in plain words what came of an assessment, until "
                "when it counts, and how you can say that it is wrong."
            ),
            head=list(_head(file, words, at)), report=report, counts=report.counts_at(at),
            set_aside=report.state == AssessmentState.SET_ASIDE,
            purpose=str(Purpose(report.purpose).label), extent=str(Extent(report.extent).label),
            took_part=str(TookPart(report.took_part).label), tool=_tool(report, words.language),
            tellings=[_told(one) for one in report.tellings],
            contests=own, waits=any(one.state == AssessmentContestState.WAITING for one in own),
        )  # fmt: skip


def _head(file: File, words: Words, at: datetime) -> Iterator[Line]:
    label = words.labels
    yield Line(label["name"], called(file.facts).own)
    numbers = numbers_of(file.facts)
    if numbers:
        yield Line(label["number"], ", ".join(numbers))
    if file.held_at:
        names = names_of_places([file.held_at])
        yield Line(label["prison"], names.get(file.held_at, file.held_at))
    yield Line(label["printed"], date_format(timezone.localtime(at), "DATETIME_FORMAT"))


def _tool(report: Report, language: str) -> Tool:
    """By its name in this language; by its id where the house has it no more."""
    try:
        known = in_language(tool(report.tool, report.tool_version), language)
    except NoSuchTool:
        return Tool(report.tool, report.tool_version, "", validated=False)
    confirmed = known.translation is None or known.translation.reviewed
    return Tool(known.title, report.tool_version, known.language, known.status.validated, confirmed)


def _told(one: Telling) -> ToldOnce:
    spoken = all_languages().get(one.language)
    return ToldOnce(
        one.told_at, str(ToldHow(one.how).label), spoken.own_name if spoken else one.language,
        one.summary, one.comment, one.kept_back,
    )  # fmt: skip
