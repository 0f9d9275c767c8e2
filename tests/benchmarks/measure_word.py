"""Whole processes: 20,000 quotes to Word and the co-occurrence table, each beside a bare script; the sample study."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import corpus
import docx
from figures import Figure, tell, times

from qdesk.exporters.build import build_report
from qdesk.exporters.options import ReportOptions
from qdesk.exporters.word.writer import write_report
from qdesk.store.project import Project

_BARE = Path(__file__).parent / "bare"
_MOST = 3
"""Times the bare script that a whole process may take."""


def main() -> None:
    """Tell the figures; the quotes written are counted."""
    with tempfile.TemporaryDirectory() as folder:
        _word(Path(folder))
        _table(Path(folder))
        _sample(Path(folder))


def _word(folder: Path) -> None:
    path, target, bare = corpus.project("M"), folder / "quotes.docx", folder / "bare.docx"
    with Project.open(path) as project:
        written = times(lambda: write_report(build_report(project, ReportOptions(sections=("findings",)))), 5)
    peer = "Taguette fails after 181 s"
    ours = times(lambda: _qdesk("export", "findings", str(path), str(target), "--force"), 5)
    limit = times(lambda: _python(str(_BARE / "quotes_to_word.py"), str(path), str(bare)), 5)
    quotes = sum("Quotation" in str(paragraph.style.style_id) for paragraph in docx.Document(str(target)).paragraphs)
    assert quotes == 20_000, quotes
    tell(Figure("20,000 quotes to Word, project open", written, limit, "ms", "script below", peer, goal=2_000))
    goal = _MOST * median(limit)
    tell(Figure("20,000 quotes to Word, whole process", ours, limit, "ms", "SQLite + parse_xml script", peer, goal))


def _table(folder: Path) -> None:
    path, target, bare = corpus.project("L"), folder / "table.csv", folder / "bare.csv"
    command = ("table", "cooccurrence", str(path), str(target), "--force")
    ours = times(lambda: _qdesk(*command), 5)
    limit = times(lambda: _python(str(_BARE / "cooccurrence.py"), str(path), str(bare)), 5)
    goal = _MOST * median(limit)
    name = "co-occurrence table at L, whole process"
    tell(Figure(name, ours, limit, "ms", "SQLite + numpy script", "14.6 s QualCoder", goal))


def _sample(folder: Path) -> None:
    ours = times(lambda: _qdesk("sample", str(folder), "--force"), 5)
    tell(Figure("sample study built, whole process", ours, goal=3_000))


def _qdesk(*arguments: str) -> None:
    _python("-m", "qdesk", *arguments)


def _python(*arguments: str) -> None:
    command: Sequence[str] = (sys.executable, *arguments)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
