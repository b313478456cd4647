"""The catalogue for assistants: the same answers as on the command line, each with its limits."""
