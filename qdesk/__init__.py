"""QDesk: qualitative analysis of interviews, on one computer, offline."""

__version__ = "0.1.0"
