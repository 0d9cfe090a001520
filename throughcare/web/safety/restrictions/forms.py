"""The forms of restrictions: order, end, review, told, and what was done against a rule."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.measure_terms import (
    RestrictionGround,
    RestrictionKind,
    Scope,
)
from throughcare.casework.safety.terms import AuthorityRole, ReviewOutcome, ToldHow
from throughcare.web.custody.fields import found_field, language, line, one_of, said_by_field
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence


class _Restricting(TimedForm):
    """What is restricted, why, by whom."""

    kind = one_of(_("What the restriction takes"), RestrictionKind)
    scope = one_of(_("How far it goes"), Scope)
    ground = one_of(_("Ground"), RestrictionGround)
    reasons = sentence(_("Reasons"), required=False, rows=2)
    facts = sentence(
        _("Facts about this person"), required=False, rows=2,
        hint=_("Only for a special regime: what the person did or said. An offence alone is none."),
    )  # fmt: skip
    measures = sentence(
        _("Measures"), required=False, rows=2,
        hint=_("Only for a special regime: what will be different from now on."),
    )  # fmt: skip
    legal_ground = line(_("Article of the law"))
    authority = line(_("Who orders it"), hint=_("Name."))
    authority_role = one_of(_("In which office"), AuthorityRole)


class OrderForm(_Restricting):
    """A restriction that begins. It ends by itself."""

    since = Moment(label=_("Since when"))
    end_at = Moment(label=_("Until when"), help_text=_("It ends by itself then."))
    review_at = Moment(label=_("Day of the review"))


class EndForm(TimedForm):
    """A restriction ends before its day."""

    past = ("ended_at",)
    ended_at = Moment(label=_("When it ended"))
    why = sentence(_("Why it ended"), required=False, rows=2)


class ReviewForm(TimedForm):
    """Whether a restriction must go on."""

    past = ("reviewed_at",)
    reviewed_at = Moment(label=_("When it was reviewed"))
    reviewer = line(_("Who reviewed it"), hint=_("Never who ordered it."))
    outcome = one_of(_("What the review comes to"), ReviewOutcome)
    reasons = sentence(_("Reasons"), required=False)
    next_review_at = Moment(
        label=_("Day of the next review"), required=False,
        help_text=_("For what goes on: before it ends."),
    )  # fmt: skip


class ToldForm(TimedForm):
    """When and how the person was told."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))
    how = one_of(_("How the person was told"), ToldHow)
    how_to_challenge = sentence(
        _("How the person can challenge it"), required=False, rows=2,
        hint=_("Where, until when, and with whose help."),
    )  # fmt: skip


class FoundForm(_Restricting):
    """A restriction as it was, though nobody could have ordered it."""

    past = ("since", "ended_at")
    since = Moment(label=_("Since when"))
    end_at = Moment(label=_("End of the order"), required=False)
    ended_at = Moment(label=_("When it ended"), required=False)
    found = found_field()
    said_by = said_by_field()
