"""Tests of the engine: case files and properties."""
