"""The pages: what a person sees, and the door through which they sign in."""
