"""A report as a native Word document: real styles, real tables, fields. Rows and paragraphs are made in bulk."""

from qdesk.exporters.word.writer import write_report

__all__ = ["write_report"]
