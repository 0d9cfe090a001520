"""The fields of what a board weighs: for each kind which way it pulls, in words, and the facts.

Beside them what is asked of a woman, to which "not known" is an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from throughcare.casework.assessment.actions import Weighed
from throughcare.casework.assessment.board_terms import NOT_KNOWN, FactorKind, Weighs
from throughcare.web.classification.shown import ASKED
from throughcare.web.custody.fields import tick
from throughcare.web.people.forms.acts import sentence


def factor_fields() -> Iterator[tuple[str, forms.Field]]:
    """One row for each kind; not weighed comes first, and nothing is chosen before."""
    ways = [("", _("Not weighed")), *((one.value, capfirst(str(one.label))) for one in Weighs)]
    for kind in FactorKind:
        label = capfirst(str(kind.label))
        yield _weighs(kind), forms.ChoiceField(label=label, required=False, choices=ways)
        facts = _("%(factor)s: the facts") % {"factor": label}
        yield _facts(kind), sentence(facts, required=False, rows=1)


def factor_pairs() -> list[tuple[str, str]]:
    """The names of the fields of each row: which way, and the facts."""
    return [(_weighs(kind), _facts(kind)) for kind in FactorKind]


def weighed(said: Mapping[str, str]) -> list[Weighed]:
    """What was weighed, as the action takes it."""
    return [
        Weighed(kind=kind, weighs=Weighs(said[_weighs(kind)]), words=said[_facts(kind)])
        for kind in FactorKind if said[_weighs(kind)]
    ]  # fmt: skip


def asked_fields() -> Iterator[tuple[str, forms.Field]]:
    """What is asked of a woman besides, each with a box for "not known"."""
    for name, label in ASKED.items():
        yield name, sentence(label, required=False, rows=2)
        yield _unknown(name), tick(_("%(question)s: not known") % {"question": label})


def asked_pairs(fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The names of the fields of each question; none where nobody is asked."""
    return [(name, _unknown(name)) for name in ASKED if name in fields]


def answers(said: Mapping[str, Any]) -> dict[str, Any]:
    """What was answered, as the action takes it."""
    return {
        name: said[name] or (NOT_KNOWN if said[unknown] else "")
        for name, unknown in asked_pairs(said)
    }  # fmt: skip


def _weighs(kind: FactorKind) -> str:
    return f"weighs_{kind}"


def _facts(kind: FactorKind) -> str:
    return f"facts_{kind}"


def _unknown(name: str) -> str:
    return f"{name}_unknown"
