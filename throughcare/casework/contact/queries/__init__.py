"""Every reading of contact. The viewer first; each leaves its entry in the register."""

from throughcare.casework.contact.models import Contact
from throughcare.casework.contact.queries.of_house import (
    Silent,
    house_list,
    without_contact,
)
from throughcare.casework.contact.queries.of_person import Contacts, contacts_of

__all__ = ["Contact", "Contacts", "Silent", "contacts_of", "house_list", "without_contact"]
