"""What coefficients are called, and why one is missing, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.reliability import Name, Why

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NAMES: Final[Mapping[str, StrOrPromise]] = {
    Name.COHEN_KAPPA: _("Cohen's kappa"),
    Name.WEIGHTED_KAPPA: _("weighted kappa, quadratic weights"),
    Name.FLEISS_KAPPA: _("Fleiss' kappa"),
    Name.GWET_AC1: _("Gwet's AC1"),
    Name.GWET_AC2: _("Gwet's AC2, quadratic weights"),
    Name.KRIPPENDORFF_ALPHA: _("Krippendorff's alpha"),
    Name.ICC_2_1: _("ICC(2,1), single rater"),
}
WHY: Final[Mapping[str, StrOrPromise]] = {
    Why.NO_VARIATION: _("all answers are alike, so nothing can be told from chance"),
    Why.NO_SPREAD: _("the raters differ too seldom to say how sure it is"),
    Why.NOT_TWO_RATERS: _("for exactly two raters; the others stand for more"),
    Why.ONLY_TWO_RATERS: _("for more than two raters"),
    Why.UNEVEN: _("not every case was rated equally often"),
    Why.TOO_FEW_COMPLETE: _("too few cases were rated by every rater"),
}
