"""One person's file, a room for each word that an officer uses. Each knows those below only."""
