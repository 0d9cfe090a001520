"""The private cluster: made, started, stopped, refused."""
