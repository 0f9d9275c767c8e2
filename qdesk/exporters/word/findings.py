"""The findings chapter in Word: Heading 2 for a theme, Heading 3 for a code, one deeper for each level below."""

from collections.abc import Iterator
from typing import Final

from qdesk.exporters.report import FindingsSection
from qdesk.exporters.word.markup import text_paragraph
from qdesk.exporters.word.passage import passage_in_findings

_DEEPEST: Final = 9
"""Word knows nine levels of headings; whatever lies deeper shares the last."""


def findings(section: FindingsSection) -> Iterator[str]:
    """Blocks of the chapter."""
    yield text_paragraph("Heading1", section.title)
    if section.remark:
        yield text_paragraph("BodyText", section.remark)
    for finding in section.findings:
        yield text_paragraph(f"Heading{min(finding.level + 2, _DEEPEST)}", finding.heading)
        if finding.definition:
            yield text_paragraph("CodeDefinition", finding.definition)
        for line in finding.narrative:
            yield text_paragraph("BodyText", line)
        for passage in finding.quotes:
            yield passage_in_findings(passage)
