"""What other registers hold, taken over row by row through the rooms' own actions."""
