"""The timeline as a drawing of plain signs: never wider than 80 columns, no names in it."""

from __future__ import annotations

from standards.durations import Duration
from standards.instants import DAY, HOUR, MINUTE, Instant
from throughcare.explain.model import SIGNS, Told
from throughcare.explain.words import full

WIDTH = 72
_INDENT = "  "
_APART = 8  # columns that a number of the ruler needs for itself
_STEPS = {
    DAY: (1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1825),
    HOUR: (1, 2, 3, 6, 12, 24),
    MINUTE: (1, 5, 10, 15, 30, 60),
}
_UNITS = {DAY: "day", HOUR: "hour", MINUTE: "minute"}


def draw(told: Told, as_of: Instant) -> list[str]:
    """The bar with its ruler and the meaning of its signs; nothing where it has no length."""
    moments = [m.at for m in told.marks] + [at for b in told.bars for at in (b.start, b.end)]
    moments = [at for at in moments if abs(at - as_of) < 400 * 365 * DAY]
    if not moments or min(moments) == max(moments):
        return []
    start, end = min(moments), max(moments)
    row = [" "] * (WIDTH + 1)
    for bar in sorted(told.bars, key=lambda bar: "=-?.#".index(bar.sign)):
        first, last = _column(bar.start, start, end), _column(bar.end, start, end)
        for column in range(first, max(last, first + 1)):
            row[column] = bar.sign
    for sign in ("o", ">", "!"):
        for mark in told.marks:
            if mark.sign == sign:
                _place(row, _column(mark.at, start, end), sign)
    bar_line = f"{_INDENT}|{''.join(row)}|"
    ruler = _ruler(start, end, told.line.zone)
    used = [sign for sign in SIGNS if sign in row]
    legend = [f"{sign} {SIGNS[sign]}" for sign in used]
    ends = [f"{_INDENT}from {full(start, told.line.zone)}", f"{_INDENT}to   "
            f"{full(end, told.line.zone)}"]  # fmt: skip
    return [*ends, bar_line, *ruler, *_pack(legend)]


def _place(row: list[str], column: int, sign: str) -> None:
    """Put a sign in, so that a short stretch against the rule stays in sight."""
    hides = row[column] == "#" and (column + 1 == len(row) or row[column + 1] != "#")
    if hides and column > 0 and row[column - 1] != "#":
        row[column if sign == ">" else column - 1] = sign
    else:
        row[column] = sign


def _column(at: Instant, start: Instant, end: Instant) -> int:
    return round((at - start) * WIDTH / (end - start))


def _ruler(start: Instant, end: Instant, zone: str) -> list[str]:
    """Day 1 stands where the first day begins, day 2 where the second does."""
    length = end - start
    size = DAY if length >= 2 * DAY else HOUR if length >= 2 * HOUR else MINUTE
    most = WIDTH // _APART
    step = next((s for s in _STEPS[size] if length / size / s <= most), _STEPS[size][-1])
    row = [" "] * (WIDTH + 2 * _APART)
    free = 0
    for number in range(0, length // size + 1, step):
        at = Duration(days=number).after(start, zone) if size == DAY else start + number * size
        column = _column(at, start, end)
        # Days are counted from one as people do; hours and minutes tell how much has gone by.
        said = str(number + 1 if size == DAY else number)
        if column >= free and column <= WIDTH:
            row[column : column + len(said)] = said
            free = column + len(said) + 1
    name = _UNITS[size]
    first = "counted from day 1" if size == DAY else f"{name}s gone by"
    return [f"{_INDENT} {''.join(row).rstrip()}", f"{_INDENT}({name}s, {first})"
            if size == DAY else f"{_INDENT}({first})"]  # fmt: skip


def _pack(words: list[str]) -> list[str]:
    """The meanings, as many to a line as fit."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + len(word) + 4 <= WIDTH + 4:
            lines[-1] += f"    {word}"
        else:
            lines.append(f"{_INDENT}{word}")
    return lines
