"""A translation that is written in brackets gets no second pair."""

from qdesk.exporters.passages import _unbracketed


def test_brackets_are_not_doubled() -> None:
    assert _unbracketed("[She smiled.]") == "She smiled."
    assert _unbracketed("She [the head] smiled") == "She [the head] smiled"
