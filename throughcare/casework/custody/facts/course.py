"""During the stay and before release: hearings, allocation, sharing, papers, home, file."""

from __future__ import annotations

from typing import Final

from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.arrival import yes
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.models import Step

_HEARD: Final = ("outcome", "charged", "detention_reviewed")
# What an assessment says where two may not sleep in one cell: it is no permission.
_NOT_TOGETHER: Final = frozenset({"unsuitable", "not_suitable", "no", False})
# Grounds on which people of two groups may be together for a time, and what a rule calls them.
_TOGETHER: Final = {
    "supervised_activity": "supervised_activity",
    "same_family": "same_family_or_permitted_programme",
    "permitted_programme": "same_family_or_permitted_programme",
    "best_interests": "best_interests_decision_valid",
}


def hearing(sheet: Sheet, step: Step, key: object) -> None:
    """A date in court, in the file as soon as the prison knows it; and what came of it."""
    root = sheet.told.of_steps.first(step)
    sheet.event("hearing_scheduled", step.id, root.happened_at, known(step), key=root.id)
    sheet.event("hearing_recorded_in_file", step.id, root.recorded_at, known(step), key=root.id)
    if not any(step.value.get(name) for name in _HEARD):
        return
    held = sheet.moment(step.value.get("scheduled_at"))
    sheet.event("brought_before_authority", step.id, held, known(step))
    if yes(step.value.get("charged")):
        sheet.event("charged_in_court", step.id, held, known(step))
    if yes(step.value.get("detention_reviewed")):
        sheet.event("judicial_review_of_detention", step.id, held, known(step))


def allocation(sheet: Sheet, step: Step, key: object) -> None:
    """Why this prison: home, distance, wish, care duties, reasons (Rule 59, Bangkok Rule 4)."""
    names = ("home_place", "distance_km", "reasons", "wish", "care_duties", "model", "review_at")
    fields = {f"allocation.{name}": sheet.filling(step, name) for name in names}
    sheet.event("allocation", step.id, step.happened_at, known(step), key=key, fields=fields)
    sheet.event("stay_or_move_decided", step.id, step.happened_at, known(step))
    for span, identity in sheet.identities:
        both = known(step).meet(span)
        if both is not None and identity.sex == FEMALE:
            sheet.event(
                "allocation_of_woman", step.id, step.happened_at, both, key=key, fields=fields
            )


def sharing(sheet: Sheet, step: Step, key: object) -> None:
    """Who may share a cell, and who may be together for a time on a ground of the rules."""
    exempt = _TOGETHER.get(str(step.value.get("ground", "")))
    if exempt is not None:
        until = sheet.moment(step.value.get("until")) if step.value.get("until") else None
        sheet.spell(
            exempt, step.id, step.happened_at, until, known(step), key=step.value.get("other")
        )
    elif step.value.get("outcome") not in _NOT_TOGETHER:
        sheet.event("sharing_assessment_done", step.id, step.happened_at, known(step))


def bedding(sheet: Sheet, step: Step, key: object) -> None:
    """Clean bedding (Rule 21)."""
    if yes(step.value.get("changed")):
        sheet.event("bedding_changed", step.id, step.happened_at, known(step))


def papers(sheet: Sheet, step: Step, key: object) -> None:
    """Papers are ready for release (Rule 108)."""
    if yes(step.value.get("ready")) or yes(step.value.get("declined")):
        sheet.event("identity_papers_ready", step.id, step.happened_at, known(step))


def home(sheet: Sheet, step: Step, key: object) -> None:
    """Somewhere to live is arranged, or help was not wanted (Rule 108)."""
    if yes(step.value.get("arranged")) or yes(step.value.get("declined")):
        sheet.event("housing_arranged", step.id, step.happened_at, known(step))


def file_copy(sheet: Sheet, step: Step, key: object) -> None:
    """A copy of the file, asked for and given (Rule 9)."""
    asked = sheet.moment(step.value.get("requested_at"))
    sheet.event("file_copy_requested_for_release", step.id, asked, known(step))
    given = sheet.moment(step.value.get("given_at"))
    sheet.event("file_copy_given", step.id, given, known(step))
