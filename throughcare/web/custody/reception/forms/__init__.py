"""What is typed on the pages of the reception, one form for each step."""
