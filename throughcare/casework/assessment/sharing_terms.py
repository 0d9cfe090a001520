"""Where a sharing with another agency stands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SharingState(models.TextChoices):
    """Given: leave is given, by the second person. When it went out is written in `given_at`."""

    PROPOSED = "proposed", _("waiting for a second person")
    GIVEN = "given", _("approved by a second person")
    REFUSED = "refused", _("refused by the second person")
