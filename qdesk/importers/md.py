"""Markdown files."""

from dataclasses import replace

from qdesk.importers import txt
from qdesk.importers.markdown_text import read_markdown
from qdesk.text.newdocument import NewDocument


def read(data: bytes, name: str, encoding: str | None = None) -> NewDocument:
    """Read Markdown: headings, bold and italic become formatting, all else stays as written. Raises `QDeskError`."""
    plain = txt.read(data, name, encoding)
    text, formatting = read_markdown(plain.text)
    return replace(plain, text=text, format="md", formatting=formatting)
