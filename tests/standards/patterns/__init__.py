"""Each pattern of the person engine at its edges, in the words of an inspector."""
