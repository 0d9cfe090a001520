"""Reading the ratings: their words, and that "not enough information" is one of them."""

from __future__ import annotations

import re
from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.counting import label_trouble
from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.instruments.keys import Keys
from throughcare.casework.assessment.instruments.scale import NOT_ENOUGH, Rating, Scale

RATINGS, STRENGTHS = "ratings", "strength_ratings"
_CODE: Final = re.compile(r"[A-Za-z0-9]{1,3}")


def read_scale(keys: Keys, key: str) -> Scale:
    """The ratings below a key, in order; an empty scale where there is no use in them."""
    part = keys.part(key)
    if part is None:
        if not keys.has(key):
            keys.problem(key, f"'{key}' is missing", "write each code with its label and meaning")
        return Scale(())
    ratings = [_rating(keys, part, key, code) for code in part]
    scale = Scale(tuple(rating for rating in ratings if _CODE.fullmatch(rating.code)))
    if NOT_ENOUGH not in scale.codes:
        what = f"'{key}' has no answer for not enough information"
        keys.problem(key, what, f"add {NOT_ENOUGH}: {{label: not enough information}}")
    return scale if _enough_levels(keys, key, scale) else Scale(())


def _rating(keys: Keys, part: Section, key: str, code: str) -> Rating:
    own_part = part[code] if isinstance(part[code], Section) else Section(part.line_of(code))
    own = keys.page.keys(own_part, key)
    own.only(("label", "meaning", "sources"))
    if _CODE.fullmatch(code) is None:
        own.problem("label", "a code is not one to three letters or digits", "write a short code")
    label = own.text("label", required="write the word that an assessor chooses")
    trouble = label_trouble(label)
    if trouble:
        what = f"the label of '{code[:3]}' is {trouble}, not a word"
        own.problem("label", what, "write what it means in words")
    sources = own.number("sources")
    if sources is not None and sources < 1:
        own.problem("sources", "'sources' is less than one", "write on how many sources it rests")
    return Rating(code, keys.page.wording(label), own.wording("meaning"), sources or 0)


def _enough_levels(keys: Keys, key: str, scale: Scale) -> bool:
    least, most = limit("least_levels"), limit("most_levels")
    number = len(scale.levels)
    if number < least.value:
        keys.problem(key, f"'{key}' has fewer than {least.value} levels", f"add one: {least.why}")
    elif number > most.value:
        what = f"'{key}' has {number} levels, and may have {most.value}"
        keys.problem(key, what, f"leave some out: {most.why}")
    return least.value <= number <= most.value
