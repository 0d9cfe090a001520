"""Which rules the records of the service answer, and which records to keep next."""
