"""A team at work by its forms, about the prisoner of the tests of judgement."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.staff import see_all_rows
from tests.web.assessment.made import this_minute
from tests.web.classification.made import Bench, in_tunis
from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY
from throughcare.access.models import Post
from throughcare.casework.team.models import Case, Contest, Decision, Meeting


class Team(Bench):
    """The case staff, and the addresses and words of the pages of the team."""

    def call_meeting(self, **more: Any) -> str:
        """A meeting is called for this minute; its address."""
        said = {
            "kind": "ordinary", "meets_at": this_minute(), "chair": str(self.manager.account.pk),
            "roles": ["psychologist", "teacher_instructor"], "agencies": "Probation West",
        }  # fmt: skip
        self.goes(self.manager, "/team/call", **{**said, **more})
        return f"/team/meetings/{self.only(Meeting).first}"

    def bring(self, way: str) -> UUID:
        """The prisoner is picked for its agenda; the id of the case."""
        self.goes(self.manager, f"{way}/agenda", who=f"{self.file.id}:turn")
        first: UUID = self.only(Case).first
        return first

    def attend(self, way: str, **more: Any) -> None:
        """Four were there, and the psychologist writes the minutes."""
        said = {
            "held_at": this_minute(), "who_case_manager": f"case_manager:{self.manager.account.pk}",
            "who_psychologist": f"psychologist:{self.psychologist.account.pk}",
            "who_more1": f"case_manager:{self.second.account.pk}",
            "who_education": f"education:{self.teacher.account.pk}", "was_education": "absent",
            "why_education": "He was ill.",
        }  # fmt: skip
        self.goes(self.psychologist, f"{way}/attendance", **{**said, **more})

    def words(self, **more: Any) -> dict[str, Any]:
        """Sound minutes as they are typed."""
        said = {
            "considered": "Three months in the kitchen.", "heard": "there",
            "heard_words": "I want to learn to weld.", "reasons": "He kept to the hours.",
            f"said_{self.manager.account.pk}": "He is on time.",
            f"said_{self.psychologist.account.pk}": "He copes.",
            f"said_{self.second.account.pk}": "He was calm.",
            f"dissent_{self.second.account.pk}": "It is too early.",
            "words_1": "Ask the workshop.", "owner_1": str(self.manager.account.pk),
            "due_1": in_tunis(self.now + 7 * DAY),
        }  # fmt: skip
        return {**said, **more}

    def minuted(self, **more: Any) -> str:  # type: ignore[override]
        """Called, on the agenda, held, written: the address of the meeting."""
        way = self.call_meeting()
        case = self.bring(way)
        self.attend(way)
        self.goes(self.psychologist, f"{way}/cases/{case}/minutes", **self.words(**more))
        return way

    def closed(self, **more: Any) -> str:
        """Signed by another member; its address."""
        way = self.minuted(**more)
        self.goes(self.second, f"{way}/close", read="on")
        return way

    def goes(self, by: Somebody, way: str, **typed: Any) -> None:
        """A form that is accepted."""
        answer = by.send(way, **typed)
        assert answer.status_code == 302, shown(answer)

    def only(self, model: type[Any]) -> Any:
        """The only row of a table that stands now."""
        see_all_rows("PLN")
        return model.objects.get(stood_until=None)

    def case(self) -> UUID:
        """The id that the addresses of the only case have."""
        first: UUID = self.only(Case).first
        return first

    def task(self) -> UUID:
        """The id of the only decision."""
        found: UUID = self.only(Decision).id
        return found

    def contest(self) -> UUID:
        """The id that the addresses of the only contest have."""
        first: UUID = self.only(Contest).first
        return first

    def leaves(self, somebody: Somebody) -> None:
        """The post of somebody ends now."""
        Post.objects.filter(account=somebody.account).update(ends=self.now + timedelta(0))
