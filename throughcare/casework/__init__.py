"""One person's file, a room for each word that an officer uses. Rooms know those below only."""
