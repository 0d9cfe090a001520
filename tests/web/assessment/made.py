"""Who works on judgements in the north, each with the case of one person."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from tests.casework.assessment.made_assessment import GENERIC, SHARED
from tests.staff import see_all_rows
from tests.web.people.made import SINCE, Somebody, shown
from tests.web.safety.made import DAY, HOUR, Wing, wall
from throughcare.access.models import CaseAssignment
from throughcare.access.terms import Role
from throughcare.casework.assessment.complete import judgements_asked
from throughcare.casework.assessment.instruments.model import Form
from throughcare.casework.assessment.models import Assessment, Referral, Screening
from throughcare.casework.assessment.tools import tool
from throughcare.casework.people.models import Person
from throughcare.service.training.actions import record_certificate


class Staff(Wing):
    """The wing, and the case staff of a prisoner who is held there."""

    def __init__(self) -> None:
        super().__init__()
        self.file: Person = self.held("Bolat", cell="north/a/1/02")
        self.manager = self.on_case(Role.CASE_MANAGER, "marat")
        self.second = self.on_case(Role.CASE_MANAGER, "saida")
        self.psychologist = self.on_case(Role.PSYCHOLOGIST, "petra")
        self.rater = self.on_case(Role.PSYCHOLOGIST, "rosa")
        self.approver = self.on_case(Role.PSYCHOLOGIST, "anna")
        self.teacher = self.on_case(Role.TEACHER_INSTRUCTOR, "timur")
        for one in (self.psychologist, self.rater):
            record_certificate(
                by=self.director.viewer, at=self.now, account=one.account, topic="assessor",
                tool=tool(GENERIC).training.tool, passed_on=(self.now - 90 * DAY).date(),
                issued_by="Academy",
            )  # fmt: skip

    def on_case(self, role: Role, name: str) -> Somebody:
        """Somebody whose case the prisoner is."""
        somebody = Somebody(role, name=name)
        CaseAssignment.objects.create(
            account=somebody.account, role=role, person=self.file.id, begins=SINCE
        )
        return somebody

    def at(self, rest: str = "") -> str:
        """An address of the section."""
        return f"/people/{self.file.id}/custody/judgement{rest}"

    def sent(self, by: Somebody, rest: str, **typed: Any) -> None:
        """A form that is accepted."""
        answer = by.send(self.at(rest), **typed)
        assert answer.status_code == 302, shown(answer)

    def referral(self, **more: Any) -> dict[str, Any]:
        """A sound referral as it is typed."""
        said = {
            "kind": "pressure", "happened_at": wall(self.now - HOUR), "seen_how": "self",
            "act": "He told two men to stop working.", "otherwise": "They may owe him money.",
        }  # fmt: skip
        return {**said, **more}

    def screening(self, **more: Any) -> dict[str, Any]:
        """A sound screening as it is typed."""
        said = {
            "trigger": "incident", "act": "Two men say he threatened them.",
            "otherwise": "A quarrel about money.", "outcome": "full_assessment",
            "next_step": "The psychologist begins.", "reasons": "Two accounts agree.",
            "screened_at": wall(self.now - HOUR),
        }  # fmt: skip
        return {**said, **more}

    def row(self, model: type[Any]) -> Any:
        """The only row of a table that stands now."""
        see_all_rows("PLN", "PSY", "INC", "DIS", "HLT", "SEN")
        return model.objects.get(stood_until=None)

    def assessment(self) -> UUID:
        """The id that the addresses of the open assessment have."""
        first: UUID = self.row(Assessment).first
        return first

    def rated(self, by: Somebody, **codes: str) -> None:
        """Every item answered on its page, following where each page leads."""
        page = by.page(self.at())
        way = next(part for part in page.split('"') if "/rate/" in part)
        for _item in range(40):
            item = way.rsplit("/", 1)[1]
            said: dict[str, Any] = {"code": codes.get(item, "NI"), "evidence": "", "besides": ""}
            if said["code"] != "NI":
                there = re.findall(r'name="sources" value="([^"]+)"', by.page(way))
                said |= {"evidence": "Twice, on two days.", "single_source": "on", "sources": there}
            answer = by.send(way, **said)
            assert answer.status_code == 302, shown(answer)
            way = answer.headers["Location"]
            if "/rate/" not in way:
                return
        raise AssertionError("the pages lead nowhere")

    def judged(self) -> dict[str, str]:
        """The final judgements as they are typed."""
        return {
            f"judged_{one.id}": one.options[0].shown if one.form is Form.CHOICE else "Debts."
            for one in judgements_asked(tool(GENERIC))
        }

    def assessed(self) -> None:
        """Rated by two, not approved yet, each step by its form."""
        self.sent(
            self.psychologist, "/begin", purpose="plan", tool_id=GENERIC, legal_basis="article 9"
        )
        way = f"/{self.assessment()}"
        self.sent(
            self.psychologist, f"{way}/heard", took_part="declined", own_view="", helped_by=""
        )
        self.sent(
            self.psychologist, f"{way}/source", kind="interview", what="Quarrels are about debts.",
            dated=(self.now - DAY).date().isoformat(), reliability="first_hand",
        )  # fmt: skip
        self.rated(self.psychologist)
        self.sent(
            self.psychologist, f"{way}/advice", kind="help", what="mediation", reason="debts",
            owner="case manager", due=(self.now + 30 * DAY).date().isoformat(), lesser="",
        )  # fmt: skip
        self.sent(self.psychologist, f"{way}/finish", **self.judged(), **SHARED)
        self.sent(self.rater, f"{way}/second")
        self.rated(self.rater)
        self.sent(self.rater, f"{way}/second-finish", **self.judged())


def this_minute() -> str:
    """By the clock on the wall of the north, whose prisons show Tunis."""
    return wall(timezone.now().astimezone(ZoneInfo("Africa/Tunis")))


__all__ = ["SHARED", "Referral", "Screening", "Staff", "shown", "this_minute", "wall"]
