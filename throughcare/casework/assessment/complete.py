"""What an assessment must have before anything is final, and where two raters differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from throughcare.casework.assessment.assess_errors import NotComplete
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.instruments.model import Form, Instrument, Judgement
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.models import Assessment, Rating
from throughcare.casework.assessment.tools import scales_of

# Asked for in columns of their own: what is not known, what should be done, the prisoner's view.
APART = frozenset({"gaps", "recommendations", "prisoner_view"})
# So many levels apart is a difference that two raters must speak about. Domain file, section 5.
_APART = 2


def ratings_by(row: Assessment, rater: str) -> dict[str, str]:
    """The codes that a rater gave, by item."""
    rows = Rating.objects.filter(assessment_id=row.first, rater=rater, stood_until=None)
    return dict(rows.values_list("item", "code"))


def judgements_asked(instrument: Instrument) -> list[Judgement]:
    """The final judgements that are written here, in the order of the tool."""
    return [one for one in instrument.judgements if one.id not in APART]


def need_all_rated(row: Assessment, instrument: Instrument, rater: str) -> None:
    """Refuse to finish while an item, a strength among them, has no answer. Raises NotComplete."""
    asked = scales_of(instrument, domains_of(instrument, row.extent))
    left = sorted(asked.keys() - ratings_by(row, rater).keys())
    if left:
        raise NotComplete(
            _("these items have no answer yet: %(items)s") % {"items": ", ".join(left)},
            remedy=_("answer each; not enough information is a full answer, for strengths too"),
        )


def sound_judgements(instrument: Instrument, said: Mapping[str, Any]) -> dict[str, Any]:
    """The final judgements as they are kept. Raises NotComplete for a missing or wrong one."""
    asked = {one.id: one for one in judgements_asked(instrument)}
    strange = sorted(said.keys() - asked.keys())
    if strange:
        raise NotComplete(
            _("the tool asks no such judgement: %(what)s") % {"what": ", ".join(strange)},
            remedy=_("answer those of the tool"),
        )
    return {name: _sound(one, said.get(name)) for name, one in asked.items()}


def _sound(one: Judgement, said: Any) -> Any:
    if one.form is Form.CHOICE:
        options = [option.shown for option in one.options]
        if said in options:
            return said
    elif one.form is Form.TEXT:
        if isinstance(said, str) and said.strip():
            return said.strip()
    elif isinstance(said, list):
        kept = [str(line).strip() for line in said if str(line).strip()]
        if kept or not one.required:
            return kept
    raise NotComplete(
        _("the judgement '%(which)s' is not given") % {"which": one.id},
        remedy=_("you give it, in words or from its list; nothing suggests one"),
    )


def differ(row: Assessment, instrument: Instrument) -> bool:
    """Whether the raters are two levels apart on an item, or choose differently in the end."""
    return any(True for _item in apart(row, instrument)) or _choices_differ(row, instrument)


def apart(row: Assessment, instrument: Instrument) -> Iterator[str]:
    """The items on which the raters are two levels apart. Order is compared, nothing counted."""
    scales = scales_of(instrument, domains_of(instrument, row.extent))
    first, second = ratings_by(row, row.assessed_by), ratings_by(row, row.second_by)
    for item, scale in scales.items():
        one, other = first.get(item), second.get(item)
        both = [code for code in (one, other) if code in scale.levels]
        if len(both) == len((one, other)) and _steps(scale, both) >= _APART:
            yield item


def _steps(scale: Scale, codes: Sequence[str]) -> int:
    one, other = map(scale.levels.index, codes)
    return abs(one - other)


def _choices_differ(row: Assessment, instrument: Instrument) -> bool:
    choices = [one.id for one in instrument.judgements if one.form is Form.CHOICE]
    return any(row.judged.get(one) != row.second_judged.get(one) for one in choices)


def validity_ends(instrument: Instrument, *, at: datetime) -> datetime:
    """Until when an assessment that is approved now may support a decision."""
    return at + timedelta(days=instrument.validity_days)
