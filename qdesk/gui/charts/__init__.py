"""Charts of a study: one function paints for the screen, for files and for Word."""
