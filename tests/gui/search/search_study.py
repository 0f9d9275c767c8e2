"""The texts of a small study in which everything was counted by hand, and what the tests of the search share."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from qdesk.gui.bus import Bus
from qdesk.store.project import Project

ANN = (
    "I: How is trust built?\nAnn: Slowly. Trust is work. We trusted the head.\n"
    "I: And now?\nAnn: Now there is money. Money helps, but trust stays."
)
BEA = "I: Do you trust them?\nBea: Mistrust, mostly. No money, no trust."
GUL = "I: آپ کا کیا خیال ہے؟\nGul: اعتماد بہت ضروری ہے۔ پیسہ نہیں ہے۔"
NOTE = "Money\nThere was none.\nTrust\nNobody said trust."
SPEAKERS = {"I": True, "Ann": False, "Bea": False, "Gul": False}


class Telling(Bus):
    """A bus that keeps what it was told."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.said: list[str] = []
        self.told.connect(lambda sentence, _undo: self.said.append(sentence))
        self.failed.connect(self.said.append)


def part(within: QWidget, name: str) -> Any:
    """A widget by its name."""
    found = within.findChild(QWidget, name)
    assert found is not None, name
    return found


def coded(project: Project, code: str) -> list[str]:
    """Quotes of a code in the order of the documents."""
    number = next(one.id for one in project.codes.list() if one.name == code)
    return [quote.text for quote in project.codings.quotes(codes=[number])]
