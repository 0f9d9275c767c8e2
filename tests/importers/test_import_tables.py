import pytest

from qdesk.errors import QDeskError
from qdesk.importers.tables import Problem, Row, Table, read_table


def rows(table: Table) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_line_breaks_and_encodings(separator: str, line_break: str, encoding: str) -> None:
    lines = [["Nom", "Âge"], ["Zoé", "33"], ["", ""], ["André", "41"]]
    data = "".join(separator.join(line) + line_break for line in lines).encode(encoding)
    table = read_table(data)
    assert table.header == ("Nom", "Âge")
    assert rows(table) == [(2, ("Zoé", "33")), (4, ("André", "41"))]


def test_cells_with_line_breaks_count_their_lines() -> None:
    table = read_table(b'document,quote\r\na,"one\r\ntwo ""so"", he said"\r\nb,x\r\n')
    assert rows(table) == [(2, ("a", 'one\ntwo "so", he said')), (4, ("b", "x"))]


def test_decimal_commas_do_not_separate() -> None:
    assert rows(read_table(b"code;weight\na;1,5\nb;2,5\n")) == [(2, ("a", "1,5")), (3, ("b", "2,5"))]
    assert rows(read_table(b"sep=,\na,b\n1,2\n")) == [(3, ("1", "2"))]


def test_ragged_rows() -> None:
    table = read_table(b"a,b,\nx\n1,2,3,4\n5,6,,\n")
    assert table.header == ("a", "b")
    assert rows(table) == [(2, ("x", "")), (4, ("5", "6"))]
    assert table.problems == (Problem(3, "has 4 cells where the header has 2"),)


def test_columns_are_found_whatever_their_case() -> None:
    table = read_table(b" Document ,INCLUDE_WHEN\n a ,b")
    assert table.has("document")
    assert not table.has("quote")
    assert table.value(table.rows[0], "Document") == "a"
    assert table.value(Row(2, ("a", "b")), "include_when") == "b"
    assert table.value(table.rows[0], "quote") == ""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"\n , \n", "empty"),
        (b"a,A\n1,2", "Two columns of the table are named “a”"),
        (b'a,b\n1,"x\n3,4\n', "line 2 of the table is never closed"),
        (b'a,b\n1,"' + b"x" * 200_000, "never closed|cannot be read"),
    ],
)
def test_tables_that_cannot_be_used(data: bytes, message: str) -> None:
    with pytest.raises(QDeskError, match=message):
        read_table(data)


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00 code,quote", b"%PDF-1.7\ncode", bytes(range(32)) * 40])
def test_a_file_that_is_no_text_is_no_table(data: bytes) -> None:
    with pytest.raises(QDeskError, match="Save it as CSV"):
        read_table(data)
