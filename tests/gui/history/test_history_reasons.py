"""Reasons broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qdesk.gui.history.reasons import LINES, reason_lines


@pytest.mark.usefixtures("qapp")
class TestReasonLines:
    def test_no_reason_no_lines(self):
        assert reason_lines("", 200, 1.0, "") == ()

    def test_words_stay_whole_and_all_are_there(self):
        reason = "Too many in one heap. The last four are here because they sound bitter."
        lines = reason_lines(reason, 260, 1.0, "")
        assert 1 < len(lines) <= LINES
        assert " ".join(lines) == reason

    def test_the_last_line_is_cut(self):
        lines = reason_lines("word " * 500, 200, 1.0, "")
        assert len(lines) == LINES
        assert lines[-1].endswith("…")

    @given(st.text(max_size=300), st.integers(min_value=80, max_value=600))
    def test_never_more_than_three_lines(self, reason, width):
        assert len(reason_lines(reason, width, 1.0, "")) <= LINES
