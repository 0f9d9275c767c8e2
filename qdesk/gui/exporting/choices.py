"""The choices of the last report, kept in the project."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from qdesk.exporters.options import SECTIONS, ReportOptions
from qdesk.gui.bus import Bus
from qdesk.store.project import Project

_KEY = "report"
_USUAL = ReportOptions(quotes_per_code=3)
"""A chapter shows some quotes of each code, the starred ones first; all of them are an appendix."""

_KEPT = ("citation", "quotes_per_code", "starred_only", "spread", "counts")


def kept_options(project: Project) -> ReportOptions:
    """What was chosen last in this project, else the usual."""
    kept = json.loads(project.settings.get(_KEY, "{}"))
    fields = {name: kept[name] for name in _KEPT if name in kept}
    sections = tuple(name for name in SECTIONS if name in kept.get("sections", SECTIONS))
    return replace(_USUAL, sections=sections, **fields)


def keep_options(bus: Bus, options: ReportOptions) -> None:
    """Keep the choices as a step of their own, if they changed and the project can be changed."""
    if bus.project.read_only or options == kept_options(bus.project):
        return
    kept = {name: value for name, value in asdict(options).items() if name in (*_KEPT, "sections")}
    bus.run("Set up the report", lambda: bus.project.settings.set(_KEY, json.dumps(kept)))
