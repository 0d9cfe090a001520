"""Properties that every history must have, on both engines (acceptance 3)."""
