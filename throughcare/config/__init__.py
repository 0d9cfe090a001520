"""Wiring only: settings, addresses, the door for a web server. Nothing here decides."""
