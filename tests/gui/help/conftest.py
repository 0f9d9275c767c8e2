"""A small help of three pages that the tests write themselves."""

from pathlib import Path

import pytest

CONTENTS = """
[[group]]
title = "First steps"
pages = ["begin", "code"]

[[group]]
title = "Charts"
pages = ["together"]

[here]
reader = "code"
"""

BEGIN = """# Begin here

Press `Ctrl+K` for a command, then [code a passage](code.md). Elsewhere lies [another place](https://example.org/a.md).

![A square](../pictures/square.png)

- one
- two
"""

CODE = (
    """# Code a passage

Select words. Café or cafe, the list finds it.

## With the pen

"""
    + "A pen codes every passage.\n\n" * 40
)

TOGETHER = """# What occurs together

> c = n₁₂ / (n₁ + n₂ − n₁₂)

| measure | meaning |
|---|---|
| c | how often two codes meet in a passage |
"""


@pytest.fixture
def folder(tmp_path: Path, qapp: object) -> Path:
    """The folder of the small help; its picture is 400 pixels wide and 200 high."""
    from PySide6.QtGui import QColor, QImage

    for name in ("pages", "pictures"):
        (tmp_path / name).mkdir()
    (tmp_path / "contents.toml").write_text(CONTENTS, encoding="utf-8")
    for name, text in (("begin", BEGIN), ("code", CODE), ("together", TOGETHER)):
        (tmp_path / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#CC0000"))
    picture.save(str(tmp_path / "pictures" / "square.png"))
    return tmp_path
