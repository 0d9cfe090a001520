"""Why a rule was kept or broken for one person, told to a reader who is no programmer."""
