"""A project of plain lists, with just the methods that the dock reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from qdesk.store.colours import hex_of
from qdesk.store.records import Code, Quote

WORDS = [
    "When the head trusted us with it, we started to trust each other with smaller things, a lesson plan, "
    "a difficult class.",
    "I leave my door open now. Two years ago I would have covered the window with a poster.",
    "She told us the budget, all of it, also the part that looked bad. After that you listen differently.",
    "If I make a mistake in front of the team, it is a Tuesday. Before, it was a meeting.",
    "Trust is slow here. But when the deputy asked for my notes and then used them, with my name on them, "
    "that was a beginning.",
]
URDU = (
    "میں نے پرنسپل صاحبہ سے کہا کہ فیصلہ آپ کا ہے، لیکن کلاس ہماری ہے۔ "
    "انہوں نے مسکرا کر کہا، پھر فیصلہ بھی آپ ہی کا ہونا چاہیے۔"
)


def code(id: int, name: str, slot: str, parent: int | None = None, kind: str = "code") -> Code:
    return Code(id, parent, id, kind, name, hex_of(slot), slot, "", "", "", "")


def quote(id: int, text: str = "", *, document: int = 1, code: int = 2, start: int = 0, **fields: Any) -> Quote:
    text = text or WORDS[id % len(WORDS)]
    made = Quote(
        coding=id, document=document, document_name=f"Teacher {document}", code=code, start=start,
        end=start + len(text), text=text, comment="", starred=False, created="2025-03-14T10:00:00Z", case=document,
        participant=f"Teacher {document}", speaker=f"Teacher {document}", paragraph=14,
    )  # fmt: skip
    return replace(made, **fields)


CODES = [
    code(1, "Collaboration", "blue", kind="theme"),
    code(2, "Trust", "blue2", 1),
    code(3, "Room to initiate", "ochre3"),
    code(4, "Confidence", "ochre4"),
]


class FakeProject:
    """Codes, codings and documents in one object; each of its parts is itself."""

    def __init__(self, quotes: list[Quote], texts: dict[int, str] | None = None) -> None:
        self.held, self.texts = quotes, texts or {}
        self.codes = self.codings = self.documents = self

    def list(self) -> list[Code]:
        return CODES

    def ids(self) -> list[int]:
        return sorted({quote.document for quote in self.held})

    def text(self, document: int) -> str:
        return self.texts[document]

    def quotes(self, codes=None, documents=None, codings=None) -> list[Quote]:
        return [
            quote
            for quote in self.held
            if (codes is None or quote.code in codes)
            and (documents is None or quote.document in documents)
            and (codings is None or quote.coding in codings)
        ]


class FakeBus(QObject):
    """The signals of the bus over a fake project."""

    changed = Signal(object)
    place_asked = Signal(object)
    quotes_asked = Signal(object)
    told = Signal(str, bool)

    def __init__(self, project: FakeProject) -> None:
        super().__init__()
        self.project = project

    def run(self, label, act, told="", why=None):
        return act()
