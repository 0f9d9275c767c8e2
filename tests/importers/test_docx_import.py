import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import docx as python_docx
import pytest

from qdesk.errors import QDeskError
from qdesk.importers import docx_package
from qdesk.importers.docx import read
from qdesk.text.newdocument import NewDocument, SourceComment

MakeWord = Callable[..., bytes]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def stretches(document: NewDocument) -> list[tuple[str, str]]:
    return [(span.kind, document.text[span.start : span.end]) for span in document.formatting]


def test_what_python_docx_writes() -> None:
    source = python_docx.Document()
    source.add_heading("Interview with Ana", 1)
    paragraph = source.add_paragraph("Ana: ")
    paragraph.add_run("never").bold = True
    paragraph.add_run(" again").italic = True
    table = source.add_table(2, 2)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{at}"
    source.add_paragraph("After\tthe\ntable")
    file = io.BytesIO()
    source.save(file)
    document = read(file.getvalue(), "Ana.docx")
    assert document.text == "Interview with Ana\nAna: never again\nc0\tc1\nc2\tc3\nAfter\tthe\ntable\n"
    assert stretches(document) == [("heading1", "Interview with Ana"), ("bold", "never"), ("italic", " again")]
    assert (document.name, document.format, document.source_name) == ("Ana", "docx", "Ana.docx")


def test_tracked_changes(word_file: MakeWord) -> None:
    body = p(
        "one ",
        "<w:ins><w:r><w:t>two </w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>three </w:delText></w:r></w:del>",
        "four",
    )
    body += "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>joined </w:t></w:r></w:p>" + p("here")
    document = read(word_file(body), "a.docx")
    assert document.text == "one two four\njoined here\n"
    assert document.notes == ("1 tracked deletion was left out.", "1 tracked insertion was kept.")


def test_notes_stand_at_the_end(word_file: MakeWord) -> None:
    body = p(
        "Yes", '<w:r><w:footnoteReference w:id="2"/></w:r>', " and no", '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    footnotes = (
        f'<w:footnote w:id="-1">{p("separator")}</w:footnote><w:footnote w:id="2">{p(" at the foot")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p(" at the end")}</w:endnote>'
    document = read(word_file(body, footnotes=footnotes, endnotes=endnotes), "a.docx")
    assert document.text == "Yes[1] and no[2]\n---\n[1] at the foot\n[2] at the end\n"
    assert document.notes == ("2 notes stand at the end of the text.",)


def test_a_text_box_is_read_once(word_file: MakeWord) -> None:
    box = f"<w:txbxContent>{p('boxed')}{p('text')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(word_file(p("before", drawing) + p("after")), "a.docx").text == "before\nboxed\ntext\nafter\n"


def test_wrappers_and_characters(word_file: MakeWord) -> None:
    body = p(
        '<w:hyperlink w:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>',
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>",
        '<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F061"/></w:r>',
        '<w:r><w:sym w:font="Webdings" w:char="F0E6"/></w:r>',
    )
    document = read(word_file(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"), "a.docx")
    assert document.text == "link control\ta\nb\u2011α\ufffd\n"
    assert document.notes == ("1 symbol of a special font became �.",)


def test_comments_hang_on_their_words(word_file: MakeWord) -> None:
    body = p(
        "I ",
        '<w:commentRangeStart w:id="5"/>',
        "really",
        '<w:commentRangeEnd w:id="5"/>',
        '<w:r><w:commentReference w:id="5"/></w:r>',
        " do",
    )
    comments = f'<w:comment w:id="5" w:author="Eva">{p("hesitates")}{p("twice")}</w:comment>'
    document = read(word_file(body, comments=comments), "a.docx")
    assert document.text == "I really do\n"
    assert document.comments == (SourceComment(2, 8, "Eva", "hesitates\ntwice"),)


def test_styles_are_inherited(word_file: MakeWord) -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Überschrift"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="T"/></w:style>'
        '<w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Part</w:t></w:r></w:p>'
    body += p(
        r("one", '<w:rStyle w:val="S"/>'), r("two", '<w:b w:val="0"/>'), r("three", "<w:b/>"), r("four", "<w:b/>")
    )
    document = read(word_file(body, styles=styles), "a.docx")
    assert stretches(document) == [("heading2", "Part"), ("bold", "one"), ("bold", "threefour")]


def test_strict_documents(word_file: MakeWord) -> None:
    strict = "http://purl.oclc.org/ooxml"
    made = word_file(p("strict"), f"{strict}/wordprocessingml/main", f"{strict}/officeDocument/relationships")
    assert read(made, "a.docx").text == "strict\n"


def test_tables_in_tables_and_merged_cells(word_file: MakeWord) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr></w:tbl>"
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr>"
    body = f"<w:tbl><w:tr><w:tc>{p('a')}{p('b')}</w:tc><w:tc>{inner}<w:p/></w:tc><w:tc/></w:tr>{deleted}</w:tbl>"
    assert read(word_file(body), "a.docx").text == "a\nb\tx\ty\n\t\n"


def refusal(data: bytes) -> str:
    with pytest.raises(QDeskError) as error:
        read(data, "a.docx")
    return str(error.value)


def test_files_that_are_no_word_documents(word_file: MakeWord) -> None:
    good = word_file(p("text"))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert "old Word format" in refusal(ole)
    assert "password" in refusal(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "damaged or not a Word document" in refusal(b"not a zip")
    assert "damaged" in refusal(good[: len(good) // 2])
    assert "damaged inside (word/document.xml)" in refusal(word_file("<w:p>"))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    assert "is not a Word document" in refusal(other.getvalue())


def test_damaged_bytes_inside(word_file: MakeWord) -> None:
    good = word_file(p("text " * 500))
    for at in range(60, len(good) - 60, 37):
        damaged = bytearray(good)
        damaged[at] ^= 0xFF
        with suppress(QDeskError):  # anything else is a traceback before the user
            read(bytes(damaged), "a.docx")


def test_hostile_files(word_file: MakeWord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "_LARGEST_PART", 2_000_000)

    def with_document(xml: str | bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            package.writestr("word/document.xml", xml)
        return file.getvalue()

    entities = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    assert "document type" in refusal(with_document(entities))
    assert "unpacks to more than 2 MB" in refusal(with_document(bytes(2_000_001)))
    assert "damaged inside" in refusal(word_file("<w:sdt>" * 5000 + "</w:sdt>" * 5000))
