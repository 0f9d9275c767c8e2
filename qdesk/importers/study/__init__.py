"""Sample studies: built from a folder of interviews and tables, with a history of how their codes became themes."""

from typing import Final

from qdesk.importers.study.build import build_study
from qdesk.importers.study.sources import read_name
from qdesk.places import sample_projects
from qdesk.store.project import Project

__all__ = ["MAIN_STUDY", "build_main_study", "build_study", "studies"]

MAIN_STUDY: Final = "distributed_leadership"
"""The folder of the study that the window offers."""


def studies() -> dict[str, str]:
    """The studies that come with QDesk: names of their folders, and what the studies are called."""
    return {found.parent.name: read_name(found.parent) for found in sorted(sample_projects().glob("*/study.toml"))}


def build_main_study(project: Project, why: str | None = None) -> None:
    """Fill an empty project with the study that the window offers."""
    build_study(sample_projects() / MAIN_STUDY, project, why)
