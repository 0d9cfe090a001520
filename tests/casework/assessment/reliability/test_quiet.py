"""Whoever imports the desk, or reads a raw table, does not wait for the statistics libraries."""

from __future__ import annotations

import subprocess
import sys

HEAVY = "{'numpy', 'pandas', 'scipy', 'statsmodels', 'krippendorff', 'django'}"


def said_by(program: str) -> str:
    words = [sys.executable, "-c", program]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_desk_loads_no_library_and_no_django() -> None:
    program = "import sys, throughcare.casework.assessment.reliability\n"
    assert said_by(program + f"print({HEAVY} & set(sys.modules))") == "set()"


def test_a_raw_table_loads_no_library() -> None:
    program = """
import sys
from throughcare.casework.assessment.reliability import *
ratings = tuple(Rating(str(n), rater, "0") for n in range(29) for rater in "ab")
print(type(agreement_on(ItemRatings("tool", "item", ordinal("012"), ratings))).__name__)
"""
    said = said_by(program + f"print({HEAVY} & set(sys.modules))").split()
    assert said == ["RawTable", "set()"]
