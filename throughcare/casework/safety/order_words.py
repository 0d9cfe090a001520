"""What an order of separation says, and what must be in it before it is put down (Rules 37, 45)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.safety.errors import BadSeparation, BeyondLimit, HealthMayNotOrder
from throughcare.casework.safety.limits import (
    Spell,
    latest_end,
    lawful_exceptions,
    limit_on,
    rulebook,
)
from throughcare.casework.safety.models import SeparationOrder
from throughcare.casework.safety.terms import AuthorityRole, Ground, ToldHow

_BY_SENTENCE: Final = "nmr-45-1-sentence"
_BY_HEALTH: Final = "nmr-46-1-role"
_NEEDED: Final[dict[str, str | Promise]] = {
    "authority": gettext_lazy("who orders it"),
    "legal_ground": gettext_lazy("the article of the law"),
    "reasons": gettext_lazy("the reasons"),
    "alternatives_tried": gettext_lazy("what was tried before"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWords:
    """The words of one order. `valid_from` and `made_at` empty: when it is written down.

    What was found in a cell may lack any of them; what is ordered now lacks none.
    """

    ground: str
    authority: str
    authority_role: str
    legal_ground: str
    reasons: str
    alternatives_tried: str
    end_at: datetime | None
    review_at: datetime | None
    how_to_challenge: str = ""
    made_at: datetime | None = None
    valid_from: datetime | None = None
    told_at: datetime | None = None
    told_language: str = ""
    told_how: str = ""
    only_sentence_or_offence: bool = False
    lawful_exception: str = ""

    def columns(self, *, at: datetime) -> dict[str, object]:
        """The words as columns of a row, texts without blanks around them."""
        said = {k: v.strip() if isinstance(v, str) else v for k, v in asdict(self).items()}
        return {**said, "made_at": self.made_at or at, "valid_from": self.valid_from or at}


def need_sound_words(words: OrderWords, *, at: datetime, found: bool) -> None:
    """Refuse an order that says too little, or what no order may say. Raises BadSeparation."""
    if words.ground not in Ground.values or words.authority_role not in AuthorityRole.values:
        raise BadSeparation(
            _("the ground or the office of who orders is none of the list"),
            remedy=_("choose one of the list: %(grounds)s")
            % {"grounds": ", ".join(str(label) for label in Ground.labels)},
        )
    _need_told_sound(words, at)
    if (words.made_at or at) > at:
        raise BadSeparation(_("the order is not given yet"), remedy=_("look at day and hour"))
    if words.end_at is not None:
        _need_sound_times(words, at)
    if not found:
        _need_whole(words)


def need_within_limit(
    words: OrderWords, spells: Sequence[Spell], begins: Spell, at: datetime
) -> None:
    """Refuse an end beyond the limit, counted over all joined spells. Raises BeyondLimit.

    An exception of the country's law lets it pass, up to the exception's own end.
    """
    assert words.end_at is not None
    limit = limit_on((words.made_at or at).date())
    latest = latest_end(spells, begins, limit.longest, limit.gap)
    if words.end_at <= latest:
        return
    if words.lawful_exception:
        exception = lawful_exceptions().get(words.lawful_exception)
        if exception is None:
            raise BeyondLimit(
                _("the law of this country knows no such exception"),
                remedy=_("leave the exception out, and give an earlier end"),
            )
        latest = latest_end(spells, begins, exception.longest, limit.gap)
        if words.end_at <= latest:
            return
    raise BeyondLimit(
        _("the end lies beyond what is allowed: %(says)s (%(cite)s)")
        % {"says": limit.says, "cite": limit.cite},
        remedy=_("the latest lawful end is %(end)s, counted with all that joins it")
        % {"end": latest.strftime("%Y-%m-%d %H:%M")},
    )


def _need_whole(words: OrderWords) -> None:
    missing = [label for name, label in _NEEDED.items() if not getattr(words, name).strip()]
    if missing:
        raise BadSeparation(
            _("the order lacks: %(what)s") % {"what": ", ".join(str(one) for one in missing)},
            remedy=_("write it; without it nobody can be separated (Rules 37 and 45)"),
        )
    if words.end_at is None or words.review_at is None:
        raise BadSeparation(
            _("the order lacks its end or the day of its review"),
            remedy=_("give both; a separation without an end is forbidden (Rule 43)"),
        )
    if words.authority_role == AuthorityRole.HEALTH_STAFF:
        raise HealthMayNotOrder(_rule(_BY_HEALTH), remedy=_("let the director decide"))
    if words.only_sentence_or_offence:
        raise BadSeparation(_rule(_BY_SENTENCE), remedy=_("write what the person did or needs now"))


def _need_sound_times(words: OrderWords, at: datetime) -> None:
    begins = words.valid_from or at
    assert words.end_at is not None
    if words.end_at <= begins:
        raise BadSeparation(
            _("the order would end before it begins"), remedy=_("look at both days and hours")
        )
    if words.review_at is not None and not begins <= words.review_at <= words.end_at:
        raise BadSeparation(
            _("the review would not fall within the time of the order"),
            remedy=_("choose a day between its beginning and its end"),
        )


def _need_told_sound(words: OrderWords, at: datetime) -> None:
    told = (words.told_at is not None, bool(words.told_language.strip()), bool(words.told_how))
    if any(told) and not all(told):
        raise BadSeparation(
            _("it is not said when, how and in which language the person was told"),
            remedy=_("give all three, or none until the person has been told"),
        )
    if words.told_how and words.told_how not in ToldHow.values:
        raise BadSeparation(
            _("how the person was told is none of the list"), remedy=_("choose one of the list")
        )
    if words.told_at is not None and words.told_at > at:
        raise BadSeparation(_("the time has not come"), remedy=_("look at day and hour"))


def _rule(name: str) -> str:
    entry = rulebook().entries[name]
    return f"{entry.says} ({entry.cite})"


def words_of(row: SeparationOrder, **changes: Any) -> OrderWords:
    """The words of an order that stands, with something changed."""
    said = {name: getattr(row, name) for name in OrderWords.__dataclass_fields__}
    return OrderWords(**{**said, **changes})
