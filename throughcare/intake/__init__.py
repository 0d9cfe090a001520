"""From files of prison records to an archive that the engines read."""
