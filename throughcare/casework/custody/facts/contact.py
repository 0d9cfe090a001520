"""Who was told, and what the person was told: information, lawyer, consul, family (Rules 54-70)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from throughcare.casework.custody.facts.arrival import yes
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.models import Stay, Step
from throughcare.casework.custody.terms import LeftHow, Stage, StepKind

_SPOKEN: Final = frozenset({"oral", "both", "oral_and_written", "read_aloud"})


def information(sheet: Sheet, step: Step, key: object) -> None:
    """Rights and rules explained, in which language and how (Rules 54, 55)."""
    at, while_known, value = step.happened_at, known(step), step.value
    sheet.event(
        "information_given", step.id, at, while_known,
        fields={"information_given.language": sheet.filling(step, "language")},
    )  # fmt: skip
    if not value.get("topics"):
        return
    sheet.event("admission_information_given", step.id, at, while_known)
    sheet.event("child_information_given", step.id, at, while_known)
    if yes(value.get("adapted")) or value.get("mode") in _SPOKEN | {"sign"}:
        sheet.event("adapted_information_given", step.id, at, while_known)


def lawyer(sheet: Sheet, step: Step, key: object) -> None:
    """A lawyer of one's own, or assigned; one's own wish to have none (Rules 61, 119(2))."""
    value = step.value
    has = value.get("name") or yes(value.get("assigned")) or value.get("reached_at")
    if has or yes(value.get("declined")):
        sheet.event(
            "lawyer_assigned_or_denial_under_review", step.id, step.happened_at, known(step)
        )
    if has:
        at = sheet.moment(value.get("reached_at")) or step.happened_at
        sheet.event("legal_help_given", step.id, at, known(step))


def consul(sheet: Sheet, step: Step, key: object) -> None:
    """Foreigners, refugees and stateless people: what was offered, wished and done (Rule 62)."""
    value, while_known = step.value, known(step)
    if yes(value.get("told_of_right")):
        sheet.event("consular_information_given", step.id, step.happened_at, while_known)
    told = sheet.moment(value.get("protection_body_told_at"))
    sheet.event("protection_body_information_given", step.id, told, while_known)
    if yes(value.get("wants_contact")) and not _asked_before(sheet, step):
        sheet.event("consular_contact_requested", step.id, step.happened_at, while_known, key=key)
    made = sheet.moment(value.get("contacted_at"))
    sheet.event("consular_contact_made", step.id, made, while_known, key=key)


def family(sheet: Sheet, step: Step, key: object) -> None:
    """Means to tell the family, and who was told of what (Rules 68, 69; Havana 22)."""
    value, while_known = step.value, known(step)
    declined = yes(value.get("declined"))
    if yes(value.get("means_given")) or declined:
        sheet.event("means_to_inform_family_given", step.id, step.happened_at, while_known)
    moved = sheet.told.of_movements.root(step.movement_id)
    if declined:
        sheet.event(
            "notification_declined", step.id, step.happened_at, while_known, key=moved or key
        )
    if value.get("reported_to"):  # somebody outside the prison service, after a death (Rule 71)
        reported = sheet.moment(value.get("reported_at"))
        sheet.event("report_to_independent_authority", step.id, reported, while_known, key=key)
    told = sheet.moment(value.get("told_at"))
    if told is None:
        return
    way = moved or f"{key}:{'out' if step.stage == Stage.RELEASE else 'in'}"
    sheet.event("parent_notified", step.id, told, while_known, key=way)
    sheet.event(
        "parent_notification", step.id, step.happened_at, while_known, key=key,
        fields={"parent_notification.at": sheet.filling(step, "told_at")},
    )  # fmt: skip
    if moved is not None:
        sheet.event("designated_person_notified", step.id, told, while_known, key=moved)
    for stay in _same_stay(sheet, step):
        if stay.left_how == LeftHow.DEATH and stay.left_at is not None and told >= stay.left_at:
            both = known(stay).meet(while_known)
            if both is not None:
                sheet.event("kin_notified", step.id, told, both, key=key)


def authority(sheet: Sheet, step: Step, key: object) -> None:
    """An authority outside the prison service was told of a death (Rule 71)."""
    told = sheet.moment(step.value.get("told_at"))
    sheet.event("report_to_independent_authority", step.id, told, known(step), key=key)


def _same_stay(sheet: Sheet, step: Step) -> list[Stay]:
    """Every version of the stay that the step belongs to."""
    root = stay_root(sheet, step)
    return [stay for stay in sheet.told.stays if sheet.told.of_stays.first(stay).id == root]


def _asked_before(sheet: Sheet, step: Step) -> bool:
    """Whether an earlier step of the stay says the same wish, which one answer answers."""
    root, chain = stay_root(sheet, step), sheet.told.of_steps
    return any(
        other.kind == StepKind.CONSUL
        and other.happened_at < step.happened_at
        and other.stood_until is None
        and chain.first(other).id != chain.first(step).id
        and stay_root(sheet, other) == root
        and yes(other.value.get("wants_contact"))
        for other in sheet.told.steps
    )


def stay_root(sheet: Sheet, step: Step) -> UUID | None:
    """The first version of the stay of a step; where none is named, of the stay at that time."""
    if step.stay_id is not None:
        return sheet.told.of_stays.root(step.stay_id)
    return sheet.told.stay_of(step.happened_at)
