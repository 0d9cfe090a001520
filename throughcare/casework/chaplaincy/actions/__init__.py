"""Every change of the chaplaincy."""

from throughcare.casework.chaplaincy.actions.asking import ask_for, end_wish, wish
from throughcare.casework.chaplaincy.actions.offering import hold_service, offer_visit

__all__ = ["ask_for", "end_wish", "hold_service", "offer_visit", "wish"]
