"""The door: signing in and out, the lock after repeated failures, the end of a session."""
