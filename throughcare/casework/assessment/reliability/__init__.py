"""The reliability desk: how far trained raters agree, on each item of a tool and on the tool.

Coefficients are about raters and items, never about a person: nothing that comes out names a case
or adds up what was rated. Below the least number of double-rated cases (conventions.yaml) there is
the raw table and no coefficient, by type: RawTable has no place for one, and a Coefficient of fewer
cases cannot be made.

Pure: no database, no Django, no clock. The statistics libraries are imported at their first use,
which takes seconds, so a job computes and a page shows what was kept (ADR 0035). To agree is not to
be right: good agreement goes together with poor prediction (assessment.md, section 3).
"""

from throughcare.casework.assessment.reliability.conventions import Reading, least_cases, reading
from throughcare.casework.assessment.reliability.counts import Counts
from throughcare.casework.assessment.reliability.cross_table import CrossTable
from throughcare.casework.assessment.reliability.desk import agreement_on
from throughcare.casework.assessment.reliability.errors import BadRatings, BadScale, TooFewCases
from throughcare.casework.assessment.reliability.estimates import Interval, Undefined, Why
from throughcare.casework.assessment.reliability.over_items import OverItems
from throughcare.casework.assessment.reliability.ratings import ItemRatings, Rating, Unrated
from throughcare.casework.assessment.reliability.results import (
    Agreement,
    Coefficient,
    Name,
    RawTable,
)
from throughcare.casework.assessment.reliability.scales import (
    Kind,
    Scale,
    interval,
    nominal,
    ordinal,
    ratio,
)
from throughcare.casework.assessment.reliability.tool import ToolAgreement, agreement_on_tool

__all__ = [
    "Agreement",
    "BadRatings",
    "BadScale",
    "Coefficient",
    "Counts",
    "CrossTable",
    "Interval",
    "ItemRatings",
    "Kind",
    "Name",
    "OverItems",
    "Rating",
    "RawTable",
    "Reading",
    "Scale",
    "TooFewCases",
    "ToolAgreement",
    "Undefined",
    "Unrated",
    "Why",
    "agreement_on",
    "agreement_on_tool",
    "interval",
    "least_cases",
    "nominal",
    "ordinal",
    "ratio",
    "reading",
]
