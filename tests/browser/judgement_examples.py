"""One person of the demo who was referred, screened and is being assessed, with a full answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.browser.safety_examples import held_example
from tests.browser.sharing_examples import sharing_examples

DAY = timedelta(days=1)
JUDGED, DONE = "Exemplum", "Exemplis"


def judgement_examples(now: datetime) -> None:
    """By accounts of the demo, and by a colleague of each where two hands are asked."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), JUDGED, now)
    for name in ("case manager", "psychologist"):
        _on_case(name, person, now)
        _on_case(name, person, now, colleague=f"{name} two")
    _screened(person, by, now)
    _certified(by, now)
    _assessed(person, by("psychologist"), now, code="1")
    done = held_example(by("admissions officer"), DONE, now)
    for name in ("case manager", "psychologist"):
        for colleague in ("", f"{name} two", f"{name} three", f"{name} four"):
            _on_case(name, done, now, colleague=colleague)
    _approved(done, by, now)
    _marked(done, by, now)
    sharing_examples(done, by, now)


def _on_case(name: str, person: UUID, now: datetime, colleague: str = "") -> None:
    from throughcare.access.models import Account, CaseAssignment, Post

    of = Account.objects.get(name=name)
    post = Post.objects.get(account=of)
    account = of
    if colleague:
        account, new = Account.objects.get_or_create(name=colleague)
        if new:
            Post.objects.create(
                account=account, role=post.role, establishment=post.establishment,
                begins=post.begins,
            )  # fmt: skip
    CaseAssignment.objects.create(account=account, person=person, role=post.role, begins=now - DAY)


