"""A machine restricts and restrains: what no rule allows is refused in the words of the rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.custody.made import places
from tests.staff import see_all_rows
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import Restraint, Restriction

from .made import DAY, Said, machine_of, now
from .measure_calls import MEASURES
from .safety_calls import free
from .safety_made import HOUR, director, grown, inspector, nurse, whole_file, wing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prison(db: None) -> None:
    places()


def ask(name: str, ids: Any, *, by: Any = None, **more: Any) -> Said:
    """The right call of an operation, with something else in it."""
    line = MEASURES[name]
    return machine_of(by or line.by()).post(line.way.format(**ids), line.right(ids) | more)


def refused(said: Said, *words: str) -> None:
    """422, as a problem in the words of the room."""
    assert said.status == 422, said.body
    assert said.headers["Content-Type"] == "application/problem+json"
    for one in words:
        assert one in said.body["detail"], said.body["detail"]


def written() -> int:
    see_all_rows("DIS")
    return int(Restriction.objects.count() + Restraint.objects.count())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"scope": "family_barred"}, "nmr-43-3-ban"),
        ({"scope": "children_barred", "ground": "sanction"}, "nmr-43-3-ban"),
        ({"kind": "regime", "scope": "food_or_water"}, "nmr-43-1-d-diet"),
        ({"authority_role": "health_staff"}, "nmr-46-1-role"),
    ],
)
def test_nobody_bars_a_family_cuts_food_or_lets_health_staff_order(
    change: dict[str, Any], says: str
) -> None:
    refused(ask("restrict", free(), **change), says)
    assert written() == 0


def test_to_bar_a_mother_from_her_children_as_a_sanction_is_refused_by_bangkok_23() -> None:
    ids = {"person": str(grown(sex="female"))}
    refused(ask("restrict", ids, scope="children_barred", ground="sanction"), "br-23")


def test_visits_calls_and_letters_are_not_all_barred_at_once() -> None:
    ids = free()
    assert ask("restrict", ids, scope="visits_barred").status == 201
    assert ask("restrict", ids, scope="calls_barred").status == 201
    refused(ask("restrict", ids, scope="letters_barred"), "43.3", "leave one of them")
    assert written() == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"scope": "things_limited"}, "of another kind"),
        ({"end_at": "2020-01-01T00:00:00Z"}, "would be over already"),
        ({"review_at": "2199-01-01T00:00:00Z"}, "reviewed while it runs"),
        ({"reasons": " "}, "reasons"), ({"legal_ground": ""}, "legal ground"),
        ({"kind": "regime", "scope": "special_regime"}, "on which facts it rests"),
        ({"facts": "f"}, "facts and measures of its own"),
        ({"authority": ""}, "authority"), ({"end_at": "2199-01-01T00:00:00Z"}, "may last until"),
    ],
)  # fmt: skip
def test_a_restriction_that_cannot_be_is_refused(change: dict[str, Any], says: str) -> None:
    refused(ask("restrict", free(), **change), says)
    assert written() == 0


def test_who_ordered_a_restriction_does_not_review_it() -> None:
    ids = whole_file(grown())
    refused(ask("review_restriction", ids, by=director()), "does not review it")
    refused(ask("review_restriction", ids, reviewer="a. director"), "does not review it")
    refused(ask("review_restriction", ids, next_review_at=None), "reviewed again before it ends")
    assert ask("review_restriction", ids).status == 201


def test_what_is_over_is_not_ended_again() -> None:
    ids = whole_file(grown())
    assert ask("end_restriction", ids, ended_at=(now() - 2 * HOUR).isoformat()).status == 200
    refused(ask("end_restriction", ids), "the restriction was over then")
    refused(ask("review_restriction", ids), "the restriction was over then")


def test_what_was_found_stands_and_says_who_says_so() -> None:
    ids = free()
    refused(ask("find_restriction", ids, said_by=""), "who says so")
    refused(ask("find_restraint", ids, found=" "), "how it is known")
    assert ask("find_restriction", ids).status == 201
    assert ask("find_restraint", ids).status == 201
    shown = machine_of(inspector()).get(f"/people/{ids['person']}/measures").body
    assert shown["restrictions"][0]["restriction"]["scope"] == "family_barred"
    assert shown["restraints"][0]["restraint"]["instrument"] == "chains"


@pytest.mark.parametrize("instrument", ["chains", "irons", "leg_irons", "electric_belt"])
def test_a_prohibited_instrument_is_refused_by_rule_47(instrument: str) -> None:
    refused(ask("restrain", free(), instrument=instrument), "nmr-47-1")
    assert written() == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"as_sanction": True}, "nmr-43-2"), ({"at_appearance": True}, "nmr-47-2-a"),
        ({"instrument": "rope"}, "nmr-47-2-law"), ({"purpose": "other"}, "nmr-47-2-law"),
        ({"purpose": "harm"}, "nmr-47-2-b-order"),
        ({"lesser_means_tried": ""}, "lesser means tried"),
        ({"since": "2199-01-01T00:00:00Z"}, ""), ({"until": "2020-01-01T00:00:00Z"}, "come off"),
        ({"ordered_by": "A. Director"}, "who gave it, and when"),
    ],
)  # fmt: skip
def test_restraints_as_a_sanction_before_a_court_or_without_an_order_are_refused(
    change: dict[str, Any], says: str
) -> None:
    refused(ask("restrain", free(), **change), says)
    assert written() == 0


@pytest.mark.parametrize("kind", ["labour", "birth_and_after"])
def test_a_woman_giving_birth_is_not_restrained_and_nobody_is_told_why(kind: str) -> None:
    person, at = grown(sex="female"), now()
    actions.state_health(by=nurse(), at=at, person_id=person, kind=kind, since=at - DAY)
    said = ask("restrain", {"person": str(person)})
    refused(said, "on grounds kept in the health file")
    told = said.body["detail"].lower()
    assert not any(word in told for word in ("birth", "labour", "48", "bangkok", "24")), told
    assert written() == 0


def test_a_look_is_of_restraints_of_the_same_person() -> None:
    ids, other = whole_file(grown()), grown("Marat")
    refused(ask("look_after_restrained", ids | {"person": str(other)}), "no use of restraints")
    assert ask("look_after_restrained", ids).status == 201


def test_an_unknown_code_of_an_old_import_is_named() -> None:
    said = ask("restrict", free(), ground="because")
    assert said.status == 422 and said.body["errors"][0]["where"] == "body/ground"
    assert "sanction" in said.body["errors"][0]["what"]


def test_measures_are_closed_to_who_only_adds_and_to_another_prison() -> None:
    ids = whole_file(grown())
    way = f"/people/{ids['person']}/measures"
    assert machine_of(wing()).get(way).status == 403
    assert machine_of(director("south")).get(way).status == 404
    assert ask("end_restriction", ids, by=director("south")).status == 404
