"""The model under Qt's own tester, and what a change of counts may touch."""

import random
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from qdesk.gui.codes.model import CodesModel
from qdesk.store.counts import CodeCount
from qdesk.store.records import Code

_BLANK = Code(0, None, 0, "code", "", "#1663A5", "blue2", "", "", "", "")


class Forest:
    """A tree kept in the plainest way, to be compared with the model."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.children: dict[int | None, list[int]] = {None: []}
        self.names: dict[int, str] = {}
        for _ in range(40):
            self.add()

    def add(self) -> None:
        code = max(self.names, default=0) + 1
        siblings = self.children[self.random.choice(list(self.children))]
        siblings.insert(self.random.randint(0, len(siblings)), code)
        self.children[code] = []
        self.names[code] = f"Code {code}"

    def below(self, code: int) -> list[int]:
        return [code, *(low for child in self.children[code] for low in self.below(child))]

    def take(self, code: int) -> None:
        next(rows for rows in self.children.values() if code in rows).remove(code)

    def move(self) -> None:
        code = self.random.choice(list(self.names))
        target = self.random.choice([place for place in self.children if place not in self.below(code)])
        self.take(code)
        self.children[target].insert(self.random.randint(0, len(self.children[target])), code)

    def swap(self) -> None:
        """A parent goes below its own child."""
        parents = [code for code in self.names if self.children[code]]
        if parents:
            parent = self.random.choice(parents)
            child = self.children[parent].pop()
            rows = next(rows for rows in self.children.values() if parent in rows)
            rows[rows.index(parent)] = child
            self.children[child].append(parent)

    def delete(self) -> None:
        code = self.random.choice(list(self.names))
        gone = self.below(code)
        self.take(code)
        for one in gone:
            del self.children[one], self.names[one]

    def merge_up(self) -> None:
        """A code goes, its children take its place."""
        code = self.random.choice(list(self.names))
        rows = next(rows for rows in self.children.values() if code in rows)
        at = rows.index(code)
        rows[at : at + 1] = self.children.pop(code)
        del self.names[code]

    def rename(self) -> None:
        code = self.random.choice(list(self.names))
        self.names[code] += "!"

    def codes(self, parent: int | None = None) -> list[Code]:
        found = []
        for row, code in enumerate(self.children[parent]):
            found.append(replace(_BLANK, id=code, parent=parent, position=row, name=self.names[code]))
            found += self.codes(code)
        return found


def shown(model: CodesModel, parent: int = 0) -> list[tuple[int, str, list]]:  # type: ignore[type-arg]
    index = model.index_of(parent)
    rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return [(row.internalId(), row.data(), shown(model, row.internalId())) for row in rows]


def nested(codes: list[Code], parent: int | None = None) -> list[tuple[int, str, list]]:  # type: ignore[type-arg]
    return [(code.id, code.name, nested(codes, code.id)) for code in codes if code.parent == parent]


def test_400_random_edits_under_the_model_tester(qtbot: object) -> None:
    model, forest = CodesModel(), Forest(seed=7)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    for _ in range(400):
        for _ in range(forest.random.choice([1, 1, 1, 4])):
            edits = [forest.move, forest.move, forest.add, forest.delete, forest.merge_up, forest.swap, forest.rename]
            forest.random.choice(edits if len(forest.names) > 5 else [forest.add])()
        codes = forest.codes()
        model.show(codes)
        assert shown(model) == nested(codes)
    assert not resets
    assert tester is not None


def test_counts_touch_only_their_own_rows(qtbot: object) -> None:
    model = CodesModel()
    model.show([replace(_BLANK, id=1, kind="theme", name="A"), replace(_BLANK, id=2, parent=1), replace(_BLANK, id=3)])
    model.set_counts({1: CodeCount(0, 0, 5, 2), 2: CodeCount(5, 2, 5, 2), 3: CodeCount(1, 1, 1, 1)})
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.internalId()))
    model.set_counts({1: CodeCount(0, 0, 6, 2), 2: CodeCount(6, 2, 6, 2), 3: CodeCount(1, 1, 1, 1)})
    assert told == [1, 2]
    assert model.counts(1) == (6, 2), "a theme shows what is rolled up"
    assert model.counts(2) == (6, 2)


def test_counts_kept_by_the_project_in_one_dictionary_are_noticed(qtbot: object) -> None:
    model, kept = CodesModel(), {1: CodeCount(1, 1, 1, 1)}
    model.show([replace(_BLANK, id=1)])
    model.set_counts(kept)
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.internalId()))
    kept[1] = CodeCount(2, 1, 2, 1)
    model.set_counts(kept)
    assert told == [1]


def test_a_stale_index_does_no_harm(qtbot: object) -> None:
    model = CodesModel()
    model.show([replace(_BLANK, id=1), replace(_BLANK, id=2, parent=1)])
    stale = model.index_of(2)
    model.show([])
    assert stale.data() is None
    assert not stale.parent().isValid()
    assert model.rowCount(stale) == 0


def test_what_a_screen_reader_says(qtbot: object) -> None:
    model = CodesModel()
    model.show([replace(_BLANK, id=1, name="Trust")])
    model.set_counts({1: CodeCount(37, 15, 37, 15)})
    model.set_digits({1: 2})
    role = 11  # Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(1).data(role) == "Trust, code, 37 quotes, 15 people, key 2"


def test_a_row_says_its_counts_in_words(qtbot: object) -> None:
    model = CodesModel()
    theme = replace(_BLANK, id=1, kind="theme", name="Voice & choice", definition="Who is <heard>.")
    model.show([theme, replace(_BLANK, id=2, parent=1, name="Being asked"), replace(_BLANK, id=3, name="Idle")])
    model.set_counts({1: CodeCount(4, 2, 6, 2), 2: CodeCount(1, 1, 1, 1)})
    tips = [model.index_of(code).data(Qt.ItemDataRole.ToolTipRole) for code in (1, 2, 3)]
    assert tips == [
        "<qt><b>Voice &amp; choice</b><br>Who is &lt;heard&gt;."
        "<br>4 quotes of its own, 6 with the codes inside it, 2 people</qt>",
        "<qt><b>Being asked</b><br>1 quote, 1 person</qt>",
        "<qt><b>Idle</b><br>0 quotes, 0 people</qt>",
    ]
