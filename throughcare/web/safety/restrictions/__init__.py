"""The section Restrictions of a file: what is restricted, until when, and the forms for it."""
