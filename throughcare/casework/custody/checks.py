"""What a step must fit besides its own form: who the person is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import BadStep
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import parts_of
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries.redacted import standing_facts

# Searches in which nobody touches or sees the body.
_AT_A_DISTANCE = frozenset({"device", "property"})


def need_fitting(
    kind: StepKind, value: Mapping[str, object], person_id: UUID, *, known_at: datetime
) -> None:
    """Refuse a step that does not fit the person. Raises BadStep. Behind the wall."""
    if kind is StepKind.SEARCH:
        _need_same_sex(value, known_person(person_id, known_at=known_at).sex)
    if kind is StepKind.INFORMATION and value.get("mode") == "written":
        _need_reader(person_id, known_at)


def reads_nothing(person_id: UUID, *, known_at: datetime) -> bool:
    """Whether the file says of the person's languages that none is read."""
    facts = standing_facts(parts_of(person_id), at=known_at)
    reads = [fact.value.get("reads") for fact in facts if fact.kind == Kind.LANGUAGE]
    return False in reads and True not in reads


def _need_same_sex(value: Mapping[str, object], sex: str | None) -> None:
    """Searches by staff of the same sex, women by women (Mandela Rules 52 and 81, Bangkok 19).

    What was done otherwise is written down as it was, with a second look at it.
    """
    by = value.get("by_staff_sex", "unknown")
    if sex is None or by == sex or value.get("kind") in _AT_A_DISTANCE or value.get("second_look"):
        return
    if by == "unknown":
        raise BadStep(
            _("it is not said whether a woman or a man searched"),
            remedy=_("say it; if it is not known, say who looks into it, under second look"),
        )
    raise BadStep(
        _("a search is made by staff of the same sex, and women are searched by women only"),
        remedy=_("look again; if it was done like this, say who looks into it, under second look"),
    )


def _need_reader(person_id: UUID, known_at: datetime) -> None:
    if reads_nothing(person_id, known_at=known_at):
        raise BadStep(
            _("the person does not read: what is only written has not been given (Rule 55)"),
            remedy=_("tell it aloud or in signs, and choose how it was told"),
        )
