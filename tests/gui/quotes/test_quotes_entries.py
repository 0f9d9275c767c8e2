"""Passages, groups and citations as plain data."""

from hypothesis import given
from hypothesis import strategies as st
from quotes_fakes import quote

from qdesk.gui.quotes.citing import citation, with_citation
from qdesk.gui.quotes.entries import Grouping, Heading, arranged, fitting, meeting, people, single, spliced
from qdesk.gui.widgets.listmodel import RowsModel
from qdesk.text.spans import Span

TEXT = "Nobody asked me. I put a note on the door. Eleven children came."
NAMES = {2: "Trust", 3: "Room", 4: "Confidence"}


def part(id, start, end, **fields):
    return quote(id, TEXT[start:end], start=start, **fields)


def test_overlapping_quotes_of_two_codes_become_one_passage_with_two_lanes():
    (passage,) = meeting([part(1, 0, 42, code=3), part(2, 17, 64, code=4)], {1: TEXT}.__getitem__)
    assert passage.text == TEXT
    assert [(band.code, band.span, band.lane) for band in passage.bands] == [(3, Span(0, 42), 0), (4, Span(17, 64), 1)]
    assert passage.key == (1, 2)


def test_quotes_beside_each_other_in_a_paragraph_share_a_lane():
    (passage,) = meeting([part(1, 0, 16, code=3), part(2, 17, 42, code=4)], {1: TEXT}.__getitem__)
    assert passage.text == TEXT[:42]
    assert [band.lane for band in passage.bands] == [0, 0]


def test_quotes_of_other_paragraphs_or_documents_stay_apart():
    quotes = [part(1, 0, 16), part(2, 17, 42, paragraph=15), part(3, 17, 42, document=2)]
    passages = meeting(quotes, {1: TEXT, 2: TEXT}.__getitem__)
    assert [passage.key for passage in passages] == [(1,), (2,), (3,)]


@given(
    st.permutations([1, 2, 3, 4]),
    st.lists(st.integers(1, 4), max_size=8),
    st.lists(st.integers(1, 4), max_size=8),
    st.sets(st.integers(1, 4)),
)
def test_reading_some_documents_again_gives_what_reading_all_gives(order, before, after, changed):
    def listed(documents, first):
        quotes = [quote(first + i, document=document) for i, document in enumerate(documents)]
        return sorted(single(quotes), key=lambda passage: order.index(passage.lead.document))

    old, new = listed(before, 1), listed(after, 100)
    stays = [passage for passage in old if passage.lead.document not in changed]
    fresh = [passage for passage in new if passage.lead.document in changed]
    found = spliced(old, changed, fresh, order)
    assert found == sorted(stays + fresh, key=lambda passage: order.index(passage.lead.document))
    assert {id(passage) for passage in stays} <= {id(passage) for passage in found}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12))
def test_bands_hold_their_quotes_and_never_cross_in_a_lane(places):
    quotes = [part(i, start, min(start + length, len(TEXT))) for i, (start, length) in enumerate(places)]
    for passage in meeting(quotes, {1: TEXT}.__getitem__):
        for band, held in zip(passage.bands, passage.quotes, strict=True):
            assert band.span.of(passage.text) == held.text
            others = [b.span for b in passage.bands if b.lane == band.lane and b is not band]
            assert not any(band.span.overlaps(span) for span in others)


def test_headings_tell_groups_and_their_sizes():
    passages = single([quote(1, document=1), quote(2, document=2), quote(3, document=1)])
    entries = arranged(passages, Grouping.PERSON, NAMES)
    assert [entry for entry in entries if isinstance(entry, Heading)] == [
        Heading("Teacher 1", 2),
        Heading("Teacher 2", 1),
    ]
    assert [entry.key for entry in entries] == [
        ("heading", "Teacher 1", None),
        (1,),
        (3,),
        ("heading", "Teacher 2", None),
        (2,),
    ]


def test_no_headings_where_every_person_has_one_quote():
    passages = single([quote(1, document=1), quote(2, document=2)])
    assert arranged(passages, Grouping.PERSON, NAMES) == passages


def test_groups_by_code_follow_the_tree():
    passages = single([quote(1, code=4), quote(2, code=2)])
    titles = [entry.title for entry in arranged(passages, Grouping.CODE, NAMES) if isinstance(entry, Heading)]
    assert titles == ["Trust", "Confidence"]


def test_the_filter_asks_for_every_word_without_case_and_accents():
    passages = single([quote(1, "L'école décide"), quote(2, "The school decides", comment="see école")])
    assert [p.key for p in fitting(passages, "ECOLE decid")] == [(1,), (2,)]
    assert [p.key for p in fitting(passages, "ecole see")] == [(2,)]


def test_citations():
    one = single([quote(1, "Yes.", document=7)])[0]
    other = single([quote(2, "No.", document=7, participant="Amna", paragraph=3)])[0]
    assert citation(one) == "Teacher 7 · ¶ 14"
    assert citation(other) == "Amna · Teacher 7 · ¶ 3"
    assert with_citation(one) == "“Yes.” (Teacher 7, ¶ 14)"


def test_people_leave_nobody_out_of_the_count():
    assert people(single([quote(1), quote(2), quote(3, case=None), quote(4, document=9)])) == 2


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_rows_reach_any_list_from_any_other(before, after):
    model = RowsModel(lambda row: row[0])
    model.show([(key, "old") for key in before])
    model.show([(key, "new") for key in after])
    assert model.rows == [(key, "new") for key in after]


def test_passages_of_a_document_that_has_gone_go_too():
    (kept, gone) = single([quote(1), quote(2, document=2)])
    assert spliced([kept, gone], {3}, [], [1, 3]) == [kept]
