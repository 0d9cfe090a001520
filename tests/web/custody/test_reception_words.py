"""What stands in a step of the reception has words, never the names of the database."""

from __future__ import annotations

from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.casework.custody.values import FORMS
from throughcare.demo.custody.words import words
from throughcare.web.custody.reception.forms.told import TOPICS
from throughcare.web.custody.reception.shown import _LABELS, _LEFT_OUT

BESIDE = (StepKind.ARREST, StepKind.CHARGES_TOLD, StepKind.AGE)


def test_each_field_of_each_step_has_its_words() -> None:
    for kind in (*WALK[Stage.RECEPTION], *BESIDE):
        assert set(FORMS[kind].may) <= set(_LABELS) | _LEFT_OUT, kind


def test_the_demo_explains_no_topic_that_an_officer_cannot_choose() -> None:
    assert set(words().topics) == {code for code, _label in TOPICS}
