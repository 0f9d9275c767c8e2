"""Floor 2: one file per format, bytes in, a NewDocument out."""
