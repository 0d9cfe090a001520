"""What is done about contacts, personal officers and wrong observations: one deed for each form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere
from throughcare.access.queries import account_names, posts_at
from throughcare.access.terms import Act
from throughcare.casework.observations import actions
from throughcare.casework.observations.checks import OBSERVERS
from throughcare.casework.observations.queries import Observed, observations_of
from throughcare.casework.people.queries import File
from throughcare.web.custody.deeds import Deed, Sent, Stands
from throughcare.web.duties.words import moment_words
from throughcare.web.observations import forms
from throughcare.web.observations.lets import PRG, lets_of
from throughcare.web.observations.section import SECTION
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


def _met(sent: Sent) -> object:
    return actions.log_contact(**sent.whose, **sent.words("kind", "met_at", "words"))


def _appoint(sent: Sent) -> object:
    return actions.appoint_officer(**sent.whose, **sent.words("officer", "why"))


def _end(sent: Sent) -> object:
    return actions.end_officer(**sent.when, officer_id=sent.row, why=sent.said["why"])


def _strike(sent: Sent) -> object:
    return actions.strike_observation(**sent.when, observation_id=sent.row, why=sent.said["why"])


def _need_observer(request: Request, file: File, _row: UUID | None) -> Stands:
    if not lets_of(request.viewer, file.id, file.held_at, at=request.at).adds:
        raise NotThere
    return Stands()


def _officers(request: Request, file: File, row: UUID | None) -> Stands:
    """The officers of the prison, by name."""
    _need_observer(request, file, row)
    posts = posts_at(file.held_at or "", at=request.at).values_list("role", "account")
    accounts = list({account for role, account in posts if role in set(OBSERVERS)})
    names = account_names(accounts)
    listed = sorted(((str(one), names[one]) for one in names), key=lambda one: (one[1], one[0]))
    return Stands(more={"officers": listed})


def _officer(request: Request, file: File, row: UUID | None) -> Stands:
    """The officer whose time ends."""
    for one in _read(request, file).officers:
        if one.id == row and one.until is None:
            name = names_of([one.officer]).get(one.officer, "")
            return Stands(beside=((now("Personal officer"), name),
                                  (now("Since when"), moment_words(one.since))))  # fmt: skip
    raise NotThere


def _observation(request: Request, file: File, row: UUID | None) -> Stands:
    """The observation that is struck out."""
    for one in _read(request, file).seen:
        if one.row.id == row:
            return Stands(
                beside=(
                    (now("What it was"), capfirst(one.row.get_tone_display())),
                    (now("Where"), one.row.get_spot_display()),
                    (now("When it was"), moment_words(one.row.seen_at)),
                    (now("What you saw or heard"), one.row.behaviour),
                )
            )  # fmt: skip
    raise NotThere


def _read(request: Request, file: File) -> Observed:
    found = observations_of(request.viewer, file.id, at=request.at)
    if not found.may_write:
        raise NotThere
    return found


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "contact": Deed(
        section=SECTION, title=_("You met the person"), button=_("Save the contact"),
        form=forms.ContactForm, write=_met, find=_need_observer, done="judged", act=Act.APPEND,
        code=PRG, hint=_("A greeting or words through a door are written too, and do not count."),
    ),
    "officer": Deed(
        section=SECTION, title=_("Give a personal officer"), button=_("Save who it is"),
        form=forms.OfficerForm, write=_appoint, find=_officers, done="judged", code=PRG,
        hint=_("Whoever was it before is it no more. It ends with a transfer or with the post."),
    ),
}  # fmt: skip
OF_AN_OFFICER: Final[Mapping[str, Deed]] = {
    "end": Deed(
        section=SECTION,
        title=_("End a personal officer's time"),
        button=_("Save the end"),
        form=forms.WhyForm,
        write=_end,
        find=_officer,
        done="judged",
        code=PRG,
    )
}
OF_AN_OBSERVATION: Final[Mapping[str, Deed]] = {
    "strike": Deed(
        section=SECTION,
        title=_("Strike out an observation"),
        button=_("Strike it out"),
        form=forms.WhyForm,
        write=_strike,
        find=_observation,
        done="entry-struck",
        code=PRG,
        hint=_("For what was never so, or was of somebody else. It stays readable."),
    )
}
