"""A translation: words alone, keyed by the ids of its original, and who has reviewed them."""

from __future__ import annotations

import re
from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.head import is_licensed
from throughcare.casework.assessment.instruments.keys import Keys, Page
from throughcare.casework.assessment.instruments.overlay import laid_over
from throughcare.casework.assessment.instruments.reading import Outcome, judged
from throughcare.casework.assessment.instruments.sheet import TRANSLATION, Sheet
from throughcare.casework.assessment.instruments.standing import Translation

NOT_REVIEWED, REVIEWED = "not_reviewed", "reviewed"
_OF: Final = re.compile(r"[a-z][a-z0-9-]{1,39} \d{1,4}\.\d{1,4}\.\d{1,4}")
_REMEDY: Final = "write translation: {of: tc-generic 0.1.0, status: not_reviewed}"


def translates(sheet: Sheet) -> str:
    """Id and version of the original, as in `tc-generic 0.1.0`; "" where it does not say."""
    part = sheet.top.get(TRANSLATION)
    of = part.get("of") if isinstance(part, Section) else None
    return of if isinstance(of, str) and _OF.fullmatch(of) else ""


def translation_of(sheet: Sheet, original: Sheet | None) -> Outcome:
    """The original in the words of the sheet: whole and sound, or every problem of it.

    None: no sound original is at hand. Then nothing is known of the licence, and nothing is quoted.
    """
    licensed = original is None or is_licensed(original.top)
    page = Page(sheet.file, licensed=licensed)
    keys = page.keys(sheet.top, TRANSLATION)
    said = _said(keys, translates(sheet))
    if original is None:
        if not page.problems:
            what = "the tool that it translates is not at hand, or has problems of its own"
            remedy = "name the file of the tool as well, mend that first, or look at 'of'"
            keys.problem(TRANSLATION, what, remedy)
        return Outcome(None, tuple(sorted(page.problems)))
    language = keys.text("language", required="write in which language the words are")
    if language and language == original.top.get("language"):
        what = "it is in the language of the original"
        keys.problem("language", what, "mend the language, or change the original itself")
    whole = laid_over(original.top, sheet.top, page)
    if page.problems:
        return Outcome(None, tuple(sorted(set(page.problems))))
    return judged(whole, page, original.digest, said)


def _said(keys: Keys, of: str) -> Translation:
    """What the translation says of itself; what is missing or wrong is noted."""
    part = keys.part(TRANSLATION)
    if part is None:
        if not keys.has(TRANSLATION):
            keys.problem(TRANSLATION, f"'{TRANSLATION}' is empty", _REMEDY)
        return Translation(reviewed=False)
    own = keys.page.keys(part, TRANSLATION)
    if not of:
        own.problem("of", "it does not say which tool and version it translates", _REMEDY)
    reviewed = own.choice("status", (NOT_REVIEWED, REVIEWED)) == REVIEWED
    own.only(("of", "status", *(("by", "on") if reviewed else ())))
    if not reviewed:
        return Translation(reviewed=False)
    return Translation(
        reviewed=True,
        by=own.text("by", required="write which native speaker reviewed it, or not_reviewed"),
        on=own.day("on", required=True),
    )
