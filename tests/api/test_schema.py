"""The schema: of version 3.1, closed and bounded, and the same in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from throughcare.api.schema import as_text, document

from .made import machine_of, officer

ROOT = Path(__file__).resolve().parents[2]
ALWAYS = {"401", "403", "404", "422", "429", "500"}


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_the_copy_in_the_documents_is_current() -> None:
    kept = (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8")
    assert kept == as_text(), "run: .venv/bin/python tools/openapi.py"


@pytest.mark.django_db
def test_the_service_tells_the_same_schema() -> None:
    assert machine_of(officer()).get("/openapi.json").body == document()


def test_every_operation_names_every_status_and_how_it_is_told() -> None:
    for path, method, operation in operations():
        known = set(operation["responses"])
        assert known >= ALWAYS, (path, method)
        if method == "post":
            assert known >= {"400", "413", "415"}, path
        for status, answer in operation["responses"].items():
            kind = "application/problem+json" if status >= "400" else "application/json"
            assert list(answer["content"]) == [kind], (path, status)


def test_every_change_and_no_reading_asks_for_a_key() -> None:
    for path, method, operation in operations():
        names = [one["name"] for one in operation.get("parameters", [])]
        changes = method == "post" and not path.endswith("/search")
        assert ("Idempotency-Key" in names) is changes, path


def test_every_operation_asks_for_a_token() -> None:
    assert all(operation["security"] == [{"Token": []}] for _, _, operation in operations())
    assert document()["components"]["securitySchemes"]["Token"]["scheme"] == "bearer"


def test_forms_are_closed_and_every_text_and_list_that_comes_in_is_bounded() -> None:
    schemas = document()["components"]["schemas"]
    for name, schema in schemas.items():
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False, name
        if name.endswith("Form"):
            for field, said in schema["properties"].items():
                assert not list(_unbounded(said)), (name, field)


def _unbounded(said: dict[str, Any]) -> Iterator[str]:
    for one in said.get("anyOf", [said]):
        fixed = {"enum", "const", "format"} & set(one)
        if one.get("type") == "string" and not fixed and "maxLength" not in one:
            yield "string"
        if one.get("type") == "array":
            if "maxItems" not in one:
                yield "array"
            yield from _unbounded(one["items"])
