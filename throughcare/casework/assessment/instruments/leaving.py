"""What of an instrument may leave the house: in an export, a log, a message. Never its words."""

from __future__ import annotations

from collections.abc import Mapping

from throughcare.casework.assessment.instruments.model import Instrument


def may_leave(instrument: Instrument) -> Mapping[str, object]:
    """Ids, version, licence and status, open and licensed alike; the only door to an export.

    The codes of items and ratings are there, as answers refer to them. `digest` tells which text
    was used without telling it.
    """
    said = instrument.translation
    return {
        "id": instrument.id,
        "version": instrument.version,
        "language": instrument.language,
        "translation": None if said is None else said.standing,
        "title": instrument.title,
        "status": instrument.status.standing,
        "licence": instrument.licence.statement,
        "licensed": instrument.licence.licensed,
        "validity_days": instrument.validity_days,
        "items": [item.id for item in instrument.items()],
        "digest": instrument.digest,
    }
