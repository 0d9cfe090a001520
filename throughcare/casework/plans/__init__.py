"""What a prisoner and staff want to reach together, and who does what (Mandela Rule 94)."""
