"""The form of each kind's value. What is not in the form is refused; what is unknown is None."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from throughcare.casework.people.errors import BadValue
from throughcare.casework.people.kinds import Kind, Use
from throughcare.kernel.errors import BadName
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.languages import language
from throughcare.kernel.names import PersonName, as_json, from_json
from throughcare.kernel.partial_dates import parse

Value = Mapping[str, object]
Reader = Callable[[object], object]

_COUNTRY = re.compile(r"[A-Z]{2}|stateless|unknown")
_SEXES: Final = ("female", "male", "other", "unknown")


def checked(kind: Kind, value: Value) -> dict[str, object]:
    """The value as it is kept: every field of the kind, None where it was not given.

    Raises BadValue, and the kernel's BadName, BadDate, BadNumber, UnknownLanguage.
    """
    form, needed = _FORMS[kind]
    for name in value:
        if name not in form:
            raise _bad(kind, name, _("known fields: %(fields)s") % {"fields": ", ".join(form)})
    for name in needed:
        if value.get(name) is None:
            raise _bad(kind, name, _("give it, or leave the whole entry out while it is not known"))
    kept = {name: _read(kind, name, read, value.get(name)) for name, read in form.items()}
    if kind is Kind.IDENTIFIER:
        kept["read"] = read_number(str(kept["number"]))
    return kept


def name_in(value: Value) -> PersonName:
    """The name that a value of the kind name holds."""
    parts = value["parts"]
    if not isinstance(parts, list):
        raise BadName("a stored name has no parts")
    return from_json(parts)


def _read(kind: Kind, name: str, read: Reader, given: object) -> object:
    if given is None:
        return None
    try:
        return read(given)
    except (TypeError, ValueError) as error:
        raise _bad(kind, name, str(error)) from error


def _bad(kind: Kind, name: str, remedy: str) -> BadValue:
    return BadValue(
        _("the field '%(name)s' cannot be kept as it is") % {"name": name},
        where=str(kind.label),
        remedy=remedy,
    )


def _text(given: object) -> str:
    if not isinstance(given, str) or not given.strip() or "\0" in given:
        raise ValueError(_("write at least one letter or digit"))
    return given


def _flag(given: object) -> bool:
    if not isinstance(given, bool):
        raise ValueError(_("say yes or no, or leave it unknown"))
    return given


def _one_of(words: tuple[str, ...]) -> Reader:
    def read(given: object) -> str:
        if given not in words:
            raise ValueError(_("choose one of: %(words)s") % {"words": ", ".join(words)})
        return str(given)

    return read


def _country(given: object) -> str:
    if not isinstance(given, str) or not _COUNTRY.fullmatch(given):
        raise ValueError(_("write two capital letters (TN, KZ), or stateless, or unknown"))
    return given


def _parts(given: object) -> object:
    if isinstance(given, PersonName):
        return as_json(given)
    if not isinstance(given, list) or not all(isinstance(part, dict) for part in given):
        raise ValueError(_("give the parts of the name in the person's own order"))
    return as_json(from_json(given))


def _date(given: object) -> str:
    return str(parse(str(given)))


def _language(given: object) -> str:
    return language(str(given)).code


_FORMS: Final[Mapping[Kind, tuple[Mapping[str, Reader], tuple[str, ...]]]] = {
    Kind.NAME: ({"use": _one_of(tuple(Use.values)), "parts": _parts}, ("use", "parts")),
    Kind.BIRTH_DATE: ({"date": _date}, ("date",)),
    Kind.SEX: ({"sex": _one_of(_SEXES)}, ("sex",)),
    Kind.GENDER: ({"words": _text}, ("words",)),
    Kind.NATIONALITY: ({"country": _country}, ("country",)),
    Kind.LANGUAGE: (
        {"code": _language, "speaks": _flag, "understands": _flag, "reads": _flag},
        ("code",),
    ),
    Kind.DOCUMENT: (
        {"type": _text, "number": _text, "country": _country, "valid_to": _date},
        ("type",),
    ),
    Kind.IDENTIFIER: ({"system": _text, "number": _text}, ("system", "number")),
    Kind.ADJUSTMENT: ({"need": _text, "adjustment": _text}, ("need",)),
    Kind.DEPENDANT: ({"name": _text, "born": _date, "cared_for_by": _text}, ("name",)),
    Kind.EMERGENCY_CONTACT: (
        {"name": _text, "relation": _text, "reached_by": _text},
        ("name", "reached_by"),
    ),
    Kind.PHOTO: ({"reference": _text, "taken": _date}, ("reference",)),
}
