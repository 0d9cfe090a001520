"""Every operation under made-up input, right and wrong: no failure, and nothing undocumented.

Short here; with THROUGHCARE_SLOW=1 ten times as much. The same input each time.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.casework.custody.made import places
from throughcare.api.schema import document
from throughcare.casework.people.actions import merge
from throughcare.casework.people.queries import file_of
from throughcare.config.wsgi import application

from .custody_calls import CELL, CUSTODY, HOUR, ORDER, ago
from .made import BORN, MINUTE, NAME, Machine, file_by, machine_of, now, officer
from .measure_calls import SAFETY

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the libraries that it brings along
    import schemathesis
    from schemathesis import GenerationMode
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("default")]

EXAMPLES = 200 if os.environ.get("THROUGHCARE_SLOW") else 4
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_headers_conformance, response_schema_conformance,
]  # fmt: skip

SCHEMA = schemathesis.openapi.from_dict(document())
SCHEMA.app = application
OPERATIONS = {
    f"{one.ok().method.upper()} {one.ok().path}": one.ok() for one in SCHEMA.get_all_operations()
}
# Texts in which anything may be written; of all else a right call says what fits together.
FREE = {
    "reasons", "reason", "legal_ground", "measures", "act", "found", "said_by", "why", "words",
    "how_to_challenge", "language", "lesser_means_tried", "rule_broken", "weighed_by",
}  # fmt: skip
POSITIVE, NEGATIVE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


@pytest.fixture
def call() -> Machine:
    return machine_of(officer())


@contextmanager
def in_one_transaction() -> Iterator[None]:
    """Calls stay in the transaction of the test: Django would end it with each of them."""
    signals, patience = (request_started, request_finished), {"LOCK_AFTER_FOR_ADDRESS": 10**6}
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        with override_settings(**patience):  # wrong tokens are among what is made up
            yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


@pytest.fixture
def known(call: Machine) -> dict[str, str]:
    """The numbers that are there, by the names that paths have for them."""
    places()
    person, other = str(file_by(officer()).id), str(file_by(officer()).id)
    note = {"kind": "observation", "text": "Slept.", "happened_at": "2026-03-01T09:00:00Z"}
    tomorrow = str(now() + timedelta(days=1))
    alert = {"code": "first_night", "why": "arrived", "expires_at": tomorrow}
    both = {"one": person, "other": other, "why": "same face"}
    made = {
        "fact": call.post(f"/people/{person}/facts", {"fact": BORN, "expected": 2}),
        "note": call.post(f"/people/{person}/notes", note),
        "alert": call.post(f"/people/{person}/alerts", alert),
        "proposal": call.post("/duplicates", both),
    }
    return {
        "person": person,
        "other": other,
        "establishment": "north",
        **{name: said.body["id"] for name, said in made.items()},
    }


def test_every_operation_of_the_schema_is_called_here() -> None:
    paths = document()["paths"]
    assert len(OPERATIONS) == sum(len(path) for path in paths.values()) == 90


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("mode", [POSITIVE, NEGATIVE], ids=["right", "wrong"])
def test_made_up_input_is_answered_as_the_schema_says(
    call: Machine, known: dict[str, str], name: str, mode: GenerationMode
) -> None:
    known |= _prepared(name, known)
    line = SAFETY.get(OPERATIONS[name].definition.raw["operationId"])
    call = machine_of(line.by()) if line else call
    for strategy in _strategies(name, mode):
        answered = _call_all(strategy, call, known, EXAMPLES)
        if mode is POSITIVE and min(answered) >= 300:  # perhaps all were texts that are refused
            answered = _call_all(strategy, call, known, 10 * EXAMPLES)
        if mode is POSITIVE:
            assert min(answered) < 300, f"nothing got through, only {sorted(answered)}"


def _prepared(name: str, known: dict[str, str]) -> dict[str, str]:
    """Who else must be there: for custody somebody brought to where it begins, or two made one."""
    said = OPERATIONS[name].definition.raw["operationId"]
    if said in CUSTODY:
        return {"person": str(CUSTODY[said].whom())}
    if said in SAFETY:
        return dict(SAFETY[said].there())
    if said == "separate_files":
        one, other = UUID(known["person"]), UUID(known["other"])
        merge(by=officer(account=2), at=now(), kept=one, merged=other, why="same person")
        return {"person": known["other"]}
    return {}


def _lead_to_what_is_there(case: Any, known: dict[str, str]) -> None:
    """Real numbers, the present version, a new key; all else stays as it was made up."""
    case.path_parameters = {key: known.get(key) for key in case.path_parameters or {}}
    case.headers["Idempotency-Key"] = str(uuid4())
    case.query |= {key: "north" for key in (case.query or {}) if key == "place"}
    line = SAFETY.get(case.operation.definition.raw["operationId"])
    if line is not None:
        case.query |= {key: one for key, one in (line.asked or {}).items() if key in case.query}
    if not isinstance(case.body, dict):
        return
    if line is not None:
        right = line.right(known)
        case.body.update({key: right[key] for key in right.keys() - FREE})
        return
    there = {
        "establishment": "north", "one": known["person"],
        "other": known["other"], "merged": known["other"],
        "expires_at": str(now() + timedelta(days=1)),
        # An order and an admission that could be.
        "issued_on": "2026-03-01", "valid_from": "2026-03-01T09:00:00Z", "valid_to": None,
        "named": "", "admitted_at": ago(MINUTE), "without_order": "nothing brought",
        # A journey, a place and an end that could be.
        "to_place": "south", "left_at": ago(HOUR), "arrived_at": ago(MINUTE), "order": ORDER,
        "expected_at": None, "hearing_at": None, "died_at": ago(MINUTE), "since": ago(MINUTE),
        "place": CELL, "bed": None,
    }  # fmt: skip
    if "expected" in case.body:
        version = file_of(officer(), UUID(known["person"]), at=now(), why="look").version
        there["expected"] = version
    case.body.update({key: there[key] for key in there.keys() & case.body.keys()})
    if isinstance(case.body.get("facts"), list):
        case.body["facts"] = [NAME]  # made-up facts are stated by another operation
    if case.path.endswith("/orders"):
        case.body["kind"] = "remand"
    if case.path.endswith("/correction") and "fact" in case.body:
        case.body["fact"] = BORN  # in the kind that it had


def _strategies(name: str, mode: GenerationMode) -> Iterator[st.SearchStrategy[Any]]:
    operation = OPERATIONS[name]
    if mode is POSITIVE or operation.query or operation.body or operation.path_parameters:
        yield operation.as_strategy(generation_mode=mode)


def _call_all(
    strategy: st.SearchStrategy[Any], call: Machine, known: dict[str, str], examples: int
) -> set[int]:
    """Which statuses were answered."""
    answered: set[int] = set()
    turn = count(1)  # a drawn coin would fall on the same side four times, now and then

    @settings(
        max_examples=examples, derandomize=True, deadline=None, database=None,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=strategy)
    def made_up(case: Any) -> None:
        if next(turn) % 4:  # otherwise most calls would end at a file that does not exist
            _lead_to_what_is_there(case, known)
        said = case.call_and_validate(
            headers={"Authorization": f"Bearer {call.secret}"}, checks=CHECKS
        )
        answered.add(said.status_code)

    with in_one_transaction():
        made_up()
    return answered
