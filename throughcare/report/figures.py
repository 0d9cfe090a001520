"""The pictures of a rule, each with the same content as a table."""

from __future__ import annotations

from throughcare.report import charts
from throughcare.report.lengths import Lengths
from throughcare.report.markup import details, element, escape, from_file, table
from throughcare.report.model import STATUSES
from throughcare.report.series import by_year, spans, widened, without_holes
from throughcare.report.summary import Table
from throughcare.report.text import bar_words
from throughcare.report.words import STATUS_WORDS, limit_words, month_words, number_words, plural

_PLACES = 20
_MONTHS = 72
_MONTHS_NAMED = 12
_YEAR = 4
_PARTS = tuple(charts.Part(STATUS_WORDS[status], f"fill-{status}") for status in STATUSES)
_HEADS = tuple(STATUS_WORDS[status] for status in STATUSES)


def draw_lengths(rule: str, lengths: Lengths) -> str:
    """How long spells lasted, with a line at the limit."""
    limit = limit_words(lengths.allowed)
    within = next(index for index, bar in enumerate(lengths.bars) if bar.over)
    last = max((i for i, bar in enumerate(lengths.bars) if bar.ended or bar.open), default=0)
    shown = lengths.bars[: max(last, within) + 1]
    parts = [
        charts.Part("Ended within the limit", "fill-met"),
        charts.Part("Ended past the limit", "fill-breached"),
        charts.Part("Still open", "fill-open"),
    ]
    bars = [
        charts.Bar(_edge(bar.high), (0 if bar.over else bar.ended, bar.ended * bar.over, bar.open))
        for bar in shown
    ]
    title = f"How long it lasted, in {lengths.unit}"
    over = lengths.ended_over
    told = (
        f"{over} of {len(lengths.ended)} ended spells lasted longer than {limit}; "
        f"{len(lengths.open)} are still open. A line marks the limit of {limit}."
    )
    picture = charts.columns(
        f"lengths-{rule}",
        title,
        told,
        parts,
        bars,
        mark=charts.Mark(within, f"limit: {limit}"),
        below=f"{lengths.unit}, up to and with the number under each bar",
    )
    rows = [(escape(bar_words(bar)), f"{bar.ended:,}", f"{bar.open:,}") for bar in shown]
    heads = (f"Length in {lengths.unit}", "Ended", "Still open")
    return _figure(title, picture, table(title, heads, rows, numbers=1))


def draw_places(rule: str, places: Table) -> str:
    """Where: the places with the most breaches first, cells drawn together where there are many."""
    title = "By place"
    shown = widened(places, _PLACES)
    order = sorted(shown, key=lambda name: (-shown[name]["breached"], -sum(shown[name].values())))
    bars = [charts.Bar(name, _amounts(shown[name])) for name in order[:_PLACES]]
    told = f"{plural(len(places), 'place')} in all; most breaches in {order[0]}."
    picture = charts.rows(f"places-{rule}", title, told, *_used(bars))
    if left := len(order) - len(bars):
        picture += element("p", f"The picture leaves out {plural(left, 'place')}.")
    elif len(shown) < len(places):
        picture += element(
            "p", f"The picture adds up {plural(len(places), 'place')}; the table has each."
        )
    return _figure(title, picture, count_table("By place", "Place", places))


def draw_months(rule: str, months: Table) -> str:
    """When: by the month in which each began, or the year where months are too many."""
    shown = without_holes(months) if spans(months) <= _MONTHS else without_holes(by_year(months))
    is_by_year = len(next(iter(shown))) == _YEAR
    title = f"Over time, by {'year' if is_by_year else 'month'} begun"
    few = is_by_year or len(shown) <= _MONTHS_NAMED
    bars = [charts.Bar(_name(name, few), _amounts(counts)) for name, counts in shown.items()]
    most = max(shown, key=lambda name: shown[name]["breached"])
    told = f"{shown[most]['breached']} breaches began in {most}, the most of all."
    parts, used = _used(bars)
    ends = [month_words(month) for month in (min(months), max(months))]
    below = " to ".join(dict.fromkeys(ends))
    picture = charts.columns(f"months-{rule}", title, told, parts, used, below=below)
    named = {month_words(month): counts for month, counts in months.items()}
    return _figure(title, picture, count_table("By month begun", "Month", named))


def _name(name: str, few: bool) -> str:
    """The month or year; among many months only each January, as its year."""
    if few:
        return name
    return name[:_YEAR] if name.endswith("-01") else ""


def count_table(caption: str, head: str, counts: Table) -> str:
    """Counts by name, as a table."""
    rows = [
        (from_file(name), *(f"{part[str(status)]:,}" for status in STATUSES))
        for name, part in counts.items()
    ]
    return table(caption, (head, *_HEADS), rows, numbers=1)


def _figure(title: str, picture: str, same: str) -> str:
    caption = element("figcaption", escape(title))
    return element("figure", caption + picture + details("The same as a table", same))


def _used(bars: list[charts.Bar]) -> tuple[list[charts.Part], list[charts.Bar]]:
    """Only the parts that occur, so that the legend has no empty names."""
    keep = [index for index in range(len(_PARTS)) if any(bar.amounts[index] for bar in bars)]
    parts = [_PARTS[index] for index in keep]
    return parts, [
        charts.Bar(bar.name, tuple(bar.amounts[index] for index in keep)) for bar in bars
    ]


def _amounts(counts: dict[str, int]) -> tuple[int, ...]:
    return tuple(counts[str(status)] for status in STATUSES)


def _edge(high: float | None) -> str:
    return "more" if high is None else number_words(high)
