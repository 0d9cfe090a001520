"""Reading one item: a question, what counts, what each level looks like, and what would help."""

from __future__ import annotations

import re
from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.keys import Keys, Page
from throughcare.casework.assessment.instruments.model import Item
from throughcare.casework.assessment.instruments.naming import named
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.instruments.wording import Wording

# A code that tells nothing: it goes into exports, where a licensed name of an item must not be.
_ID: Final = re.compile(r"[A-Z]{1,3}[0-9]{1,3}")
_KEYS: Final = ("id", "title", "ask", "look_for", "not", "anchors", "help")


def read_item(page: Page, part: Section, scale: Scale) -> Item:
    """One item; what is missing is noted."""
    own_id = part.get("id")
    keys = page.keys(part, f"item {named(own_id)}" if own_id else "an item")
    keys.only(_KEYS)
    remedy = "write a letter and a number, such as A1; it goes into exports and must tell nothing"
    item = Item(
        id=keys.id("id", _ID, remedy),
        title=keys.wording("title", required="write what the item is about"),
        ask=keys.wording("ask", required="write the question"),
        look_for=keys.wordings("look_for", required="list what counts as evidence: conduct, facts"),
        not_evidence=keys.wordings("not"),
        anchors=_anchors(keys, scale),
        help=keys.wordings("help", required="name what would help; a need without help is a label"),
    )
    if set(item.not_evidence) & {item.ask, *item.look_for, *item.anchors.values()}:
        what = "a text stands under 'not' and is evidence too"
        keys.problem("not", what, "keep it under 'not' alone, or say apart what is meant")
    return item


def _anchors(keys: Keys, scale: Scale) -> dict[str, Wording]:
    """For each level what it looks like."""
    part = keys.part("anchors")
    if part is None:
        if not keys.has("anchors"):
            what = "'anchors' is missing"
            keys.problem("anchors", what, f"say what each of {', '.join(scale.levels)} looks like")
        return {}
    own = keys.page.keys(part, keys.name)
    if not scale.levels:
        return {}  # what is wrong with the ratings is said where they stand
    for code in part:
        if code not in scale.levels:
            remedy = f"use the levels of its domain: {', '.join(scale.levels)}"
            own.problem(code, f"{named(code)} under 'anchors' is no level", remedy)
    for code in scale.levels:
        if code not in part:
            remedy = f"say what {code} looks like, or two assessors will not agree"
            own.problem(code, f"there is no anchor for rating '{code}'", remedy)
    return {code: own.wording(code, required="write the anchor") for code in _both(part, scale)}


def _both(part: Section, scale: Scale) -> list[str]:
    return [code for code in scale.levels if code in part]
