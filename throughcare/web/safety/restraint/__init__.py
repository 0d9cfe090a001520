"""The section Restraint of a file: instruments used, why, and who looked after the person."""
