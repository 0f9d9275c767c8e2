import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.importers import md, txt
from qdesk.importers.markdown_text import read_markdown


@pytest.mark.parametrize(
    ("source", "text", "formatting"),
    [
        ("# Title #\n\ntext", "Title\n\ntext", [("heading1", "Title")]),
        ("#### Deep", "Deep", [("heading3", "Deep")]),
        ("## A *b*", "A b", [("heading2", "A b"), ("italic", "b")]),
        (
            "**Ana:** so *what* and __b__ _i_",
            "Ana: so what and b i",
            [("bold", "Ana:"), ("italic", "what"), ("bold", "b"), ("italic", "i")],
        ),
        ("***both*** x", "both x", [("bold", "both"), ("italic", "both")]),
        ("**a *b* c**", "a b c", [("bold", "a b c"), ("italic", "b")]),
        ("这是**重点**内容", "这是重点内容", [("bold", "重点")]),
        (r"\*not\* \# so", "*not* # so", []),
        ("`a*b*` *c*", "`a*b*` c", [("italic", "c")]),
        ("```\n# code *x*\n```\n*y*", "```\n# code *x*\n```\ny", [("italic", "y")]),
    ],
)
def test_marks_become_formatting(source: str, text: str, formatting: list[tuple[str, str]]) -> None:
    shown, spans = read_markdown(source)
    assert shown == text
    assert [(span.kind, shown[span.start : span.end]) for span in spans] == formatting


@pytest.mark.parametrize(
    "source",
    [
        "f**k and s**t",
        "2*3*4 a_b_c",
        "** x**",
        "---",
        "* * *",
        "#tag",
        "###",
        "**unclosed *x",
        "a * b * c",
        "- [x] done",
        "[a](b)",
        "| a | b |",
        "",
        "\n\n",
    ],
)
def test_what_is_not_understood_stays(source: str) -> None:
    assert read_markdown(source) == (source, ())


@given(st.text(st.sampled_from("ab *_#`\\\n~é重"), max_size=60))
def test_no_word_is_lost(source: str) -> None:
    text, spans = read_markdown(source)
    assert [character for character in text if character.isalpha()] == [
        character for character in source if character.isalpha()
    ]
    assert text.count("\n") == source.count("\n")
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_a_txt_file_keeps_its_marks() -> None:
    data = b"**Ana:** *so*"
    assert txt.read(data, "a.txt").text == "**Ana:** *so*"
    assert md.read(data, "a.md").text == "Ana: so"


def test_a_line_of_stars_is_no_trap() -> None:
    assert read_markdown("*a " * 1000)[1] == ()
