"""Who may not do two steps of one status: by one account, or by another of the same human being."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import DAY, another_account, grown
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    confirmed,
    contested,
    decided,
    fourth,
    in_force,
    makers,
    proposed,
    renewed,
)
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.errors import BeliefAlone, NotSaid, SameHand
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_errors import AlreadyMarked, MustRenew, SameEvidence

pytestmark = pytest.mark.django_db
SOON = LAST - 5 * DAY


def _confirm(person: UUID, by: Viewer, confirm: bool = True) -> object:
    return confirmed(proposed(person), by=by, confirm=confirm)


def _refuse(person: UUID, by: Viewer) -> object:
    return _confirm(person, by, confirm=False)


def _renew(person: UUID, by: Viewer) -> object:
    return renewed(in_force(person), at=SOON, by=by)


def _confirm_renewal(person: UUID, by: Viewer) -> object:
    return confirmed(renewed(in_force(person), at=SOON), at=SOON, by=by)


def _refuse_renewal(person: UUID, by: Viewer) -> object:
    return confirmed(renewed(in_force(person), at=SOON), at=SOON, by=by, confirm=False)


def _renew_again(person: UUID, by: Viewer) -> object:
    """The second renewal: the one before was proposed by the renewer and confirmed by another."""
    first = confirmed(renewed(in_force(person), at=SOON), at=SOON, by=fourth(person))
    return renewed(first, at=SOON + 90 * DAY, by=by, new_evidence="In December he sent another.")


def _decide(person: UUID, by: Viewer, outcome: str = "lifted", **more: Any) -> object:
    return decided(contested(in_force(person), at=HALF), at=HALF, by=by, outcome=outcome, **more)


def _uphold(person: UUID, by: Viewer) -> object:
    return _decide(person, by, "upheld")


def _shorten(person: UUID, by: Viewer) -> object:
    return _decide(person, by, "shortened", until=HALF + DAY)


def _decide_over(person: UUID, by: Viewer) -> object:
    """Even that it is over is said by somebody who had no hand in it."""
    return decided(contested(in_force(person), at=HALF), at=LAST, by=by, outcome="over")


def _end(person: UUID, by: Viewer) -> object:
    return actions.end_status(by=by, at=HALF, status_id=in_force(person).id, why="it has passed")


def _tell(person: UUID, by: Viewer) -> object:
    return actions.tell_status(
        by=by, at=HALF, status_id=in_force(person).id, told_at=HALF, how="oral", language="fr"
    )


def _write_contest(person: UUID, by: Viewer) -> object:
    return contested(in_force(person), at=HALF, by=by)


Step = Callable[[UUID, Viewer], object]
ALL = {"proposer", "confirmer", "renewer", "another"}
# What is done, and who of the four may do it. All others are refused with each of their accounts.
# "confirmer" confirmed the first status; "renewer" proposed the renewal, where there is one.
SCENARIOS: list[tuple[str, Step, set[str]]] = [
    ("confirms what the proposer proposed", _confirm, ALL - {"proposer"}),
    ("refuses what the proposer proposed", _refuse, ALL - {"proposer"}),
    ("proposes that it goes on", _renew, {"renewer", "another"}),
    ("confirms that it goes on", _confirm_renewal, {"confirmer", "another"}),
    ("refuses that it goes on", _refuse_renewal, {"confirmer", "another"}),
    ("proposes that it goes on a second time", _renew_again, {"proposer", "confirmer"}),
    ("lifts it after a contest", _decide, {"renewer", "another"}),
    ("lets it stand after a contest", _uphold, {"renewer", "another"}),
    ("shortens it after a contest", _shorten, {"renewer", "another"}),
    ("says that it was over before the contest was decided", _decide_over, {"renewer", "another"}),
    ("ends it before its day", _end, ALL),
    ("tells the person", _tell, ALL),
    ("writes down the contest for the person", _write_contest, ALL),
]
EACH = [
    pytest.param(step, who, second_account, who in may, id=f"{who}{more} {words}")
    for words, step, may in SCENARIOS
    for who in sorted(ALL)
    for second_account, more in ((False, ""), (True, " by a second account"))
    if who not in may or not second_account
]


@pytest.mark.parametrize(("step", "who", "second_account", "may"), EACH)
def test_whose_hand(step: Step, who: str, second_account: bool, may: bool) -> None:
    person = grown()
    by = makers(person)[who]
    if second_account:
        by = another_account(by, 970, person)
    if may:
        step(person, by)
        return
    with pytest.raises(SameHand, match="or it was your other account"):
        step(person, by)


def _renewal(at: datetime, **more: Any) -> tuple[Status, dict[str, Any]]:
    return in_force(grown()), {"at": at, **more}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("", NotSaid),
        (" ... ", SameEvidence),
        ("He asked two men to help him hurt a guard.", SameEvidence),
        ("he asked TWO men, to help him hurt a guard", SameEvidence),
        ("He still prays with the others.", BeliefAlone),
    ],
)
def test_a_renewal_rests_on_evidence_that_is_new_and_on_no_belief(
    said: str, error: type[Exception]
) -> None:
    row, more = _renewal(SOON, new_evidence=said)
    with pytest.raises(error):
        renewed(row, **more)


def test_what_renewed_it_once_renews_it_no_second_time() -> None:
    person = grown()
    first = confirmed(renewed(in_force(person), at=SOON), at=SOON, by=fourth(person))
    with pytest.raises(SameEvidence):
        renewed(
            first, at=SOON + 90 * DAY, by=makers(person)["proposer"],
            new_evidence="In July, he sent a letter that asks for a knife",
        )  # fmt: skip


def test_a_status_of_long_ago_comes_back_only_as_a_renewal() -> None:
    person = grown()
    row = in_force(person)
    with pytest.raises(MustRenew):
        proposed(person, by=fourth(person), at=LAST + DAY, expires_at=LAST + 99 * DAY)
    again = renewed(row, at=LAST + DAY)
    assert (again.since, again.renews, again.evidence) == (LAST + DAY, row.first, row.evidence)


def test_what_never_held_is_not_renewed() -> None:
    with pytest.raises(MustRenew, match="never held"):
        renewed(proposed(grown()), at=SET + DAY)


def test_one_renewal_waits_at_a_time_and_only_the_latest_is_renewed() -> None:
    person = grown()
    row = in_force(person)
    again = renewed(row, at=SOON)
    with pytest.raises(AlreadyMarked, match="waits for a second person"):
        renewed(row, at=SOON, by=fourth(person), new_evidence="Something else that he did.")
    confirmed(again, at=SOON, by=fourth(person))
    with pytest.raises(AlreadyMarked, match="was renewed already"):
        renewed(row, at=SOON, by=fourth(person), new_evidence="Something else that he did.")


def test_without_a_second_person_a_renewal_holds_nothing_beyond_the_last_day() -> None:
    person = grown()
    renewed(in_force(person), at=SOON)
    assert queries.statuses_of(fourth(person), person, at=LAST).in_force == []
