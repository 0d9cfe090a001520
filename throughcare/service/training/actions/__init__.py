"""What is written down of the training and the posts of staff, each act with its entry."""

from throughcare.service.training.actions.posting import end_posting, post_to_unit
from throughcare.service.training.actions.recording import record_booster, record_certificate
from throughcare.service.training.actions.striking import strike_posting, strike_supervision
from throughcare.service.training.actions.supervising import record_supervision
from throughcare.service.training.actions.withdrawing import withdraw_certificate

__all__ = [
    "end_posting",
    "post_to_unit",
    "record_booster",
    "record_certificate",
    "record_supervision",
    "strike_posting",
    "strike_supervision",
    "withdraw_certificate",
]
