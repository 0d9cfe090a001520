"""What is written down of the training of staff, each act with its entry in the register."""

from throughcare.service.training.actions.recording import record_booster, record_certificate
from throughcare.service.training.actions.withdrawing import withdraw_certificate

__all__ = ["record_booster", "record_certificate", "withdraw_certificate"]
