"""Work that is offered, its hours, rest days and wages (Mandela Rules 96-103, 116)."""
