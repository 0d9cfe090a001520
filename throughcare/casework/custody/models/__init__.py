"""The tables of the room, one idea a file."""

from throughcare.casework.custody.models.decree import Decree, DecreeEffect
from throughcare.casework.custody.models.movement import Movement, Step
from throughcare.casework.custody.models.order import Charge, LegalStatus, Order
from throughcare.casework.custody.models.placement import (
    Bed,
    KeepApart,
    PlaceChange,
    Placement,
    RollCount,
)
from throughcare.casework.custody.models.proposal import Proposal
from throughcare.casework.custody.models.sentence import Adjustment, ManualDate, Sentence
from throughcare.casework.custody.models.stay import Stay

__all__ = [
    "Adjustment",
    "Bed",
    "Charge",
    "Decree",
    "DecreeEffect",
    "KeepApart",
    "LegalStatus",
    "ManualDate",
    "Movement",
    "Order",
    "PlaceChange",
    "Placement",
    "Proposal",
    "RollCount",
    "Sentence",
    "Stay",
    "Step",
]
