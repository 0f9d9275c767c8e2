"""Where in the code tree the tour points. Rectangles are in pixels of the tree's viewport, codes are ids."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from qdesk.gui.codes.view import CodeTree
from qdesk.gui.look.theme import look


def codes_in_sight(tree: CodeTree) -> list[int]:
    """The codes whose rows are wholly in sight, from the top."""
    codes: list[int] = []
    index = tree.indexAt(QPoint(1, 1))
    while index.isValid() and tree.visualRect(index).bottom() < tree.viewport().height():
        if tree.visualRect(index).top() >= 0:
            codes.append(index.internalId())
        index = tree.indexBelow(index)
    return codes


def row_rect(tree: CodeTree, code: int) -> QRect:
    """The row of a code."""
    return tree.visualRect(tree.codes_model.index_of(code))


def rows_rect(tree: CodeTree) -> QRect:
    """All rows in sight as one."""
    return QRect(0, 0, tree.viewport().width(), min(tree.rows_end(), tree.viewport().height()))


def number_rect(tree: CodeTree, code: int) -> QRect:
    """The number of quotes in the row of a code."""
    row = row_rect(tree, code)
    parts = tree.itemDelegate().parts(tree.codes_model.index_of(code), row.size())
    rect = parts.quotes.translated(row.topLeft())
    return rect.adjusted(-look.px(4), look.px(2), look.px(7), -look.px(2))


def busiest_code(tree: CodeTree) -> int | None:
    """Of the codes in sight that with the most quotes, no theme; None if none has any."""
    model = tree.codes_model
    codes = [code for code in codes_in_sight(tree) if model.code(code).kind == "code" and model.counts(code)[0]]
    return max(codes, key=lambda code: model.counts(code)[0], default=None)


def pair_to_move(tree: CodeTree) -> tuple[int, int] | None:
    """A code in sight and a row it can be moved into, which is another theme where there is one; None without two."""
    model, codes = tree.codes_model, codes_in_sight(tree)
    themes = {code for code in codes if model.code(code).kind == "theme"}
    pairs = [(code, row) for code in codes if code not in themes for row in codes if row != code]
    pairs = [(code, row) for code, row in pairs if row != model.tree.parent[code]]
    into_themes = [pair for pair in pairs if pair[1] in themes]
    return next(iter([*into_themes, *pairs]), None)
