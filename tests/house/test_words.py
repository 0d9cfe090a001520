"""The words we do not use about people."""

from __future__ import annotations

import re

from .repository import text_files

# Written in two parts, so that this file does not find itself.
_LABELS = re.compile(r"\b(" + "off" + "ender|" + "in" + r"mate)s?\b", re.IGNORECASE)
# Titles of instruments are quoted as they are.
_TITLES = re.compile(r"(Women|Violent Extremist|Extremist) " + "Off" + "enders")


def test_no_label_makes_the_act_the_person() -> None:
    found = []
    for name, text in text_files():
        plain = _TITLES.sub("", " ".join(text.split()))
        found += [f"{name}: ...{plain[m.start() - 40 : m.end()]}" for m in _LABELS.finditer(plain)]
    assert not found
