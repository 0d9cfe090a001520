"""The schema (OpenAPI 3.1): what the library writes, with problems, keys and replays named."""

from __future__ import annotations

import json
from typing import Any, Final

from throughcare.api.operations.files import SEARCH
from throughcare.api.problems import MEDIA_TYPE
from throughcare.api.repeated import FORM, HEADER, REPLAYED
from throughcare.api.service import API

PREFIX: Final = "/api/v1/"

_KEY: Final = {
    "name": HEADER,
    "in": "header",
    "required": True,
    "description": "New for each change, the same when it is sent again. Answers are kept a day.",
    "schema": {"type": "string", "minLength": 8, "maxLength": 128, "pattern": f"^{FORM}$"},
}
_REPLAYED: Final = {
    REPLAYED: {
        "description": "`true` when this is the answer of an earlier, equal request",
        "schema": {"type": "string", "const": "true"},
    }
}
_OF_STATUS: Final[dict[str, dict[str, Any]]] = {
    "401": {"WWW-Authenticate": {"schema": {"type": "string"}}},
    "429": {"Retry-After": {"schema": {"type": "string"}, "description": "Seconds"}},
}
_MEANING: Final = {
    "200": "Done, or shown",
    "201": "Made",
    "400": "No JSON, or no Idempotency-Key",
    "401": "No token that opens anything",
    "403": "Refused, with the reason",
    "404": "Not there, or not to be seen",
    "409": "Somebody else has changed the file meanwhile",
    "413": "The body is too large",
    "415": "The body is not JSON",
    "422": "Not in the form of the schema, or not to be kept like this",
    "429": "Too many wrong tokens from this address",
    "500": "A fault of ours; nothing was half-saved",
}


def document() -> dict[str, Any]:
    """The whole schema, as it is served."""
    made: dict[str, Any] = json.loads(json.dumps(API.get_openapi_schema(path_prefix=PREFIX)))
    for path in made["paths"].values():
        for method, operation in path.items():
            _complete(operation, changes=method == "post" and operation["operationId"] != SEARCH)
    made["paths"] = {path: made["paths"][path] for path in sorted(made["paths"])}
    return made


def as_text() -> str:
    """The schema as the file in the documents."""
    return json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _complete(operation: dict[str, Any], *, changes: bool) -> None:
    for status, answer in operation["responses"].items():
        answer["description"] = _MEANING[status]
        if int(status) >= 400:
            answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
        headers = {**_OF_STATUS.get(status, {}), **(_REPLAYED if changes else {})}
        if headers:
            answer["headers"] = headers
    if changes:
        operation.setdefault("parameters", []).append(_KEY)
