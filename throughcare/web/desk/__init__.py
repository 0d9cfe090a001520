"""The pages about access itself: accounts, posts, cases, emergencies, who read a file."""
