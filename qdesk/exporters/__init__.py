"""Floor 2: one file per format, tables and figures in, bytes out."""
