"""Contact with the outside: visits, calls and letters (Mandela Rules 58-60)."""
