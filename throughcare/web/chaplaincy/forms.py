"""The short forms of the chaplaincy. None has a field for what was said."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.chaplaincy.terms import Outcome, VisitKind, WishKind
from throughcare.web.custody.fields import one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment

_FAITH = 60  # signs of a name


def _faith(*, required: bool = True, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=_("Faith, as the person says it"), max_length=_FAITH, required=required,
        help_text=hint or _("The name alone."),
    )  # fmt: skip


class AskForm(TimedForm):
    """Somebody asks for a representative."""

    past = ("asked_at",)
    asked_at = Moment(label=_("When it was asked"))
    faith = _faith()


class WishForm(TimedForm):
    """A standing wish."""

    past = ("since",)
    since = Moment(label=_("Since when"))
    kind = one_of(_("What the person wishes"), WishKind, hint=_("Nobody is asked why."))
    faith = _faith(required=False, hint=_("Only for services. The name alone."))


class EndForm(TimedForm):
    """A wish ends."""

    past = ("until",)
    until = Moment(label=_("Since when the person wishes otherwise"))


class VisitForm(TimedForm):
    """A visit was offered."""

    past = ("offered_at",)
    offered_at = Moment(label=_("When"))
    kind = one_of(_("Kind of visit"), VisitKind)
    outcome = one_of(_("What became of it"), Outcome)


class ServiceForm(TimedForm):
    """A service was open to the person."""

    past = ("held_at",)
    held_at = Moment(label=_("When the service was held"))
    faith = _faith()
