"""The form of each step's content: a closed set of fields for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import BadStep
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.custody.value_kinds import reader_of


@dataclass(frozen=True, slots=True)
class Form:
    """Which fields a kind of step may have, and which it must. All others are refused."""

    may: tuple[str, ...]
    must: tuple[str, ...] = ()


# Fields in the words of the vocabulary of the rules where it has one (rulebooks/vocabulary.yaml).
FORMS: Final[Mapping[StepKind, Form]] = {
    StepKind.LEGALITY: Form(("order", "checked", "found"), ("found",)),
    StepKind.ARREST: Form(("at", "place", "authority"), ("at", "place")),
    StepKind.CHARGES_TOLD: Form(("language", "interpreter", "mode"), ("language",)),
    StepKind.HEARING: Form(
        ("scheduled_at", "court", "recorded", "outcome", "charged", "detention_reviewed"),
        ("scheduled_at",),
    ),
    StepKind.IDENTITY: Form(
        ("searched_duplicates", "documents_seen", "found", "received_by_sex", "woman_officer"),
        ("found",),
    ),
    StepKind.SEARCH: Form(
        ("kind", "reason", "by_staff", "by_staff_sex", "authorised_by", "authorised_at", "result",
         "witness", "second_look"),
        ("kind", "reason", "by_staff", "result"),
    ),
    StepKind.INJURIES: Form(("none_seen", "marks", "words", "known_problems"), ()),
    StepKind.COMPLAINT: Form(("made", "words", "reported_to", "reported_at"), ("made",)),
    StepKind.PROPERTY: Form(
        ("items", "money", "medicines", "signed_by_person", "signed_how", "refused_to_sign",
         "witness", "returned", "receipt_signed"),
    ),
    StepKind.MONEY: Form(("amount", "currency", "savings", "receipt_signed"), ("amount",)),
    StepKind.INFORMATION: Form(
        ("topics", "language", "mode", "interpreter", "understood", "adapted"),
        ("topics", "language", "mode"),
    ),
    StepKind.LAWYER: Form(("name", "reached_at", "assigned", "declined", "free_aid"), ()),
    StepKind.CONSUL: Form(
        ("foreign", "refugee_or_stateless", "told_of_right", "wants_contact", "contacted_at",
         "protection_body_told_at"),
        ("foreign",),
    ),
    StepKind.FAMILY: Form(
        ("means_given", "told_whom", "told_at", "declined", "by", "reported_to", "reported_at"), ()
    ),
    StepKind.DEPENDANTS: Form(
        ("members", "children", "arranged", "arranged_at", "guardianship"), ()
    ),
    StepKind.NEEDS: Form(("needs", "own_words", "interpreter", "adjustments"), ()),
    StepKind.PLACE: Form(("place", "bed", "reasons"), ("place",)),
    StepKind.FITNESS: Form(("fit", "by", "conditions"), ("fit", "by")),
    StepKind.HANDOVER: Form(("files", "received_by", "missing"), ("files",)),
    StepKind.PAPERS: Form(("ready", "missing", "declined"), ("ready",)),
    StepKind.CLOTHING: Form(("given", "own"), ()),
    StepKind.TRANSPORT: Form(("means", "fare_given", "declined"), ("means",)),
    StepKind.HOME: Form(("arranged", "where", "declined"), ("arranged",)),
    StepKind.MEDICATION: Form(("needed", "given", "until"), ("needed",)),
    StepKind.FILE_COPY: Form(("offered", "requested_at", "given_at", "declined"), ("offered",)),
    StepKind.APPOINTMENT: Form(("with", "at", "where", "declined"), ()),
    StepKind.ALLOCATION: Form(
        ("home_place", "distance_km", "reasons", "wish", "care_duties", "model", "review_at"),
        ("reasons",),
    ),
    StepKind.SHARING: Form(("outcome", "reasons", "ground", "other", "until"), ("outcome",)),
    StepKind.BEDDING: Form(("issued", "changed"), ()),
    StepKind.AGE: Form(
        ("disputed", "says_birth_date", "decided_birth_date", "decided_by", "disputed_by",
         "reasons"),
        ("disputed",),
    ),
    StepKind.AUTHORITY: Form(("told_whom", "told_at", "reference"), ("told_whom", "told_at")),
}  # fmt: skip


def checked_step(kind: StepKind, value: Mapping[str, object]) -> dict[str, object]:
    """The content, if it has the form of its kind. Raises BadStep."""
    form = FORMS[StepKind(kind)]
    strange = sorted(set(value) - set(form.may))
    if strange:
        raise BadStep(
            _("this step has no field %(name)s") % {"name": ", ".join(strange)},
            remedy=_("leave it out"),
        )
    missing = [name for name in form.must if value.get(name) in (None, "", [])]
    if missing:
        raise BadStep(
            _("this step lacks %(names)s") % {"names": ", ".join(missing)},
            remedy=_("fill it in; where it is not known, say so"),
        )
    kept = {name: _read(kind, name, one) for name, one in value.items() if one not in (None, "")}
    if kind is StepKind.INJURIES and not kept.get("marks") and kept.get("none_seen") is None:
        raise BadStep(
            _("this step says neither that marks were seen nor that none were"),
            remedy=_("mark each place, or say that no injury is seen"),
        )
    return kept


def _read(kind: StepKind, name: str, given: object) -> object:
    try:
        return reader_of(kind, name)(given)
    except ValueError as error:
        raise BadStep(
            _("what stands under %(name)s cannot be kept") % {"name": name},
            where=str(StepKind(kind).label),
            remedy=str(error),
        ) from error
