"""The pages of the room of people: list, search, the file, its forms, files of one person."""
