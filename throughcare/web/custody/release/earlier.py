"""Every version of every record of custody: what stood, who wrote it, when, why, and its fate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.entries import ENTRIES
from throughcare.casework.custody.terms import Stage, StepKind
from throughcare.casework.people.queries import file_to_change
from throughcare.web.custody.acting import Step
from throughcare.web.custody.release.proposals import shown_proposals
from throughcare.web.custody.sections import section_page
from throughcare.web.custody.stage_pages import label_of
from throughcare.web.custody.step_forms import words_of
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.file import read
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What a row says, in the order in which it is read; what is not here is told in other ways.
_FIELDS: Final[Mapping[str, StrOrPromise]] = {
    "kind": gettext_lazy("kind"), "value": gettext_lazy("what"),
    "establishment": gettext_lazy("prison"), "place": gettext_lazy("place"),
    "bed": gettext_lazy("bed"), "authority": gettext_lazy("authority"),
    "number": gettext_lazy("number"), "words": gettext_lazy("charge"),
    "iccs": gettext_lazy("code of the offence"), "from_place": gettext_lazy("from"),
    "to_place": gettext_lazy("to"), "issued_on": gettext_lazy("day of the order"),
    "valid_from": gettext_lazy("in force from"), "valid_to": gettext_lazy("in force until"),
    "admitted_at": gettext_lazy("received"), "left_at": gettext_lazy("left"),
    "arrived_at": gettext_lazy("came back or arrived"), "expected_at": gettext_lazy("expected"),
    "left_how": gettext_lazy("how it ended"), "since": gettext_lazy("since"),
    "until": gettext_lazy("until"), "begins_on": gettext_lazy("begins"),
    "years": gettext_lazy("years"), "months": gettext_lazy("months"),
    "days": gettext_lazy("days"), "from_on": gettext_lazy("from the day"),
    "on": gettext_lazy("day"), "happened_at": gettext_lazy("done"),
    "without_order": gettext_lazy("held without a valid order because"),
    "reason": gettext_lazy("reason"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """One version in words. `fate` is empty while it stands."""

    label: str
    pieces: list[tuple[str, str]]
    by: str
    at: datetime
    why: str
    fate: str
    fate_by: str
    fate_at: datetime | None
    fate_why: str
    ways: list[tuple[str, str]]


@never_cache
@require_safe
@local
def earlier(request: Request, person_id: UUID) -> HttpResponse:
    """All versions, the latest first, and what waits for a second person."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    found = queries.earlier_of(request.viewer, file.id, at=request.at)
    rows = [one.row for one in found.versions]
    names = names_of({one for row in rows for one in (row.recorded_by, row.struck_by or "")})
    by_id = {one.row.id: one for one in found.versions}
    told = {
        **section_page(request, file, ""),
        "versions": [
            _version(one, by_id, names, file.id, write=found.write) for one in found.versions
        ],
        "proposals": shown_proposals(request, found.proposals),
    }
    return render(request, "custody/release/earlier.html", told)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, kind: str, row_id: UUID) -> HttpResponse:
    """Say that an entry was never so. It stays readable, struck out."""
    if kind not in ENTRIES:
        raise NotThere
    found = queries.version_of(request.viewer, person_id, kind, row_id, at=request.at)
    if not found.stands:
        raise NotThere
    code = ENTRIES[kind].compartment_of(found.row)
    file = file_to_change(request.viewer, person_id, act=Act.WRITE, compartment=code, at=request.at)
    page = Step(
        request=request, file=file, section="", back=f"/people/{file.id}/custody/earlier",
        title=gettext_lazy("Strike out an entry"), button=gettext_lazy("Strike it out"),
    )  # fmt: skip

    def write(form: ReasonForm, _sending: Sending) -> str:
        actions.strike_out_entry(
            by=request.viewer, at=request.at, person_id=file.id, kind=kind, row_id=row_id,
            why=form.cleaned_data["why"],
        )  # fmt: skip
        return f"{page.back}?done=entry-struck"

    return page.answer(
        lambda typed: ReasonForm(typed), write,
        beside=[(str(ENTRIES[kind].label), ""), *_pieces(found.row)],
    )  # fmt: skip


def _version(
    one: queries.Version, by_id: Mapping[UUID, queries.Version], names: Mapping[str, str],
    person_id: UUID, *, write: bool,
) -> ShownVersion:  # fmt: skip
    row = one.row
    after = by_id.get(one.replaced_by) if one.replaced_by else None
    fate, fate_by, fate_why = "", "", ""
    if one.struck:
        fate, fate_by, fate_why = _("struck out"), row.struck_by or "", row.struck_why or ""
    elif not one.stands:
        fate = _("corrected or continued")
        fate_by, fate_why = (after.row.recorded_by, after.why) if after else ("", "")
    return ShownVersion(
        label=_label(one), pieces=list(_pieces(row)), at=row.recorded_at, why=one.why,
        by=names.get(row.recorded_by, row.recorded_by), fate=fate,
        fate_by=names.get(fate_by, fate_by), fate_at=row.stood_until, fate_why=fate_why,
        ways=list(_ways(one, person_id)) if write and one.stands else [],
    )  # fmt: skip


def _label(one: queries.Version) -> str:
    label = str(ENTRIES[one.kind].label)
    if isinstance(one.row, queries.Step):
        step = label_of(Stage(one.row.stage), StepKind(one.row.kind))
        return f"{Stage(one.row.stage).label}: {step}"
    return label


def _ways(one: queries.Version, person_id: UUID) -> Iterator[tuple[str, str]]:
    way = f"/people/{person_id}/custody"
    if one.kind == "stay":
        yield _("Propose a correction"), f"{way}/stays/{one.row.id}/correct"
        yield _("Propose to strike it out"), f"{way}/stays/{one.row.id}/strike-out"
    if one.kind == "movement":
        yield _("Correct"), f"{way}/movements/{one.row.id}/correct"
    if one.alone:
        yield _("Strike out"), f"{way}/earlier/{one.kind}/{one.row.id}/strike-out"


def _pieces(row: queries.Record) -> Iterator[tuple[str, str]]:
    """What a row says, each field with its name, in the language of the page."""
    for name, label in _FIELDS.items():
        if not hasattr(row, name) or (name == "kind" and isinstance(row, queries.Step)):
            continue
        said = getattr(row, name)
        if said not in (None, "", 0):
            yield str(label), _words(row, name, said)


def _words(row: Any, name: str, said: Any) -> str:
    if isinstance(said, datetime):
        return formats.date_format(timezone.localtime(said), "DATETIME_FORMAT")
    if isinstance(said, date):
        return formats.date_format(said, "DATE_FORMAT")
    if isinstance(said, dict):
        return "; ".join(words_of(part) for part in said.values())
    shown = getattr(row, f"get_{name}_display", None)
    if shown is not None:
        return str(shown())
    path = getattr(said, "path", said)
    if name in ("establishment", "place", "from_place", "to_place"):
        return names_of_places([str(path)]).get(str(path), str(path))
    return str(getattr(said, "code", said))
