"""What is typed on the pages of people, and its errors in words at each field."""
