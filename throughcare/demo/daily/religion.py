"""What is asked of the chaplaincy, for few. The faith is drawn by lot from a list of names."""

from __future__ import annotations

from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.demo.daily.file import DAY, File
from throughcare.demo.daily.words import falls, words
from throughcare.demo.row import new


def religion(file: File, unit: str) -> None:
    """`unit`: where the person lies; services are written for whoever has lain there a while."""
    if not file.lasted(30):
        return
    source = file.source
    faith = source.choice(words()["faiths"])
    if falls(source, "objects"):
        _objects(file)
    elif falls(source, "asks"):
        _asked(file, faith)
    if falls(source, "services") and unit:
        _services(file, faith, unit)


def _asked(file: File, faith: str) -> None:
    at = file.ago(12, 10)
    asked = new(Request, asked_at=at, faith=faith, own_hand=False)
    file.pen.put(asked, by=file.chaplain, at=at)
    if file.source.random() < 0.8:
        days, outcome = file.source.choice(((9, "held"), (8, "declined"), (3, "held")))
        visit = file.ago(days, 14)
        row = new(Visit, kind="visit", at=visit, outcome=outcome, request=asked)
        file.pen.put(row, by=file.chaplain, at=visit)


def _objects(file: File) -> None:
    """Some had a visit before anybody wrote down that they had said no."""
    since = file.ago(10, 9)
    written = since
    if file.source.random() < 0.5:
        visit = file.ago(9, 15)
        kind = file.source.choice(("visit", "counselling"))
        row = new(Visit, kind=kind, at=visit, outcome="held")
        file.pen.put(row, by=file.chaplain, at=visit)
        written = visit + DAY
    wish = new(Wish, kind="no_visits", since=since, own_hand=False)
    file.pen.put(wish, by=file.chaplain, at=written)


def _services(file: File, faith: str, unit: str) -> None:
    since = file.ago(21, 9)
    wish = new(Wish, kind="services", faith=faith, since=since, own_hand=False)
    file.pen.put(wish, by=file.chaplain, at=since)
    weeks = (15, 9, 3) if file.source.random() < 0.7 else (15,)
    for days in weeks:
        at = file.ago(days, 10)
        row = new(Service, faith=faith, unit=unit, at=at)
        file.pen.put(row, by=file.chaplain, at=at)
