"""A researcher's day without a network, run by test_offline.py: every kind of command, then the window itself."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qdesk.cli.main import run
from qdesk.gui.application import make_window
from qdesk.gui.figures import draw
from qdesk.gui.look.theme import look
from qdesk.gui.preferences import Preferences
from qdesk.gui.start.recents import Recents

INTERVIEW = """Interviewer: How was the first week?
Ana: Nobody told us where the keys were.
Interviewer: And now?
Ana: We have keys.
"""


def commands(folder: Path) -> Path:
    """The main job on the command line; the sample study's project file."""
    interview = folder / "Ana.txt"
    interview.write_text(INTERVIEW, encoding="utf-8")
    coded = folder / "codings.csv"
    coded.write_text("document,code,quote\nAna,Space > Keys,Nobody told us\n", encoding="utf-8")
    mine, study = str(folder / "mine.qdesk"), str(folder / "Distributed leadership.qdesk")
    for words in (
        ["new", mine], ["add", mine, str(interview)], ["code", mine, str(coded)], ["list", mine, "codings", "--json"],
        ["search", mine, "keys"], ["undo", mine], ["redo", mine], ["history", mine], ["check", mine],
        ["sample", str(folder)], ["table", "cooccurrence", study],
        ["export", "report", study, str(folder / "report.docx")],
        ["export", "quotes", study, str(folder / "quotes.csv")],
        ["chart", "cooccurrence", study, str(folder / "chart.png")],
    ):  # fmt: skip
        status = run(words, draw)
        assert status == 0, f"{words}: {status}"
    return Path(study)


def window(study: Path, folder: Path) -> None:
    """The window on a project: its reader, its chart, one coding and its undo."""
    look.apply(QApplication.instance())
    shown = make_window(Preferences(folder / "preferences.json"), Recents(folder / "recents.json"))
    shown.show()
    assert QTest.qWaitForWindowExposed(shown)
    shown.doors.open(str(study))
    shown.actions_table["cooccurrence"].trigger()
    project = shown.bus.project
    code = project.codes.list()[-1].id
    before = len(project.codings.quotes())
    shown.bus.run("Rename code", lambda: project.codes.update(code, name="Offline"))
    project.undo()
    QApplication.processEvents()
    assert len(project.codings.quotes()) == before > 0
    shown.close()


if __name__ == "__main__":
    where = Path(sys.argv[1])
    application = QApplication(["qdesk"])
    window(commands(where), where)