def _screened(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.assessment import actions

    said: dict[str, Any] = {
        "act": "He told two men on the landing to stop working, or else.",
        "otherwise": "They may owe him money.",
    }  # fmt: skip
    referred = {"kind": "pressure", "happened_at": now - DAY, "seen_how": "self", **said}
    actions.refer(by=by("security officer"), at=now, person_id=person, **referred, urgent=True)
    done: dict[str, Any] = {
        "trigger": "incident", "outcome": "full_assessment", "reasons": "Two accounts agree.",
        "next_step": "The psychologist begins this week.", "screened_at": now, **said,
    }  # fmt: skip
    me = by("case manager two")
    first = actions.screen(by=me, at=now, person_id=person, **done)
    actions.look_at_screening(
        by=by("case manager"), at=now, screening_id=first.id, confirm=True, why="agreed"
    )
    actions.screen(by=me, at=now, person_id=person, **done)


def _certified(by: Any, now: datetime) -> None:
    from throughcare.access.models import Account, Post
    from throughcare.casework.assessment.tools import tool
    from throughcare.service.training.actions import record_certificate

    one = Account.objects.get(name="psychologist")
    post = Post.objects.get(account=one)
    for name in ("psychologist", "psychologist two", "psychologist three"):
        account, new = Account.objects.get_or_create(name=name)
        if new:
            Post.objects.create(
                account=account, role=post.role, establishment=post.establishment,
                begins=post.begins,
            )  # fmt: skip
        record_certificate(
            by=by("prison director"), at=now, account=account, topic="assessor",
            tool=tool("tc-generic").training.tool, passed_on=now.date() - 30 * DAY,
            issued_by="School of the service",
        )  # fmt: skip


def _assessed(person: UUID, me: Any, now: datetime, *, code: str) -> UUID:
    """Begun, every item answered at this level of its scale, heard and advised."""
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.tools import tool

    row = actions.begin_assessment(
        by=me, at=now, person_id=person, purpose="plan", legal_basis="article 9 of the prison act",
        tool_id=tool("tc-generic").id,
    )  # fmt: skip
    on: dict[str, Any] = {"by": me, "at": now, "assessment_id": row.id}
    rated(row, me, now, code=code)
    actions.write_participation(
        **on, took_part="partly", own_view="I want to work again.", helped_by="an interpreter"
    )
    actions.recommend(
        **on, kind="help", what="mediation", reason="debts", owner="case manager",
        due=now.date() + 30 * DAY,
    )  # fmt: skip
    actions.recommend(
        **on, kind="limit", what="another landing", reason="until the debt is settled",
        owner="director", due=now.date() + 10 * DAY, lesser="talks were tried",
    )  # fmt: skip
    return row.id


def rated(row: Any, me: Any, now: datetime, *, code: str) -> None:
    """Every item that may be asked, with two sources."""
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.extent import domains_of
    from throughcare.casework.assessment.tools import scales_of, tool

    generic = tool("tc-generic")
    on: dict[str, Any] = {"by": me, "at": now, "assessment_id": row.id}
    sources = [
        actions.add_source(
            **on, kind=kind, what="Quarrels begin over debts.", dated=date(2026, 3, 1),
            reliability="first_hand",
        ).id
        for kind in ("interview", "observation")
    ]  # fmt: skip
    for item in scales_of(generic, domains_of(generic, row.extent)):
        actions.rate(
            **on, item=item, code=code, evidence="Seen twice on the wing.", sources=sources
        )


def _approved(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.assessment import actions
    from throughcare.casework.assessment.models import Assessment

    judged = {
        "formulation": "Debts led here; a new wing set it off.", "scenarios": ["Another quarrel."],
        "immediate_safety_concern": "none seen", "support_and_supervision_level": "ordinary",
        "confidence": "moderate",
    }  # fmt: skip
    first, other = by("psychologist two"), by("psychologist three")
    row = _assessed(person, first, now, code="1")
    actions.finish_rating(
        by=first, at=now, assessment_id=row, judged=judged, shared="Quarrels begin over debts.",
        strengths="Works steadily; his sister visits.", gaps="The time before 2020.",
        confidence="moderate",
    )  # fmt: skip
    actions.begin_second_rating(by=other, at=now, assessment_id=row)
    rated(Assessment.objects.get(first=row, stood_until=None), other, now, code="1")
    actions.finish_second_rating(by=other, at=now, assessment_id=row, judged=judged)
    actions.approve_assessment(
        by=by("psychologist four"), at=now, assessment_id=row, why="complete and fair"
    )
    kept = actions.Withheld(
        what="The name of a neighbour.", why="Somebody may be hurt.",
        decided_by="the director, decision 14", review=now.date() + 60 * DAY,
    )  # fmt: skip
    actions.tell_assessment(
        by=first, at=now, assessment_id=row, told_at=now, language="ru", how="both",
        summary="Quarrels began over a loan. Mediation is offered.", comment="The debt is paid.",
        withheld=kept,
    )  # fmt: skip
    actions.contest_assessment(
        by=by("case manager two"), at=now, person_id=person, words="I never owed him anything.",
        language="fr", contested_at=now,
    )  # fmt: skip


def _marked(person: UUID, by: Any, now: datetime) -> None:
    """One status that holds and is contested, one that waits for a second person."""
    from throughcare.casework.assessment import actions

    said: dict[str, Any] = {
        "legal_basis": "article 9 of the prison act", "owner_office": "case staff", "since": now,
        "evidence": "Two men say that he told them to stop working.",
        "reasons": "He may be used by others.", "review_at": now + 30 * DAY,
        "expires_at": now + 90 * DAY,
    }  # fmt: skip
    two, three = by("case manager two"), by("case manager three")
    held = actions.propose_status(by=two, at=now, person_id=person, kind="vulnerable", **said)
    actions.confirm_status(by=three, at=now, status_id=held.id, confirm=True, why="agreed")
    actions.propose_status(by=two, at=now, person_id=person, kind="assessed", **said)
    actions.contest_status(
        by=by("case manager four"), at=now, status_id=held.id, words="Nobody uses me.",
        language="fr", contested_at=now,
    )  # fmt: skip
