"""How a quote is cited, on the screen and in copies."""

from __future__ import annotations

from qdesk.gui.quotes.entries import Passage


def citation(passage: Passage) -> str:
    """Like "Teacher 7 · ¶ 14", with the document's name between if it is not the person's."""
    lead = passage.lead
    who = lead.participant or lead.speaker
    names = dict.fromkeys(name for name in (who, lead.document_name) if name)
    return " · ".join([*names, f"¶ {lead.paragraph}"])


def with_citation(passage: Passage) -> str:
    """Like "“words” (Teacher 7, ¶ 14)", as it is pasted into a manuscript."""
    return f"“{passage.text}” ({citation(passage).replace(' · ', ', ')})"


def counted(number: int, one: str, many: str) -> str:
    """Like "1 quote" or "1,200 quotes"."""
    return f"{number:,} {one if number == 1 else many}"
