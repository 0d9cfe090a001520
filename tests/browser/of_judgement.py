"""The pages of referral, screening and assessment, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.judgement_examples import DONE, JUDGED
from tests.browser.of_safety import person
from tests.browser.seen import Seen, Way

MANAGER, PSYCHOLOGIST, OFFICER = "case_manager", "psychologist", "security_officer"
_STANDS: Final = (
    "SELECT {column} FROM {table} WHERE person_id = %s AND state = '{state}' "
    "AND stood_until IS NULL LIMIT 1"
)


def _of(rest: str = "", name: str = JUDGED) -> Way:
    return lambda house: f"/people/{person(house, name)}/custody/judgement{rest}"


def _row(
    rest: str, table: str, state: str, column: str = "id", name: str = JUDGED
) -> Way:  # fmt: skip
    def way(house: House) -> str:
        whose = person(house, name)
        row = house.one(_STANDS.format(table=table, state=state, column=column), whose)
        return f"/people/{whose}/custody/judgement/{row}/{rest}"

    return way


def _assessment(rest: str) -> Way:
    return _row(rest, "assessment_assessment", "preparing", "first")


def _status(rest: str, state: str = "in_force") -> Way:
    return _row(rest, "assessment_status", state, "first", DONE)


def _sharing(rest: str, where: str) -> Way:
    def way(house: House) -> str:
        whose = person(house, DONE)
        row = house.one(
            "SELECT first FROM assessment_sharing WHERE person_id = %s AND stood_until IS NULL "
            f"AND {where} LIMIT 1", whose,
        )  # fmt: skip
        return f"/people/{whose}/custody/judgement/{row}/{rest}"

    return way


_STEPS: Final = (
    "heard", "source", "advice", "finish", "second", "second-finish", "consensus", "approve",
    "send-back", "stop",
)  # fmt: skip

PAGES: dict[str, Seen] = {
    "judgements": Seen(MANAGER, lambda _house: "/judgements", shows=True),
    "judgements_of_a_director": Seen("prison_director", lambda _house: "/judgements"),
    "reliability": Seen(PSYCHOLOGIST, lambda _house: "/reliability"),
    "reliability_of_an_analyst": Seen("hq_analyst", lambda _house: "/reliability"),
    "judgement": Seen(MANAGER, _of(), shows=True),
    "judgement_of_a_psychologist": Seen(PSYCHOLOGIST, _of(), shows=True),
    "judgement_of_an_officer": Seen(OFFICER, _of(), shows=True),
    "referral_new": Seen(OFFICER, _of("/refer"), shows=True),
    "screening_screen": Seen(MANAGER, _of("/screen"), shows=True),
    "screening_look": Seen(MANAGER, _row("look", "assessment_screening", "proposed"), shows=True),
    "screening_withdraw": Seen(
        MANAGER, _row("withdraw", "assessment_referral", "waiting"), shows=True
    ),
    "assessment_begin": Seen(PSYCHOLOGIST, _of("/begin"), shows=True),
    "assessment_rate": Seen(PSYCHOLOGIST, _assessment("rate/D1"), shows=True),
    **{
        f"assessment_{way.replace('-', '_')}": Seen(PSYCHOLOGIST, _assessment(way), shows=True)
        for way in _STEPS
    },
    "judgement_with_a_status": Seen(MANAGER, _of(name=DONE), shows=True),
    "judgement_that_was_approved": Seen(PSYCHOLOGIST, _of(name=DONE), shows=True),
    "status_status": Seen(MANAGER, _of("/status", DONE), shows=True),
    "status_contest": Seen(MANAGER, _of("/contest", DONE), shows=True),
    "status_confirm": Seen(MANAGER, _status("confirm", "proposed"), shows=True),
    **{
        f"status_{way}": Seen(MANAGER, _status(way), shows=True)
        for way in ("renew", "end", "told", "contested")
    },
    "status_decide": Seen(
        MANAGER, _row("decide", "assessment_statuscontest", "waiting", name=DONE), shows=True
    ),
    "sharing_share": Seen(MANAGER, _of("/share", DONE), shows=True),
    "sharing_may_go": Seen(MANAGER, _sharing("may-go", "state = 'proposed'"), shows=True),
    "sharing_handed_over": Seen(
        MANAGER, _sharing("handed-over", "looked_at < now() AND given_at IS NULL"), shows=True
    ),
    "sharing_person_told": Seen(
        MANAGER, _sharing("person-told", "given_at IS NOT NULL"), shows=True
    ),
    "contest_look_again": Seen(
        PSYCHOLOGIST,
        _row("look-again", "assessment_assessmentcontest", "waiting", name=DONE),
        shows=True,
    ),
    "contest_disclose": Seen(
        PSYCHOLOGIST,
        _row("disclose", "assessment_assessment", "approved", "first", DONE),
        shows=True,
    ),
}
# A file for the printer, and no page to be read.
NO_PAGE: frozenset[str] = frozenset({"assessment_report"})
