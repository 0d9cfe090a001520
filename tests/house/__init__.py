"""The house itself: commands, words, sizes, licences, decisions."""
