"""All tests. The package keeps tests/standards from being taken for the engine of that name."""
