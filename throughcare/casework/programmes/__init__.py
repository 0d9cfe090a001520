"""Help that is offered: consent, groups, sessions, certificates (Mandela Rules 91-92)."""
