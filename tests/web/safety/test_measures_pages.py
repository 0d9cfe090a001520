"""Restrictions, restraint and discipline by forms: what they write, and every refusal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.people.made import shown
from tests.web.safety.made import DAY, HOUR, MINUTE, Wing, stands, wall
from throughcare.casework.people.models import Person
from throughcare.casework.safety.models import (
    DisciplinaryCase,
    HealthState,
    Restraint,
    Restriction,
    Sanction,
)

pytestmark = pytest.mark.django_db


def at(file: Person, rest: str) -> str:
    return f"/people/{file.id}/custody/{rest}"


def restriction(wing: Wing, **more: Any) -> dict[str, Any]:
    said = {
        "kind": "contact", "scope": "visits_barred", "ground": "security",
        "reasons": "a telephone was found", "legal_ground": "article 12",
        "authority": "A. Director", "authority_role": "director", "since": wall(wing.now - MINUTE),
        "end_at": wall(wing.now + 5 * DAY), "review_at": wall(wing.now + 2 * DAY),
    }  # fmt: skip
    return {**said, **more}


def test_a_restriction_is_ordered_told_reviewed_and_ended(wing: Wing) -> None:
    file = wing.held()
    sends = wing.director.send(at(file, "restrictions/new"), **restriction(wing))
    assert sends.status_code == 302, shown(sends)

    def row() -> Restriction:
        found: Restriction = stands(Restriction).get(stood_until=None)
        return found

    told = {"told_at": wall(wing.now), "language": "ar", "how": "oral", "how_to_challenge": "judge"}
    answer = wing.director.send(at(file, f"restrictions/{row().id}/told"), **told)
    assert answer.status_code == 302, shown(answer)
    review = {"reviewed_at": wall(wing.now), "reviewer": "B. Deputy", "outcome": "continue",
              "reasons": "still needed", "next_review_at": wall(wing.now + 3 * DAY)}  # fmt: skip
    same = wing.director.send(at(file, f"restrictions/{row().id}/review"), **review)
    assert same.status_code == 422 and "does not review it" in shown(same)
    answer = wing.deputy.send(at(file, f"restrictions/{row().id}/review"), **review)
    assert answer.status_code == 302, shown(answer)
    answer = wing.director.send(
        at(file, f"restrictions/{row().id}/end"), ended_at=wall(wing.now), why="found to be calm"
    )
    assert answer.status_code == 302, shown(answer)
    page = wing.inspector.page(at(file, "restrictions"))
    for words in ("a telephone was found", "still needed", "found to be calm", "judge"):
        assert words in page


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"scope": "family_barred"}, "nmr-43-3-ban"),
        ({"kind": "regime", "scope": "food_or_water"}, "nmr-43-1-d-diet"),
        ({"scope": "children_barred", "ground": "sanction"}, "nmr-43-3-ban"),
        ({"authority_role": "health_staff"}, "nmr-46-1-role"),
        ({"kind": "property"}, "not of the list"),
        ({"kind": "regime", "scope": "special_regime", "facts": "f"}, "on which facts it rests"),
        ({"measures": "an escort"}, "facts and measures of its own"),
        ({"reasons": ""}, "not said"),
        ({"end_at": -DAY}, "over already"),
        ({"review_at": 9 * DAY}, "reviewed while it runs"),
        ({"scope": "family_limited", "end_at": 300 * DAY}, "nmr-43-3-limit"),
    ],
)
def test_a_restriction_that_no_rule_lets_anybody_order_is_refused_in_its_words(
    wing: Wing, change: dict[str, Any], says: str
) -> None:
    file = wing.held()
    said = {k: v if isinstance(v, str) else wall(wing.now + v) for k, v in change.items()}
    answer = wing.director.send(at(file, "restrictions/new"), **restriction(wing, **said))
    page = shown(answer)
    assert answer.status_code == 422 and says in page, page
    assert not stands(Restriction).exists() and "article 12" in page


def test_the_last_means_of_contact_is_not_barred(wing: Wing) -> None:
    file = wing.held()
    for scope, status in (("visits_barred", 302), ("calls_barred", 302), ("letters_barred", 422)):
        answer = wing.director.send(at(file, "restrictions/new"), **restriction(wing, scope=scope))
        assert answer.status_code == status, shown(answer)
    assert "leave one of them" in shown(answer)


def test_what_was_restricted_against_a_rule_is_written_as_it_was(wing: Wing) -> None:
    file = wing.held()
    said = restriction(wing, scope="family_barred", end_at="", ended_at="")
    answer = wing.officer.send(at(file, "restrictions/found"), **said, found="", said_by="")
    assert answer.status_code == 422 and "who says so" in shown(answer)
    answer = wing.officer.send(
        at(file, "restrictions/found"), **said, found="told on the round", said_by="his brother"
    )
    assert answer.status_code == 302, shown(answer)
    assert "told on the round" in wing.inspector.page(at(file, "restrictions"))
    assert "told on the round" not in wing.officer.page(at(file, "restrictions"))


def restraint(wing: Wing, **more: Any) -> dict[str, Any]:
    said = {
        "since": wall(wing.now - HOUR), "instrument": "handcuffs", "purpose": "transfer",
        "reason": "escaped once", "lesser_means_tried": "a second escort",
        "lawful_ground": "article 30",
    }  # fmt: skip
    return {**said, **more}


def test_restraints_are_put_on_looked_after_and_taken_off_by_who_may_only_add(wing: Wing) -> None:
    file = wing.held()
    answer = wing.officer.send(at(file, "restraint/new"), **restraint(wing))
    assert answer.status_code == 302, shown(answer)
    use = stands(Restraint).get()
    page = wing.officer.page(at(file, "restraint"))
    assert "In restraints now" in page and "escaped once" not in page
    for what in ("checked", "taken_off"):
        answer = wing.nurse.send(
            at(file, f"restraint/{use.first}/look"), what=what, done_at=wall(wing.now), words=""
        )
        assert answer.status_code == 302, shown(answer)
    assert "In restraints now" not in wing.officer.page(at(file, "restraint"))
    page = wing.director.page(at(file, "restraint"))
    assert "escaped once" in page and "taken off" in page


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"instrument": "chains"}, "nmr-47-1"),
        ({"instrument": "waist_belt", "purpose": "harm"}, "nmr-47-2-law"),
        ({"purpose": "harm"}, "nmr-47-2-b-order"),
        ({"as_sanction": "on"}, "nmr-43-2"),
        ({"at_appearance": "on"}, "nmr-47-2-a"),
        ({"lesser_means_tried": ""}, "not said"),
        ({"ordered_by": "A. Director"}, "who gave it, and when"),
    ],
)
def test_restraints_that_a_rule_forbids_are_refused_in_its_words(
    wing: Wing, change: dict[str, Any], says: str
) -> None:
    file = wing.held()
    answer = wing.officer.send(at(file, "restraint/new"), **restraint(wing, **change))
    page = shown(answer)
    assert answer.status_code == 422 and says in page, page
    assert not stands(Restraint).exists() and "escaped once" in page


def test_whom_health_bars_is_not_restrained_and_no_word_says_why(wing: Wing) -> None:
    file = wing.held("Maria")
    wing.nurse.send(
        at(file, "separation/health"), kind="labour", since=wall(wing.now - DAY), until=""
    )
    assert stands(HealthState).count() == 1
    answer = wing.officer.send(at(file, "restraint/new"), **restraint(wing))
    page = shown(answer)
    assert answer.status_code == 422 and "on grounds kept in the health file" in page
    assert "labour" not in page.lower()


def case(wing: Wing, file: Person) -> str:
    """A case that can be decided: reported by the officer, told, weighed, heard."""
    ago = [wall(wing.now - n * DAY) for n in range(6)]
    said = {"act": "broke a window", "rule_broken": "rule 4", "happened_at": ago[5],
            "reported_at": ago[5], "reporter": "O. Officer"}  # fmt: skip
    answer = wing.officer.send(at(file, "discipline/new"), **said)
    assert answer.status_code == 302, shown(answer)
    row = str(stands(DisciplinaryCase).get().first)
    early = wing.director.send(
        at(file, f"discipline/{row}/hearing"), heard_at=ago[2], person_heard="yes",
        legal_help="lawyer", interpreter="not_needed",
    )  # fmt: skip
    assert early.status_code == 422 and "nmr-41-2-notice" in shown(early)
    for step, sent in (
        ("notice", {"given_at": ago[4], "language": "ar"}),
        ("closed", {"done_at": ago[3]}),
        ("weighed", {"weighed_at": ago[2], "weighed_by": "Dr. Saïd", "finding": "no_part"}),
        ("hearing", {"heard_at": ago[2], "person_heard": "yes", "legal_help": "lawyer",
                     "interpreter": "not_needed"}),
    ):  # fmt: skip
        answer = wing.director.send(at(file, f"discipline/{row}/{step}"), **sent)
        assert answer.status_code == 302, (step, shown(answer))
    return row


def decision(wing: Wing, **more: Any) -> dict[str, Any]:
    said = {
        "decided_at": wall(wing.now - DAY), "decider": "A. Director", "decider_role": "director",
        "outcome": "proven", "reasons": "three officers saw it", "sanction": "warning",
        "sanction_since": "", "sanction_until": "", "no_end_why": "a warning has none",
        "separation": "",
    }  # fmt: skip
    return {**said, **more}


def test_a_case_goes_from_report_to_appeal_by_forms(wing: Wing) -> None:
    file = wing.held()
    row = case(wing, file)
    for change, says in (
        ({"sanction": "corporal_punishment"}, "nmr-43-1-d"),
        ({"sanction": "dark_cell"}, "nmr-43-1-c"),
        ({"collective": "on"}, "nmr-43-1-e"),
        ({"decider_role": "health_staff"}, "nmr-46-1-role"),
        ({"decider": "O. Officer"}, "does not decide on it"),
        ({"outcome": "not_proven"}, "not proven"),
        ({"sanction": "loss_of_privilege"}, "has an end"),
        ({"sanction": "separation", "sanction_until": wall(wing.now + DAY)}, "names the spell"),
    ):
        answer = wing.director.send(
            at(file, f"discipline/{row}/decide"), **decision(wing, **change)
        )
        page = shown(answer)
        assert answer.status_code == 422 and says in page, (change, page)
        assert "three officers saw it" in page
    assert not stands(Sanction).exists()
    answer = wing.director.send(at(file, f"discipline/{row}/decide"), **decision(wing))
    assert answer.status_code == 302, shown(answer)
    second = wing.director.send(at(file, f"discipline/{row}/decide"), **decision(wing))
    assert second.status_code == 422 and "decided already" in shown(second)
    for step in ("appeal-told", "appeal"):
        answer = wing.director.send(
            at(file, f"discipline/{row}/{step}"), done_at=wall(wing.now - HOUR)
        )
        assert answer.status_code == 302, (step, shown(answer))
    said = decision(wing, decided_at=wall(wing.now), outcome="set_aside", sanction="",
                    no_end_why="", decider="B. Deputy", reasons="one was elsewhere")  # fmt: skip
    same = wing.director.send(at(file, f"discipline/{row}/appeal-decide"), **said)
    assert same.status_code == 422 and "does not decide on the appeal" in shown(same)
    answer = wing.deputy.send(at(file, f"discipline/{row}/appeal-decide"), **said)
    assert answer.status_code == 302, shown(answer)
    page = wing.inspector.page(at(file, "discipline"))
    for words in ("broke a window", "one was elsewhere", "set aside", "three officers saw it"):
        assert words in page


def test_a_second_sanction_and_a_group_punished_are_written_as_they_were(wing: Wing) -> None:
    file = wing.held()
    said = {"kind": "corporal_punishment", "imposed_at": wall(wing.now - DAY), "offence": "noise",
            "reasons": "", "since": "", "until": "", "decider": "", "decider_role": "",
            "collective": "on"}  # fmt: skip
    answer = wing.officer.send(at(file, "discipline/found-sanction"), **said, found="", said_by="")
    assert answer.status_code == 422
    answer = wing.officer.send(
        at(file, "discipline/found-sanction"), **said, found="marks were seen", said_by="the nurse"
    )
    assert answer.status_code == 302, shown(answer)
    assert "marks were seen" in wing.inspector.page(at(file, "discipline"))
    went = {"act": "shouting", "found": "from the old book", "said_by": "the clerk"}
    answer = wing.officer.send(at(file, "discipline/found"), **went)
    assert answer.status_code == 302, shown(answer)
    row = stands(DisciplinaryCase).get().first
    answer = wing.director.send(
        at(file, f"discipline/{row}/found-step"), decided_at=wall(wing.now - DAY),
        reasons="no hearing", found="from the old book", said_by="the clerk",
    )  # fmt: skip
    assert answer.status_code == 302, shown(answer)
    assert "no hearing" in wing.inspector.page(at(file, "discipline"))


def test_an_illness_of_the_mind_is_said_by_health_staff_alone(wing: Wing) -> None:
    file = wing.held()
    answer = wing.nurse.send(at(file, "discipline/mind"), since=wall(wing.now - DAY))
    assert answer.status_code == 302, shown(answer)
    assert wing.director.status(at(file, "discipline/mind")) == 403
