"""What the clock starts. Each job is a module with `run`, started beside the pages by `up`."""
