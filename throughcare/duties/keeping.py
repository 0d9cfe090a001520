"""How a judgement is kept: what changed is written, what stayed is left, what was seen is unmarked.

The marks are read before the records. So a change that comes between has its mark left standing,
and the file is judged once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.casework.people.files import parts_by_whole
from throughcare.duties.judging import Judgement
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.duties.rows import moment_of, replace_rows, rows_of, rows_of_house

Marks = dict[UUID | str, list[int]]

_NEW_ROWS: Final = """
INSERT INTO duties_judged (person_id, rules, judged_at)
SELECT one, '', %s FROM unnest(%s::uuid[]) one ORDER BY one
ON CONFLICT (person_id) DO NOTHING
"""
_AT_ONCE: Final = 5_000
# The digests by which rows are told apart, and one that no row has.
SAID, ANSWER, NOTHING = "said", "answer", UUID(int=0)


def lock(wholes: Sequence[UUID], *, at: datetime) -> None:
    """Let nobody else judge these files until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_NEW_ROWS, [at, list(wholes)])
    list(Judged.objects.filter(person__in=wholes).order_by("person").select_for_update())


def marks_of(parts: Iterable[UUID]) -> list[int]:
    """What was written since in these files, by the number of each mark."""
    return list(Mark.objects.filter(person__in=list(parts)).values_list("id", flat=True))


def keep(
    judged: Mapping[UUID, Judgement], parts: Mapping[UUID, UUID], marks: Sequence[int], *,
    at: datetime,
) -> None:  # fmt: skip
    """Keep what was judged of these files, from their parts, and take away the marks seen."""
    now = [row for whole, one in judged.items() for row in rows_of(one, person=whole)]
    replace_rows(_before(parts, judged), now, by=SAID)
    for whole, one in judged.items():
        Judged.objects.filter(person=whole).update(
            rules=one.asked.digest, judged_at=at, look_again=moment_of(one.look_again)
        )
    Judged.objects.filter(person__in=[part for part in parts if part not in judged]).delete()
    Mark.objects.filter(id__in=marks).delete()


def note_length(wholes: Sequence[UUID], milliseconds: int) -> None:
    """How long the judgement of each of these files took."""
    Judged.objects.filter(person__in=wholes).update(took_ms=milliseconds)


def _before(
    parts: Mapping[UUID, UUID], judged: Mapping[UUID, Judgement], *, by: str = SAID
) -> Iterator[tuple[int, UUID]]:
    """What is kept of these files. By other rules than now it is like nothing that is new."""
    now = {whole: one.asked.digest for whole, one in judged.items()}
    kept = Judged.objects.filter(person__in=list(now)).values_list("person", "rules")
    other = {whole for whole, rules in kept if rules != now[whole]}
    asked = KeptFinding.objects.filter(person__in=list(parts), house="")
    for number, said, person in asked.values_list("id", by, "person"):
        yield number, NOTHING if person in other else said


def _before_of_house(
    house: str, judged: Judgement, *, by: str = SAID
) -> Iterator[tuple[int, UUID]]:  # fmt: skip
    same = Judged.objects.filter(house=house, rules=judged.asked.digest).exists()
    for number, said in KeptFinding.objects.filter(house=house).values_list("id", by):
        yield number, said if same else NOTHING


def lock_house(house: str, *, at: datetime) -> None:
    """Let nobody else judge this house until the transaction ends."""
    Judged.objects.get_or_create(house=house, defaults={"rules": "", "judged_at": at})
    Judged.objects.select_for_update().get(house=house)


def marks_of_house(house: str) -> list[int]:
    """What was written since in this house, by the number of each mark."""
    return list(Mark.objects.filter(house=house).values_list("id", flat=True))


def keep_house(judged: Judgement, house: str, marks: Sequence[int], *, at: datetime) -> None:
    """Keep what was judged of a house, and take away the marks seen."""
    replace_rows(_before_of_house(house, judged), rows_of_house(judged, house), by=SAID)
    _note_house(judged, house, at=at)
    Mark.objects.filter(id__in=marks).delete()


def _note_house(judged: Judgement, house: str, *, at: datetime) -> None:
    Judged.objects.filter(house=house).update(
        rules=judged.asked.digest, judged_at=at, look_again=moment_of(judged.look_again)
    )


def all_marks() -> Marks:
    """Every mark that stands, by the file or house that it is of."""
    found: Marks = defaultdict(list)
    for number, person, house in Mark.objects.values_list("id", "person", "house").iterator():
        about = house or person
        assert about is not None  # a constraint of the table
        found[about].append(number)
    return found


def keep_computed(judged: Mapping[UUID, Judgement], marks: Marks, *, at: datetime) -> None:
    """Keep what was computed of whole files as of a moment, but for files judged since then."""
    lock(sorted(judged), at=at)
    since = Judged.objects.filter(person__in=list(judged), judged_at__gt=at)
    left = set(since.values_list("person", flat=True))
    mine = {whole: one for whole, one in judged.items() if whole not in left}
    parts = parts_by_whole(sorted(mine))
    now = [row for whole, one in mine.items() for row in rows_of(one, person=whole)]
    replace_rows(_before(parts, mine, by=ANSWER), now, by=ANSWER)
    _note_many(mine, at=at)
    Judged.objects.filter(person__in=[part for part in parts if part not in mine]).delete()
    Mark.objects.filter(id__in=[n for part in parts for n in marks.get(part, ())]).delete()


def keep_house_computed(judged: Judgement, house: str, marks: Marks, *, at: datetime) -> None:
    """Keep what was computed of a house as of a moment, unless it was judged since then."""
    lock_house(house, at=at)
    if Judged.objects.filter(house=house, judged_at__gt=at).exists():
        return
    before = _before_of_house(house, judged, by=ANSWER)
    replace_rows(before, rows_of_house(judged, house), by=ANSWER)
    _note_house(judged, house, at=at)
    Mark.objects.filter(id__in=marks.get(house, ())).delete()


def _note_many(judged: Mapping[UUID, Judgement], *, at: datetime) -> None:
    rows = {row.person_id: row for row in Judged.objects.filter(person__in=list(judged))}
    for whole, one in judged.items():
        row = rows[whole]
        row.rules, row.judged_at = one.asked.digest, at
        row.look_again = moment_of(one.look_again)
    Judged.objects.bulk_update(
        rows.values(), ["rules", "judged_at", "look_again"], batch_size=_AT_ONCE
    )
