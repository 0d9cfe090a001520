"""What stands in a step, in words: a label and a text for each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.queries import Walk, Walked
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.custody.values import FORMS as STEP_FORMS
from throughcare.kernel.languages import all_languages
from throughcare.web.custody.reception.body_map import region_called
from throughcare.web.custody.reception.forms.told import MODES, TOPICS
from throughcare.web.custody.reception.titles import TOLD
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Piece = tuple[str, str]

LABELS: Final[dict[str, StrOrPromise]] = {
    "order": gettext_lazy("Order of the authority"), "found": gettext_lazy("What was found"),
    "at": gettext_lazy("On"), "place": gettext_lazy("Place"),
    "authority": gettext_lazy("Authority"), "language": gettext_lazy("Language"),
    "mode": gettext_lazy("How"), "interpreter": gettext_lazy("Interpreter"),
    "searched_duplicates": gettext_lazy("Looked for a file that is there already"),
    "documents_seen": gettext_lazy("Papers seen"),
    "received_by_sex": gettext_lazy("Received by"),
    "woman_officer": gettext_lazy("Woman officer"), "kind": gettext_lazy("Kind"),
    "reason": gettext_lazy("Reason"), "by_staff": gettext_lazy("By"),
    "by_staff_sex": gettext_lazy("The officer"), "result": gettext_lazy("Result"),
    "authorised_by": gettext_lazy("Allowed by"), "second_look": gettext_lazy("Second look"),
    "none_seen": gettext_lazy("No injury is seen"), "marks": gettext_lazy("Where"),
    "words": gettext_lazy("In words"), "made": gettext_lazy("Complaint made"),
    "reported_to": gettext_lazy("Passed on to"), "reported_at": gettext_lazy("Passed on"),
    "items": gettext_lazy("Things"), "money": gettext_lazy("Money"),
    "medicines": gettext_lazy("Medicines"), "signed_by_person": gettext_lazy("Signed"),
    "signed_how": gettext_lazy("Signed how"),
    "refused_to_sign": gettext_lazy("Did not want to sign"), "witness": gettext_lazy("Witness"),
    "topics": gettext_lazy("Explained"), "understood": gettext_lazy("Understood"),
    "name": gettext_lazy("Name"), "reached_at": gettext_lazy("Reached"),
    "free_aid": gettext_lazy("Asks for free legal aid"), "declined": gettext_lazy("Declined"),
    "foreign": gettext_lazy("National of another country"),
    "refugee_or_stateless": gettext_lazy("Refugee or stateless"),
    "told_of_right": gettext_lazy("Told of the right"),
    "wants_contact": gettext_lazy("Wants the contact"),
    "contacted_at": gettext_lazy("Consul told"),
    "protection_body_told_at": gettext_lazy("Protecting body told"),
    "means_given": gettext_lazy("Means given"), "told_whom": gettext_lazy("Told"),
    "told_at": gettext_lazy("Told on"), "by": gettext_lazy("By"),
    "members": gettext_lazy("Depend on the person"),
    "children": gettext_lazy("Children who came along"),
    "arranged": gettext_lazy("Care arranged"), "own_words": gettext_lazy("In own words"),
    "needs": gettext_lazy("Needs now"), "adjustments": gettext_lazy("What helps"),
    "bed": gettext_lazy("Bed"), "checked": gettext_lazy("What was checked"),
    "authorised_at": gettext_lazy("Allowed on"),
    "known_problems": gettext_lazy("Known health problems"),
    "returned": gettext_lazy("Given back"), "receipt_signed": gettext_lazy("Receipt signed"),
    "adapted": gettext_lazy("Told in a way that fits"),
    "assigned": gettext_lazy("Lawyer assigned"),
    "arranged_at": gettext_lazy("Care arranged on"),
    "guardianship": gettext_lazy("Guardianship"),
    "reasons": gettext_lazy("Reason"), "disputed": gettext_lazy("Disputed"),
    "says_birth_date": gettext_lazy("Birth date that the person says"),
    "decided_birth_date": gettext_lazy("Birth date that is decided"),
}  # fmt: skip
# Steps that are nothing but their form: orders, identity, place and age have acts of their own.
CORRECTED: Final = frozenset({
    StepKind.PROPERTY, StepKind.INFORMATION, StepKind.LAWYER, StepKind.CONSUL, StepKind.FAMILY,
    StepKind.DEPENDANTS, StepKind.NEEDS, StepKind.ARREST, StepKind.CHARGES_TOLD,
})  # fmt: skip
# Numbers of accounts: the sentence below the step says who.
LEFT_OUT: Final = frozenset({"decided_by", "disputed_by"})
_WORDS: Final[dict[str, StrOrPromise]] = {
    **dict(MODES), **dict(TOPICS), "unknown": gettext_lazy("not known"),
    "valid": gettext_lazy("a valid order"), "without": gettext_lazy("no valid order"),
    "verified": gettext_lazy("compared with papers"),
    "stated": gettext_lazy("as the person says"), "female": gettext_lazy("a woman"),
    "male": gettext_lazy("a man"), "signed": gettext_lazy("by name"),
    "mark": gettext_lazy("by a mark or a thumb"), "refused": gettext_lazy("not at all"),
    "pat_down": gettext_lazy("over the clothes"), "strip": gettext_lazy("without clothes"),
    "device": gettext_lazy("with a device"), "property": gettext_lazy("of the things only"),
}  # fmt: skip
_CODED: Final = frozenset(
    {"found", "mode", "topics", "by_staff_sex", "received_by_sex", "signed_how", "kind"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a step, when it was done, and who wrote it."""

    pieces: Sequence[Piece]
    happened_at: datetime
    by: str
    correct: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step in the list of the walk."""

    kind: str
    title: StrOrPromise
    way: str
    done_at: datetime | None
    due_at: datetime | None
    late: bool
    said: Sequence[Said]
    hidden: bool


def lines_of(walk: Walk, steps: Sequence[Walked]) -> list[Line]:
    """The steps of a walk as the page shows them."""
    names = names_of(step.recorded_by for one in steps for step in one.said)
    return [_line(walk, one, names) for one in steps]


def said_of(one: Walked) -> list[Said]:
    """What stands in one step."""
    names = names_of(step.recorded_by for step in one.said)
    return [_said(step, names) for step in one.said]


def _line(walk: Walk, one: Walked, names: Mapping[str, str]) -> Line:
    return Line(
        kind=one.kind, title=TOLD[one.kind].title,
        way=f"/people/{walk.person_id}/custody/reception/{one.kind}", done_at=one.done_at,
        due_at=one.due_at, late=one.late, said=[_said(step, names) for step in one.said],
        hidden=one.done_at is not None and not one.readable,
    )  # fmt: skip


def _said(step: Any, names: Mapping[str, str]) -> Said:
    way = f"/people/{step.person_id}/custody/reception/{step.kind}/{step.id}/correct"
    return Said(
        pieces_of(StepKind(step.kind), step.value), step.happened_at,
        names.get(step.recorded_by, step.recorded_by),
        correct=way if step.kind in CORRECTED else "",
    )  # fmt: skip


def pieces_of(kind: StepKind, value: Mapping[str, object]) -> list[Piece]:
    """The fields in their order; what is empty is left out, except an empty list."""
    # The database keeps no order of fields: the form of the kind has it.
    return [
        (str(LABELS.get(name, name)), _text(kind, name, value[name]))
        for name in STEP_FORMS[kind].may if name in value and name not in LEFT_OUT
    ]  # fmt: skip


def _text(kind: StepKind, name: str, one: object) -> str:
    if isinstance(one, bool):
        return _("yes") if one else _("no")
    if isinstance(one, list):
        return "; ".join(_text(kind, name, part) for part in one) or _("none")
    if isinstance(one, Mapping):
        return _group(one)
    said = str(one)
    if name == "at" or name.endswith("_at"):
        moment = timezone.localtime(datetime.fromisoformat(said))
        return formats.date_format(moment, "DATETIME_FORMAT")
    if name == "language" and said in all_languages():
        return all_languages()[said].own_name
    if name == "place" and kind is StepKind.PLACE:
        return names_of_places([said])[said]
    return str(_WORDS.get(said, said)) if name in _CODED or said == "unknown" else said


def _group(one: Mapping[str, Any]) -> str:
    if "region" in one:
        return str(region_called(str(one["region"])))
    if "what" in one:
        return f"{one['count']} × {one['what']}" if "count" in one else str(one["what"])
    return " ".join(str(part) for part in one.values())
