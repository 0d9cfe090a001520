"""In what staff are certified: read from `courses.yaml`, whose numbers stand there alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.service.training.errors import BadCourses

_FILE: Final = Path(__file__).with_name("courses.yaml")
# The one topic in which one is certified for a tool, and for none beside it.
ASSESSOR: Final = "assessor"
_HAS: Final = {"days": int, "confirmed": bool, "set_on": date, "source": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of days, where it comes from, and whether anybody compared it with that text."""

    days: int
    confirmed: bool
    set_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A topic in which staff are certified. `rules`: the entries of rulebooks that ask for it."""

    topic: str
    title: str
    valid: Number
    rules: tuple[str, ...]


def courses() -> Mapping[str, Course]:
    """Every course by its topic, in the order of the file. Raises BadCourses."""
    return _read(_FILE)[0]


def lapses_soon() -> Number:
    """Within how many days something lapses soon. Raises BadCourses."""
    return _read(_FILE)[1]


@cache
def _read(file: Path) -> tuple[Mapping[str, Course], Number]:
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    found = {topic: _course(file, topic, said) for topic, said in held["courses"].items()}
    if ASSESSOR not in found:
        raise _bad(file, ASSESSOR, "write the course of assessors")
    return found, _number(file, "lapses_soon", held["lapses_soon"])


def _course(file: Path, topic: str, said: Mapping[str, Any]) -> Course:
    title, rules = said.get("title"), said.get("rules")
    if not isinstance(title, str) or not title or not isinstance(rules, list):
        raise _bad(file, topic, "write its title, and as rules the entries that ask for it")
    return Course(topic=topic, title=title, valid=_number(file, topic, said), rules=tuple(rules))


def _number(file: Path, name: str, said: Mapping[str, Any]) -> Number:
    wrong = [key for key, kind in _HAS.items() if type(said.get(key)) is not kind]
    if wrong or said["days"] < 1 or not said["source"].strip():
        raise _bad(file, name, f"write {', '.join(wrong or ['days', 'source'])} as its neighbours")
    return Number(**{key: said[key] for key in _HAS})


def _bad(file: Path, name: str, remedy: str) -> BadCourses:
    return BadCourses(f"'{name}' of the courses cannot be read", where=str(file), remedy=remedy)
