"""The register of separation of a prison: who is separated now, and what waits."""
