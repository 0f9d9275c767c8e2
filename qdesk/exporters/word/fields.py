"""Captions with a number that Word keeps in order, and the notes under tables."""

from qdesk.exporters.report import Caption
from qdesk.exporters.word.markup import BOLD, ITALIC, paragraph, run, runs


def caption(of: Caption) -> str:
    """A label such as "Table A1" over its title: one paragraph, so that a list of tables names both.

    The number is a SEQ field; within an appendix it starts again at 1.
    """
    restart = r" \r 1" if of.appendix and of.number == 1 else ""
    number = _field(rf"SEQ {of.kind} \* ARABIC{restart}", str(of.number))
    label = run(f"{of.kind} {of.appendix}", properties=BOLD)
    return paragraph("Caption", f"{label}{number}<w:r><w:br/></w:r>{runs(of.title, properties=ITALIC)}")


def caption_continued(of: Caption, what: str) -> str:
    """The line over a further part of a table that is too wide for one page."""
    label = run(f"{of.kind} {of.appendix}{of.number} (continued)", properties=BOLD)
    content = f"{label}<w:r><w:br/></w:r>{run(what, properties=ITALIC)}"
    return paragraph("Caption", content, layout='<w:spacing w:before="320"/>')


def note(text: str) -> str:
    """A general note as APA 7 sets it, or nothing for no text."""
    return paragraph("TableNote", run("Note.", properties=ITALIC) + run(f" {text}")) if text else ""


def _field(instruction: str, shown: str) -> str:
    properties = f"<w:rPr>{BOLD}</w:rPr>"
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{shown}</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )
