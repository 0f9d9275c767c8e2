"""The offline help: pages from ``resources/help``, a window to read and search them, F1."""
