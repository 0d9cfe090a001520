"""The walk of a release."""
