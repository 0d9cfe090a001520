"""The ways to the pages of this room that are open to a viewer: from the first page and a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.matrix import matrix
from throughcare.access.policy import without_post
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.queries import reads_agreement
from throughcare.casework.people.queries import File
from throughcare.casework.programmes.queries import houses_to_see
from throughcare.casework.team.queries import has_team
from throughcare.duties.queries import has_morning
from throughcare.duties.queries.what_if import places_to_plan
from throughcare.service.training.queries import is_staff
from throughcare.web.assessment.desk import opens_desk
from throughcare.web.chaplaincy.groups import is_chaplain
from throughcare.web.contact.house import houses_of as contact_houses
from throughcare.web.custody.movements.places import has_movements
from throughcare.web.desk.emergencies.offers import offers
from throughcare.web.observations.lets import houses_of as observation_houses
from throughcare.web.plans.desk import opens_plans
from throughcare.web.safety.register.houses import houses_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link leads, what it is called, and what is there."""

    to: str
    label: StrOrPromise
    hint: StrOrPromise = ""


def ways_of(viewer: Viewer, *, at: datetime) -> Iterator[Way]:
    """From the first page."""
    roles = _roles(viewer, at)
    if has_morning(viewer, at=at):
        yield Way(
            "/morning",
            _("This morning"),
            _("What must be done, for whom, by when and under which rule."),
        )
    if Role.PRISONER in roles and viewer.person is not None:
        yield Way("/my-file", _("My file"), _("What is written about you, and who has opened it."))
    if roles & {Role.PRISON_DIRECTOR, Role.SYSTEM_ADMINISTRATOR}:
        yield Way("/staff", _("Staff and posts"), _("Who holds which post; appoint, and end."))
    if Role.SYSTEM_ADMINISTRATOR in roles:
        yield Way("/accounts", _("Accounts"), _("Who signs in; new passwords."))
    if is_staff(viewer, at=at):
        hint = _("Who is certified for what, what lapses soon, and your own certificates.")
        yield Way("/training", _("Training"), hint)
    if has_movements(viewer, at=at):
        hint = _("Who is coming, who is out, who is late.")
        yield Way("/movements", _("On the way and out"), hint)
    if houses_of(viewer, at=at):
        hint = _("Who is kept apart, for how many days, and what waits.")
        yield Way("/separation", _("Register of separation"), hint)
    if observation_houses(viewer, at=at):
        hint = _("What you saw, who waits for a talk.")
        yield Way("/observe", _("On the wing"), hint)
    if contact_houses(viewer, at=at):
        hint = _("Who has had no contact for long, and the list of the visiting room.")
        yield Way("/contact", _("Contact with the outside"), hint)
    if is_chaplain(viewer, at=at):
        hint = _("Requests that wait, and services by unit and faith.")
        yield Way("/chaplaincy", _("Chaplaincy"), hint)
    if opens_desk(viewer, at=at):
        hint = _("What waits for the case staff, and who is screened in.")
        yield Way("/judgements", _("Judgement"), hint)
    if has_team(viewer, at=at):
        hint = _("Meetings, tasks and the calendar of the team.")
        yield Way("/team", _("Team"), hint)
    if opens_plans(viewer, at=at):
        hint = _("Plans to look at again, and steps that are due.")
        yield Way("/plans", _("Plans"), hint)
    if reads_agreement(viewer, at=at):
        hint = _("How far raters agree, on each item of a tool.")
        yield Way("/reliability", _("Reliability desk"), hint)
    yield from _intelligence(roles)
    if houses_to_see(viewer, at=at):
        hint = _("What is offered here, who waits, and the registers of groups.")
        yield Way("/programmes", _("Programmes"), hint)
    if places_to_plan(viewer, at=at):
        yield Way("/what-if", _("What if"), _("Which rules a plan would break, before it is made."))
    yield Way("/rules", _("Rules"), _("Every rule, and how things stand under it."))
    yield Way("/emergencies", _("Emergencies"), _("To confirm, to review, and your own."))
    yield Way("/what-may-i", _("What my posts open"), _("Which parts of which files, until when."))
    yield Way("/kin", _("My relatives"), _("Declare a relative who is in prison."))


def ways_of_file(viewer: Viewer, file: File, *, at: datetime) -> Iterator[Way]:
    """From a file that the viewer has open."""
    roles = _roles(viewer, at)
    if not file.redacted:
        yield Way(f"/people/{file.id}/readers", _("Who has opened this file"))
    if offers(viewer, file.held_at, at=at):
        yield Way(f"/people/{file.id}/emergency", _("Emergency"))
    yield from _intelligence_of(viewer, file, at)
    if roles & {Role.PRISON_DIRECTOR, Role.CASE_MANAGER}:
        yield Way(f"/people/{file.id}/cases", _("Who works on this case"))
    about = Subject(file.id, file.held_at)
    if gate.may(viewer, Act.APPEND, Compartment.REL, about, at=at):
        yield Way(f"/people/{file.id}/custody/religion", _("Religion"))
    if file.redacted and gate.may(viewer, Act.READ, Compartment.PRG, about, at=at):
        yield Way(f"/people/{file.id}/custody/work", _("Work"))  # a short file has no tab for it
    if file.id != viewer.person:
        yield Way(f"/kin?person={file.id}", _("This is a relative of mine"))


def _intelligence(roles: set[Role]) -> Iterator[Way]:
    """By roles alone: no way may show whether there is anything behind it."""
    letters = {role: matrix().cells[role, Compartment.INT].level.lets for role in roles}
    if any(Act.READ in one for one in letters.values()):
        hint = _("What is to be looked at again, and what waits for an answer.")
        yield Way("/intelligence", _("Intelligence"), hint)
    if any(Act.APPEND in one for one in letters.values()):
        hint = _("That your reports were received.")
        yield Way("/intelligence/received", _("My receipts"), hint)
    if Role.PRISON_DIRECTOR in roles:
        hint = _("Who answers what a board is told of intelligence.")
        yield Way("/intelligence/officer", _("Officer for sharing"), hint)


def _intelligence_of(viewer: Viewer, file: File, at: datetime) -> Iterator[Way]:
    """The same of a file: open or closed by the matrix, whatever there is."""

    def may(act: Act) -> bool:
        return gate.may(viewer, act, Compartment.INT, Subject(file.id, file.held_at), at=at)

    if may(Act.READ_REDACTED):
        yield Way(f"/people/{file.id}/statements", _("Statements"))
    if may(Act.READ):
        yield Way(f"/people/{file.id}/intelligence", _("Intelligence"))
    if may(Act.APPEND):
        yield Way(f"/people/{file.id}/intelligence/report", _("Write a report"))


def _roles(viewer: Viewer, at: datetime) -> set[Role]:
    if without_post(viewer, at):
        return set()
    return {post.role for post in viewer.posts if post.period.holds(at)}
