"""The form that asks for the reason of a breach and what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from throughcare.web.people.forms.acts import sentence
from throughcare.web.people.forms.base import PageForm


class ReviewForm(PageForm):
    """Why it came to it, and what was done."""

    reason = sentence(_("Why did it come to this?"), hint=_("In a sentence or two."))
    done = sentence(
        _("What was done?"), hint=_("For the person, and so that it does not happen again.")
    )
