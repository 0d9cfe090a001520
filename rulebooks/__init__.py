"""The law as data: rulebooks, country profiles, derivations and cases. No code."""
