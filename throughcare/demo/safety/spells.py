"""A separation: the spell, its orders, who looked at it, and what was done against the harm."""

from __future__ import annotations

from datetime import datetime

from throughcare.casework.safety.models import (
    DirectorAnswer,
    HealthOpinion,
    HealthRecommendation,
    MitigationPlan,
    Separation,
    SeparationOrder,
    SeparationReview,
)
from throughcare.casework.safety.terms import (
    Advice,
    AuthorityRole,
    Decision,
    Fitness,
    ReviewOutcome,
    ToldHow,
)
from throughcare.demo.row import new
from throughcare.demo.safety.file import DAY, HOUR, File
from throughcare.demo.safety.words import words

_DIRECTOR = "the director of the prison"


def begin(
    file: File, kind: str, since: datetime, *, found: str = "", written: datetime | None = None
) -> Separation:
    """Kept apart from a moment on. With `found`, written down later, at `written`."""
    row = new(Separation, kind=kind, place_id=file.cell, since=since, found=found)
    return file.pen.put(row, by=file.hands.officer, at=written or since)


def end(file: File, spell: Separation, at: datetime, why: str = "") -> None:
    """The spell is over."""
    over = new(
        Separation, kind=spell.kind, place_id=spell.place_id, since=spell.since, until=at,
        ended_why=why or words().ended, found=spell.found,
    )  # fmt: skip
    file.pen.put(over, by=file.hands.officer, at=max(at, spell.recorded_at), replaces=spell)


def order(
    file: File, spell: Separation, ground: str, valid_from: datetime, end_at: datetime, *,
    found: str = "", written: datetime | None = None, lacks: tuple[str, ...] = (),
    for_offence: bool = False,
) -> SeparationOrder:  # fmt: skip
    """An order of the director. `lacks` names what it does not say: only one that was found may.

    `for_offence`: for the sentence or the accusation, and for nothing else.
    """
    told = written or valid_from
    says = {
        "authority": _DIRECTOR, "legal_ground": f"{words().law} 31",
        "reasons": words().reasons[ground], "alternatives_tried": words().alternatives,
        "review_at": min(end_at, valid_from + 3 * DAY), "told_at": told,
        "told_language": file.one.language, "told_how": ToldHow.BOTH,
        "how_to_challenge": words().challenge,
    }  # fmt: skip
    row = new(
        SeparationOrder, separation=spell, ground=ground, authority_role=AuthorityRole.DIRECTOR,
        made_at=told, valid_from=valid_from, end_at=end_at,
        ordered_by=str(file.hands.director.number), found=found,
        only_sentence_or_offence=for_offence,
        **{name: said for name, said in says.items() if name not in lacks},
    )  # fmt: skip
    return file.pen.put(row, by=file.hands.director, at=told)


def review(file: File, spell: Separation, at: datetime, next_at: datetime | None = None) -> None:
    """The judge who visits looked at it, and it goes on; an officer writes that down."""
    row = new(
        SeparationReview, separation=spell, at=at, reviewer=words().reviewer,
        reviewer_role="judge", independent=True, outcome=ReviewOutcome.CONTINUE,
        reasons=words().review_goes_on, next_review_at=next_at,
    )  # fmt: skip
    file.pen.put(row, by=file.hands.other_officer, at=at)


def reviews(
    file: File,
    spell: Separation,
    until: datetime,
    hours: int,
    *,
    counted_from: datetime | None = None,
) -> None:
    """One review after the other while it lasts, counted from its beginning or an earlier one."""
    at = (counted_from or spell.since) + hours * HOUR
    while hours and at < min(until, file.on):
        following = at + hours * HOUR
        if at > spell.since:
            review(file, spell, at, following if following < until else None)
        at = following


def plan(file: File, spell: Separation, at: datetime) -> None:
    """What is done so that it harms less."""
    if file.past(at):
        row = new(MitigationPlan, separation=spell, at=at, measures=words().plan)
        file.pen.put(row, by=file.hands.officer, at=at)


def opinion(file: File, at: datetime) -> None:
    """Health staff said that there is no objection."""
    if file.past(at):
        row = new(HealthOpinion, at=at, fitness=Fitness.NO_OBJECTION, words="", said_by="the nurse")
        file.pen.put(row, by=file.hands.nurse, at=at)


def harm(file: File, at: datetime, answered: datetime | None) -> None:
    """Health staff told the director that it harms, who answered; or did not."""
    if not file.past(at):
        return
    said = new(
        HealthRecommendation, at=at, advice=Advice.ADVERSE_EFFECT, said_by="the nurse",
        measures="more time with others, and a call each day",
    )  # fmt: skip
    file.pen.put(said, by=file.hands.nurse, at=at)
    if answered is not None and file.past(answered):
        row = new(
            DirectorAnswer, recommendation=said, at=answered, decision=Decision.EASES,
            reasons="an hour more with one other each afternoon",
        )  # fmt: skip
        file.pen.put(row, by=file.hands.director, at=answered)
