"""Makes placements.csv: invented placements of an invented prison, always the same.

Run it again with `python examples/demo/make.py`. Nothing in it stems from real records.
"""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

SEED = 20_150_522
ROWS = 120
PLACE = "DEMO"
MADE_ON = date(2026, 3, 1)
FIRST_DAY = date(2024, 1, 8)
OUT = Path(__file__).parent / "placements.csv"

COLUMNS = (
    "row", "gender", "facility", "report_type", "placement_date", "placement_reason",
    "release_date", "sanction_length", "detainee_request", "mental_illness",
    "special_criteria", "current_review", "created", "placement_reason_type",
    "admin_or_disciplinary", "detloc",
)  # fmt: skip
REASONS = {
    "Disciplinary": ("Disciplinary", 40),
    "Protective Custody: Own Safety": ("Protective Custody", 30),
    "Facility Security Threat: Other": ("Facility Security Threat", 20),
    "Medical: Observation": ("Medical", 7),
    "Mental Illness": ("Mental Illness", 3),
}
# Row number -> what is wrong with it, so that the report has damaged rows to show.
DAMAGED = {
    27: {"placement_date": "6/20/2024", "release_date": "6/2/2024"},
    58: {"placement_date": "2/30/2025", "release_date": "3/9/2025"},
    91: {"admin_or_disciplinary": "Admin?"},
}


def main() -> None:
    """Write the file."""
    chance = random.Random(SEED)
    rows = sorted((placement(chance) for _ in range(ROWS)), key=lambda row: row[0])
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for number, (_, row) in enumerate(rows, start=1):
            writer.writerow({"row": number, **row, **DAMAGED.get(number, {})})


def placement(chance: random.Random) -> tuple[date, dict[str, object]]:
    """One invented placement with its first day."""
    start = FIRST_DAY + timedelta(days=chance.randrange(770))
    days = max(1, round(chance.lognormvariate(2.7, 1.0)))
    end = start + timedelta(days=days)
    reason = chance.choices(list(REASONS), [weight for _, weight in REASONS.values()])[0]
    kind = REASONS[reason][0]
    disciplinary = kind == "Disciplinary"
    review = next((limit for limit in (3, 14, 30, 60, 90) if days <= limit), 120)
    return start, {
        "gender": chance.choices(["Male", "Female"], [9, 1])[0],
        "facility": "DEMO PRISON (INVENTED)",
        "report_type": {3: "72 Hour", 14: "14 Day"}.get(review, "30 Day Interval"),
        "placement_date": written(start),
        "placement_reason": reason,
        "release_date": written(end) if end <= MADE_ON else "",
        "sanction_length": chance.choice([5, 10, 15, 20, 30]) if disciplinary else "",
        "detainee_request": chance.choices(["Facility-Initiated", "Detainee Request"], [7, 3])[0],
        "mental_illness": chance.choices(
            ["None", "Mental Illness", "Serious Mental Illness", ""], [60, 25, 5, 10]
        )[0],
        "special_criteria": chance.choices(["No", "Yes", ""], [6, 2, 2])[0],
        "current_review": review,
        "created": written(min(end, MADE_ON)),
        "placement_reason_type": kind,
        "admin_or_disciplinary": "Disciplinary" if disciplinary else "Administrative",
        "detloc": PLACE,
    }


def written(day: date) -> str:
    """The day as the real file writes it."""
    return f"{day.month}/{day.day}/{day.year}"


if __name__ == "__main__":
    main()
