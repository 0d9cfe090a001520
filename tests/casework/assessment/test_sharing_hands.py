"""Two human beings share: by one account, by another of the same one, and in the database."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.casework.assessment.made import (
    DAY,
    another_account,
    grown,
    manager,
    refused_by,
    team,
)
from tests.casework.assessment.made_sharing import (
    APPROVED,
    ASKED,
    GIVEN,
    LATER,
    TOLD,
    approved,
    asked,
    handed_over,
    raw,
    step,
)
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.assessment.models import Sharing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("approve", [True, False])
@pytest.mark.parametrize("second_account", [False, True])
def test_whoever_proposes_neither_approves_nor_refuses(approve: bool, second_account: bool) -> None:
    person = grown()
    row = asked(person)
    by = manager(person)
    if second_account:
        by = another_account(by, 970, person)
    with pytest.raises(SameHand, match="or it was your other account"):
        approved(row, by=by, approve=approve)
    assert approved(row, approve=approve).looked_by == "933"


@pytest.fixture
def person() -> UUID:
    """Somebody grown up, with three of the case staff; the test looks at every row."""
    person = grown()
    team(person)
    another_account(manager(person), 971, person)
    see_all_rows("PLN", "INC")
    return person


LOOKED: dict[str, Any] = {
    "state": "given", "looked_by": "933", "looked_at": APPROVED, "looked_why": "y",
}  # fmt: skip
WENT: dict[str, Any] = {"given_at": GIVEN, "receipt": "r"}
SAID: dict[str, Any] = {
    "told_at": TOLD, "told_by": "933", "told_how": "oral", "told_language": "fr",
}  # fmt: skip
KEPT_BACK: dict[str, Any] = {"not_told_why": "w", "not_told_until": LATER}
# Names of constraints, without the room and the word.
BY_WRITER, SEEN = "by_its_writer", "keeps_what_was_seen"
LOOK, GIVE = "is_looked_at_by_somebody_for_a_reason", "is_given_once_approved_with_a_receipt"
WHAT, TELL = "says_what_on_which_ground_and_for_what", "is_told_when_how_and_in_which_language"
KEEP = "is_kept_back_by_a_decision_with_a_day"


def broken(names: str) -> list[str]:
    return [f"sharing_{one}" for one in names.split("|")]


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"recipient": ""}, "says_who_asked_and_when"),
        ({"requested_at": GIVEN}, "says_who_asked_and_when"),
        ({"legal_ground": ""}, WHAT),
        ({"purpose": ""}, WHAT),
        ({"content": ""}, WHAT),
        ({"proposed_by": "933"}, BY_WRITER),
        ({"looked_by": "933"}, LOOK),
        (WENT, GIVE),
        (SAID, TELL),
        (KEPT_BACK, KEEP),
    ],
)
def test_a_first_row_says_everything_and_no_more(
    person: UUID, more: dict[str, Any], names: str
) -> None:
    with refused_by(*broken(names)):
        raw(person, **more)
    for wrong in ({"state": "given"}, {"state": "refused"}):
        with refused_by("step_is_of_the_table"):
            raw(person, **wrong)
    with refused_by("row_keeps_its_first"):
        raw(person, first=uuid4())
    raw(person)


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"recorded_by": "931", "looked_by": "931"}, "two_hands_share"),
        ({"recorded_by": "971", "looked_by": "971"}, "two_hands_share"),
        ({"looked_by": "932"}, "two_hands_share"),
        ({"looked_why": ""}, f"sharing_{LOOK}"),
        ({"content": "all his letters"}, f"sharing_{SEEN}"),
        ({"recipient": "intelligence"}, f"sharing_{SEEN}"),
        ({"legal_ground": "none"}, f"sharing_{SEEN}"),
        ({"proposed_by": "932"}, f"sharing_{SEEN}"),
        ({"given_at": APPROVED, "receipt": "r"}, "sharing_is_approved_before_it_is_given"),
    ],
)
def test_two_human_beings_see_the_same_words_before_anything_leaves(
    person: UUID, more: dict[str, Any], name: str
) -> None:
    row = raw(person)
    with refused_by(name):
        step(row, APPROVED, **{**LOOKED, **more})
    step(row, APPROVED, **LOOKED)


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({**WENT, "receipt": ""}, GIVE),
        ({**WENT, "given_at": ASKED}, GIVE),
        ({**WENT, "given_at": LATER}, GIVE),
        ({**WENT, "looked_why": "other"}, SEEN),
        ({**WENT, "content": "more"}, SEEN),
        ({**WENT, **KEPT_BACK, "not_told_why": ""}, KEEP),
        ({**WENT, **KEPT_BACK, "not_told_until": GIVEN}, f"{KEEP}|is_kept_back_for_days_to_come"),
        ({**SAID}, TELL),
    ],
)
def test_what_was_approved_goes_with_a_receipt_and_as_it_was_seen(
    person: UUID, more: dict[str, Any], names: str
) -> None:
    row = step(raw(person), APPROVED, **LOOKED)
    with refused_by(*broken(names)):
        step(row, GIVEN, **more)
    step(row, GIVEN, **WENT)


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({**SAID, "told_by": "932"}, "told_by_its_writer"),
        ({**SAID, "told_how": "rumour"}, TELL),
        ({**SAID, "told_at": APPROVED}, TELL),
        ({**SAID, **KEPT_BACK}, KEEP),
        ({**KEPT_BACK, "not_told_until": TOLD}, "is_kept_back_for_days_to_come"),
        ({"receipt": "another"}, SEEN),
        ({"given_at": TOLD}, SEEN),
        ({"given_at": None, "receipt": ""}, SEEN),
    ],
)
def test_what_went_out_is_told_by_who_writes_it_and_never_taken_back(
    person: UUID, more: dict[str, Any], names: str
) -> None:
    row = step(step(raw(person), APPROVED, **LOOKED), GIVEN, **WENT)
    with refused_by(*broken(names)):
        step(row, TOLD, **more)
    row = step(row, TOLD, **SAID)
    for wrong in (dict.fromkeys(SAID, "") | {"told_at": None}, {"state": "refused"}):
        with refused_by("sharing_that_was_told_stays_told", "step_is_of_the_table"):
            step(row, TOLD + DAY, **wrong)


def test_nobody_shares_what_is_written_about_himself_with_any_account(person: UUID) -> None:
    Account.objects.create(pk=940, name="account 940", person=person)
    with refused_by("nobody_judges_himself"):
        raw(person, recorded_by="940", proposed_by="940")


def test_without_the_plan_nobody_sees_a_sharing_in_the_database() -> None:
    handed_over(grown())
    for codes, count in ((("PLN",), 1), (("SEN", "HLT", "PSY", "INC", "DIS", "INT"), 0)):
        see_no_rows()
        see_all_rows(*codes)
        assert Sharing.objects.filter(stood_until=None).count() == count
