"""What was done at the door: injuries, complaint, property, search (Rules 7, 51, 52, 67)."""

from __future__ import annotations

from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.ages import FEMALE, is_child
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import EMPTY, NONE, Sheet
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.terms import Stage

# Searches in which a person undresses or is touched within (Rule 52).
INTRUSIVE: Final = frozenset({"strip", "body_cavity", "cavity", "squat"})
_SEXES: Final = frozenset({"female", "male"})


def injuries(sheet: Sheet, step: Step, key: object) -> None:
    """Marks that were seen, or that none were; health problems that are known (Rule 7(d))."""
    seen = sheet.filling(step, "marks")
    if seen.entered_at is None:
        seen = sheet.filling(step, "none_seen")
    sheet.event(
        "admission_check", step.id, step.happened_at, known(step), key=key,
        fields={"admission_check.visible_injuries": Filling(seen.entered_at)},
    )  # fmt: skip
    problems = _answered(sheet, step, "known_problems")
    sheet.event(
        "health_record", step.id, step.happened_at, known(step), key=key,
        fields={"health_record.known_problems": problems},
    )  # fmt: skip


def complaint(sheet: Sheet, step: Step, key: object) -> None:
    """Whether the person complains of earlier treatment, and who was told (Rules 7(d), 57(3))."""
    sheet.event(
        "admission_check", step.id, step.happened_at, known(step), key=key,
        fields={
            "admission_check.prior_ill_treatment_complaint": _answered(sheet, step, "made"),
        },
    )  # fmt: skip
    if not yes(step.value.get("made")):
        return
    root = sheet.told.of_steps.first(step).id
    sheet.event("ill_treatment_allegation", step.id, step.happened_at, known(step), key=root)
    if step.value.get("reported_to"):
        reported = sheet.moment(step.value.get("reported_at"))
        sheet.event("referred_to_independent_authority", step.id, reported, known(step), key=root)


def goods(sheet: Sheet, step: Step, key: object) -> None:
    """The inventory, what came later, and what was given back against a signature (Rule 67)."""
    at, while_known, value = step.happened_at, known(step), step.value
    root = sheet.told.of_steps.first(step).id
    if step.stage not in (Stage.RECEPTION, Stage.TRANSFER, Stage.STAY):
        if yes(value.get("returned")) and yes(value.get("receipt_signed")):
            sheet.event("property_returned_with_receipt", step.id, at, while_known, key=key)
        return
    if step.stage == Stage.STAY:
        sheet.event("money_or_goods_received", step.id, at, while_known, key=root)
        first = sheet.told.of_steps.first(step).recorded_at
        sheet.event("inventory_updated", step.id, first, while_known, key=root)
        return
    signed = sheet.filling(step, "signed_by_person")
    if yes(value.get("refused_to_sign")):
        # The refusal, with a witness, is what the rule takes for an answer where none is signed.
        refused = sheet.filling(step, "refused_to_sign")
        signed = Filling(refused.entered_at, unknown=True, reasoned=bool(value.get("witness")))
    elif not yes(value.get("signed_by_person")):
        signed = EMPTY
    sheet.event(
        "property_inventory", step.id, at, while_known, key=key,
        fields={
            "property_inventory.items": _answered(sheet, step, "items"),
            "property_inventory.signed_by_person": signed,
        },
    )  # fmt: skip
    medicines = value.get("medicines")
    if medicines and medicines != NONE:
        sheet.event("medicines_brought_in", step.id, at, while_known, key=key)


def money(sheet: Sheet, step: Step, key: object) -> None:
    """Money that came, and savings that were paid out (Rules 67(3), 103(3))."""
    root = sheet.told.of_steps.first(step).id
    if step.stage == Stage.STAY:
        sheet.event("money_or_goods_received", step.id, step.happened_at, known(step), key=root)
        first = sheet.told.of_steps.first(step).recorded_at
        sheet.event("inventory_updated", step.id, first, known(step), key=root)
    if step.stage == Stage.RELEASE and yes(step.value.get("receipt_signed")):
        sheet.event("savings_paid", step.id, step.happened_at, known(step))


def medication(sheet: Sheet, step: Step, key: object) -> None:
    """What was decided about medicines (Rule 67(4)). No more than that leaves the health room."""
    if step.stage != Stage.RELEASE:
        sheet.event("doctor_decision_on_medicines", step.id, step.happened_at, known(step))


def search(sheet: Sheet, step: Step, key: object) -> None:
    """A search: why, by whom, with what result, and of which kind (Rules 51, 52; Bangkok 19)."""
    at, value = step.happened_at, step.value
    how = str(value.get("kind", ""))
    names = ("reason", "by_staff", "result")
    sheet.event(
        "search", step.id, at, known(step), said=how,
        fields={f"search.{name}": sheet.filling(step, name) for name in names},
    )  # fmt: skip
    if how == "strip":
        sheet.event("strip_search", step.id, at, known(step))
    if how in INTRUSIVE:
        sheet.event("intrusive_search", step.id, at, known(step), key=step.id)
    if value.get("authorised_by"):
        allowed = sheet.moment(value.get("authorised_at")) or at
        sheet.event("search_authorised", step.id, allowed, known(step), key=step.id)
    by = value.get("by_staff_sex")
    if by not in _SEXES:
        return  # not known: nothing is said of it
    for span, identity in sheet.identities:
        both = known(step).meet(span)
        if both is None or identity.sex not in _SEXES or identity.sex == by:
            continue
        if identity.sex == FEMALE:
            sheet.event("woman_searched_by_man", step.id, at, both)
        if how in INTRUSIVE:
            sheet.event("intrusive_search_by_other_sex", step.id, at, both)


def arrest(sheet: Sheet, step: Step, key: object) -> None:
    """When and where the person was arrested, and that a child was (Rule 7(b), Beijing 10)."""
    names = ("at", "place")
    sheet.event(
        "arrest", step.id, step.happened_at, known(step), key=key,
        fields={f"arrest.{name}": sheet.filling(step, name) for name in names},
    )  # fmt: skip
    arrested = sheet.moment(step.value.get("at"))
    if arrested is None:
        return
    for span, identity in sheet.identities:
        both = known(step).meet(span)
        if both is not None and is_child(sheet.told, identity, arrested):
            sheet.event("arrest_of_child", step.id, arrested, both)


def charges_told(sheet: Sheet, step: Step, key: object) -> None:
    """The reasons of the arrest and the charges were told (Rule 119(1))."""
    sheet.event("reasons_and_charges_told", step.id, step.happened_at, known(step))


def yes(value: object) -> bool:
    """Whether a step says yes. Not known is no yes."""
    return value is True or value in ("yes", "true")


def _answered(sheet: Sheet, step: Step, name: str) -> Filling:
    """A question that was asked is answered by no and by an empty list too."""
    value = step.value.get(name)
    if value is False or value == []:
        entered = sheet.told.of_steps.entered_at(step, name, of_value=True)
        return Filling(from_datetime(entered))
    return sheet.filling(step, name)
