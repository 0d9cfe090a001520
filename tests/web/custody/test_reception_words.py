"""What stands in a step of a walk has words, never the names of the database."""

from __future__ import annotations

import pytest

from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.casework.custody.values import FORMS
from throughcare.demo.custody.words import words
from throughcare.web.custody.reception.forms.told import TOPICS
from throughcare.web.custody.reception.shown import LABELS, LEFT_OUT
from throughcare.web.custody.step_forms import form_of, said_of

BESIDE = (StepKind.ARREST, StepKind.CHARGES_TOLD, StepKind.AGE)


def test_each_field_of_each_step_has_its_words() -> None:
    for kind in (*WALK[Stage.RECEPTION], *BESIDE):
        assert set(FORMS[kind].may) <= set(LABELS) | LEFT_OUT, kind


def test_the_demo_explains_no_topic_that_an_officer_cannot_choose() -> None:
    assert set(words().topics) == {code for code, _label in TOPICS}


@pytest.mark.parametrize("stage", [Stage.TRANSFER, Stage.RELEASE, Stage.DEATH])
def test_each_field_of_the_later_walks_has_its_words(stage: Stage) -> None:
    for kind in WALK[stage]:
        taken = dict.fromkeys(FORMS[kind].may, "something")
        labels = [label for label, _text in said_of(stage, kind, taken)]
        assert len(labels) == len(taken) and not set(labels) & set(FORMS[kind].may), kind


def test_what_nobody_said_of_a_step_is_not_shown() -> None:
    taken = {"files": ["personal file"], "missing": [], "received_by": ""}
    said = said_of(Stage.TRANSFER, StepKind.HANDOVER, taken)
    assert [text for _label, text in said] == ["personal file"]


def test_the_family_of_somebody_transferred_is_told_by_means_that_the_prison_gives() -> None:
    asked = form_of(Stage.TRANSFER, StepKind.FAMILY).base_fields
    assert "means_given" in asked  # Mandela Rule 68
