"""The codebook as a table that the program reads back with ``qdesk codebook``."""

from qdesk.exporters.csvtext import csv_file
from qdesk.store.project import Project
from qdesk.text.codepath import join_path

_HEAD = ["code", "kind", "colour", "definition", "include_when", "exclude_when", "memo", "quotes", "participants"]


def write_codebook_csv(project: Project) -> bytes:
    """Codes in tree order, named by their path ("Theme > Code"), with own counts; UTF-8 with BOM, CRLF."""
    counts, paths = project.counts(), project.codes.paths()
    rows: list[list[object]] = [list(_HEAD)]
    for code in project.codes.list():
        count = counts[code.id]
        rows.append(
            [
                *(join_path(paths[code.id]), code.kind, code.colour),
                *(code.definition, code.include_when, code.exclude_when, code.memo),
                *(count.codings, count.participants),
            ]
        )
    return csv_file(rows)
