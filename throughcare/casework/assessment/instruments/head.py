"""The head of an instrument: which it is, what it is worth, and by which right it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.demands import demands, limit
from throughcare.casework.assessment.instruments.groups import phrases
from throughcare.casework.assessment.instruments.keys import Keys, Page
from throughcare.casework.assessment.instruments.protected import languages
from throughcare.casework.assessment.instruments.standing import Licence, Status, Study
from throughcare.kernel.folding import words_of

OPEN, LICENSED = "open", "licensed"
UNVALIDATED, VALIDATED = "unvalidated", "validated"
_ID: Final = re.compile(r"[a-z][a-z0-9-]{1,39}")
_VERSION: Final = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_OF_LICENCE: Final = {
    OPEN: ("kind", "name"),
    LICENSED: ("kind", "holder", "reference", "from"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """What an instrument says of itself before its first question."""

    id: str
    version: str
    language: str
    title: str
    status: Status
    licence: Licence


def is_licensed(top: Section) -> bool:
    """Whether its words must be guarded: always, but for what is plainly declared open."""
    licence = top.get("licence")
    return not (isinstance(licence, Section) and licence.get("kind") == OPEN)


def read_head(keys: Keys) -> Head:
    """The head; what is missing or wrong is noted."""
    head = Head(
        id=keys.id("id", _ID, "write a short name of small letters, such as tc-generic"),
        version=keys.id("version", _VERSION, "write three numbers, such as 1.0.0"),
        language=_language(keys),
        title=keys.text("title", required="write the name of the tool"),
        status=_status(keys),
        licence=_licence(keys),
    )
    if keys.text("scoring", required="write scoring: none") not in ("", "none"):
        keys.problem("scoring", "'scoring' is not none", "write scoring: none; nothing is counted")
    _open_only_if_free(keys, head)
    return head


def _language(keys: Keys) -> str:
    """Only a language whose words can be looked through: unknown is not clean."""
    value = keys.text("language", required=f"write one of {', '.join(languages())}")
    if value and value not in languages():
        what = "there is no list of words in this language, so nobody could check its items"
        add = "or add the words of the language to instruments/lists/protected.yaml"
        keys.problem("language", what, f"write it in one of {', '.join(languages())}, {add}")
    return value


def _status(keys: Keys) -> Status:
    validated = keys.choice("status", (UNVALIDATED, VALIDATED)) == VALIDATED
    studies = tuple(_study(keys.page, part) for part in keys.parts("studies"))
    least = limit("least_double_rated")
    if validated and not any(study.double_rated >= least.value for study in studies):
        what = f"'validated' rests on no study of {least.value} files rated twice"
        keys.problem("status", what, f"name it under 'studies', or write unvalidated; {least.why}")
    return Status(validated, studies)


def _study(page: Page, part: Section) -> Study:
    keys = page.keys(part, "studies")
    keys.only(("citation", "double_rated", "found"))
    double_rated = keys.number("double_rated")
    if double_rated is None:
        remedy = "write how many files two people rated"
        keys.problem("double_rated", "'double_rated' is missing", remedy)
    return Study(
        citation=keys.text("citation", required="write where it was published"),
        double_rated=double_rated or 0,
        found=keys.text("found", required="write in words what it found, also what was poor"),
    )


def _licence(keys: Keys) -> Licence:
    part = keys.part("licence")
    if part is None:
        if not keys.has("licence"):
            remedy = "write licence: with kind: open and a name, or kind: licensed and whose"
            keys.problem("licence", "there is no statement of a licence", remedy)
        return Licence(licensed=True)
    own = keys.page.keys(part, "licence")
    kind = own.choice("kind", (OPEN, LICENSED))
    own.only(_OF_LICENCE.get(kind, _OF_LICENCE[LICENSED] + _OF_LICENCE[OPEN]))
    if not kind:
        return Licence(licensed=True)
    if kind == OPEN:
        name = own.text("name", required="name the open licence, such as CC0-1.0")
        return Licence(licensed=False, name=name)
    return Licence(
        licensed=True,
        holder=own.text("holder", required="write who gives the licence"),
        reference=own.text("reference", required="write the number or date of the agreement"),
        since=own.day("from", required=True),
    )


def _open_only_if_free(keys: Keys, head: Head) -> None:
    """A tool that is known to be licensed is not opened by a word in a file."""
    words = words_of(f"{head.id} {head.title}")
    known = next(phrases(demands().licensed_tools).hits(words), None)
    if known is None or head.licence.licensed:
        return
    name = "".join(word.written for word in words[known.begin : known.end])
    what = f"{name} is a licensed tool and is declared open"
    keys.problem("licence", what, "write kind: licensed, the holder, the reference and the day")
