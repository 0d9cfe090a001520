"""`throughcare check`: records in, a report of what the rules say about them out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from standards.checks import Check
from standards.findings import Finding
from standards.instants import Instant, UnknownZone, from_datetime, on_clock, to_datetime, zone_info
from throughcare.cli.errors import BadInput
from throughcare.cli.progress import Steps
from throughcare.intake.archive import Intake, read_archive
from throughcare.report.formats import Format, brief, render
from throughcare.report.summary import Summary
from throughcare.report.writing import write_whole

BREACH_FOUND = 3
INTERRUPTED = 130
