"""Each number of days says where it comes from, and whether anybody confirmed it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import throughcare.service.training.courses as room
from throughcare.service.training.courses import ASSESSOR, courses, lapses_soon
from throughcare.service.training.errors import BadCourses

_ROOT = Path(__file__).resolve().parents[2]
_SAID: dict[str, Any] = {
    "title": "t", "days": 1, "confirmed": False, "set_on": "2026-11-26", "source": "s", "rules": [],
}  # fmt: skip


def test_every_course_has_a_number_with_its_source_and_none_is_called_confirmed_yet() -> None:
    for course in courses().values():
        assert course.valid.days > 0 and course.valid.source.strip(), course.topic
        assert not course.valid.confirmed, course.topic
    assert lapses_soon().days == 60 and lapses_soon().source


def test_the_rules_that_a_course_names_stand_in_the_rulebooks() -> None:
    known = {
        rule["id"]
        for path in (_ROOT / "rulebooks").rglob("*.yaml")
        for rule in (_rules(path) or [])
    }
    named = {rule for course in courses().values() for rule in course.rules}
    assert named and named <= known


def _rules(path: Path) -> Any:
    chapter = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return chapter.get("rules") if isinstance(chapter, dict) else None


def test_an_assessor_is_among_them_and_holds_as_long_as_the_good_practice_proposes() -> None:
    assert courses()[ASSESSOR].valid.days == 730


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": 0}, {"days": "730"}, {"days": True}, {"days": None}, {"confirmed": "no"},
        {"source": " "}, {"set_on": "soon"}, {"title": ""}, {"rules": "vep-06"},
    ],
)  # fmt: skip
def test_a_course_that_is_not_whole_is_refused_with_what_to_write(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    file = tmp_path / "courses.yaml"
    file.write_text(_text({**_SAID, **wrong}), encoding="utf-8")
    with pytest.raises(BadCourses, match="What to do"):
        room._read(file)
    file.with_name("sound.yaml").write_text(_text(_SAID), encoding="utf-8")
    assert room._read(file.with_name("sound.yaml"))[0][ASSESSOR].valid.days == 1


def _text(course: dict[str, Any]) -> str:
    soon = {key: _SAID[key] for key in ("days", "confirmed", "set_on", "source")}
    told = yaml.safe_dump({"lapses_soon": soon, "courses": {ASSESSOR: course}})
    return told.replace("'2026-11-26'", "2026-11-26")


def test_a_list_without_assessors_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "courses.yaml"
    file.write_text(_text(_SAID).replace("assessor:", "other:"), encoding="utf-8")
    with pytest.raises(BadCourses, match="assessor"):
        room._read(file)
