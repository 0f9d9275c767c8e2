"""The findings chapter: themes and codes with their definition, the memo as narrative, and the chosen quotes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from qdesk.exporters.passages import Passages
from qdesk.exporters.report import Finding, FindingsSection
from qdesk.exporters.tree import Node
from qdesk.store.records import Quote

_NUMBERED = re.compile(r"theme\s+\d", re.IGNORECASE)


def findings_section(
    nodes: Sequence[Node], quotes: Mapping[int, Sequence[Quote]], passages: Passages, title: str = "Findings"
) -> FindingsSection:
    """The chapter from an arranged tree; ``quotes`` are those chosen for each code, in order."""
    findings = tuple(_findings(nodes, quotes, passages))
    if not findings:
        remark = "The study has no codes yet."
    elif not any(finding.quotes for finding in findings):
        remark = "No quotes were chosen." if quotes else "No passages have been coded yet."
    else:
        remark = ""
    return FindingsSection(title, findings, remark)


def _findings(nodes: Sequence[Node], quotes: Mapping[int, Sequence[Quote]], passages: Passages) -> Iterator[Finding]:
    themes = 0
    for level, name, code in nodes:
        if code is None:
            yield Finding(None, "theme", level, name, "", (), ())
            continue
        if level == 0:
            themes += 1
        yield Finding(
            code=code.id,
            kind=code.kind,
            level=level,
            heading=name if level or _NUMBERED.match(name) else f"Theme {themes}: {name}",
            definition=code.definition.strip(),
            narrative=tuple(line.strip() for line in code.memo.splitlines() if line.strip()),
            quotes=tuple(passages.of(quote) for quote in quotes.get(code.id, ())),
        )
