"""The pages of plans, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.of_safety import person
from tests.browser.plan_examples import DRAFTED, PLANNED
from tests.browser.seen import Seen, Way

MANAGER: Final = "case_manager"


def _of(rest: str = "", name: str = PLANNED) -> Way:
    return lambda house: f"/people/{person(house, name)}/plan{rest}"


def _row(rest: str, table: str, where: str, name: str = PLANNED) -> Way:
    def way(house: House) -> str:
        whose = person(house, name)
        row = house.one(
            f"SELECT first FROM plans_{table} WHERE person_id = %s AND stood_until IS NULL "
            f"AND {where} ORDER BY first DESC LIMIT 1",
            whose,
        )  # fmt: skip
        return f"/people/{whose}/plan/{row}/{rest}"

    return way


def _own(*, sign: bool = False) -> Way:
    """The page of the person of the demo's own account; or the form to sign the draft."""

    def way(house: House) -> str:
        whose = house.one("SELECT person FROM access_account WHERE name = 'prisoner'")
        if not sign:
            return f"/people/{whose}/plan"
        row = house.one(
            "SELECT first FROM plans_plan WHERE person_id = %s AND stood_until IS NULL "
            "AND state = 'draft'",
            whose,
        )
        return f"/people/{whose}/plan/{row}/sign-own"

    return way


_FORCE, _DRAFT = "state = 'signed'", "state = 'draft'"

PAGES: dict[str, Seen] = {
    "plans": Seen(MANAGER, lambda _house: "/plans", shows=True),
    "plan": Seen(MANAGER, _of(), shows=True),
    "plan_of_a_draft": Seen(MANAGER, _of(name=DRAFTED), shows=True),
    "plan_in_short": Seen("chaplain", _of(), shows=True),
    "plan_versions": Seen(MANAGER, _of("/versions"), shows=True),
    **{
        f"plan_{way}": Seen(MANAGER, _of(f"/{way}"), shows=True)
        for way in ("begin", "say", "release", "handover", "report", "worker")
    },
    **{
        f"plan_{way}".replace("-", "_"): Seen(
            MANAGER, _row(way, "plan", _DRAFT, DRAFTED), shows=True
        )
        for way in ("write", "goal", "agreement", "signature", "sign", "end")
    },
    "plan_review": Seen(MANAGER, _row("review", "plan", _FORCE), shows=True),
    "plan_of_the_person": Seen("prisoner", _own(), shows=True),
    "plan_sign_own": Seen("prisoner", _own(sign=True), shows=True),
    "plan_leave": Seen(MANAGER, _row("leave", "goal", "true", DRAFTED), shows=True),
    "plan_step": Seen(MANAGER, _row("step", "goal", "true", DRAFTED), shows=True),
    "plan_close": Seen(MANAGER, _row("close", "step", "state = 'open'"), shows=True),
    "plan_hand": Seen(MANAGER, _row("hand", "step", "actor = 'staff'"), shows=True),
    "plan_answer": Seen(MANAGER, _row("answer", "handover", "\"to\" = 'aftercare'"), shows=True),
    "plan_receive": Seen(
        "probation_officer", _row("receive", "handover", "\"to\" = 'probation'"), shows=True
    ),
}  # fmt: skip

# A paper: what it shows is looked at in `tests/web/plans/test_paper.py`.
NO_PAGE: frozenset[str] = frozenset({"plan_paper"})
