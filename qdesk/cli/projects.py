"""Commands on whole projects: new, sample, check, restore."""

from __future__ import annotations

from pathlib import Path

import click

from qdesk.cli.common import complain, example, force_option, project_argument, say, why_option, with_suffix
from qdesk.errors import QDeskError
from qdesk.places import sample_projects
from qdesk.store import backups
from qdesk.store.check import check
from qdesk.store.project import Project
from qdesk.store.sessions import now

_STUDIES = sorted(found.parent.name for found in sample_projects().glob("*/study.toml"))
"""Folders of the studies that come with QDesk."""


@click.command("new", epilog=example("qdesk new thesis.qdesk"))
@click.argument("project", type=click.Path(path_type=Path))
@force_option
@why_option
def new_(project: Path, force: bool, why: str | None) -> None:
    """Make an empty project.

    With --force what lay there is set aside in the folder of its backups.
    """
    path = with_suffix(project)
    with Project.create(path, force=force) as made:
        _note(made, "Create the project", "created", why)
    say(str(path))


@click.command("sample", epilog=example("qdesk sample ~/QDesk", "qdesk sample --study three_languages"))
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--study",
    metavar="NAME",
    type=click.Choice(_STUDIES),
    default="distributed_leadership",
    show_default=True,
    help=f"Which study: {' or '.join(_STUDIES)}.",
)
@force_option
@why_option
def sample_(folder: Path, study: str, force: bool, why: str | None) -> None:
    """Write the sample study, already coded, into FOLDER.

    FOLDER is the present one by default. The last line printed is the path of the project.
    """
    from qdesk.importers.study import build_study, studies

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QDeskError(f"The folder {folder} cannot be made ({(error.strerror or '').lower()}).") from error
    path = folder / f"{studies()[study]}.qdesk"
    with Project.create(path, force=force) as project:
        build_study(sample_projects() / study, project, why)
    say(str(path))


@click.command("check", epilog=example("qdesk check thesis.qdesk"))
@project_argument
def check_(project: Path) -> int:
    """Look for damage.

    Prints "ok", or what is wrong: quotes that do not fit their text, broken references, a tree out of order.
    """
    with Project.open(project) as opened:
        wrong = check(opened)
    for sentence in wrong:
        complain(sentence)
    if not wrong:
        say("ok")
    return 1 if wrong else 0


@click.command("restore", epilog=example("qdesk restore thesis.qdesk", "qdesk restore thesis.qdesk copy.qdesk"))
@project_argument
@click.argument("backup", type=click.Path(path_type=Path), required=False)
@why_option
def restore_(project: Path, backup: Path | None, why: str | None) -> None:
    """Put a backup in the project's place.

    BACKUP is the newest by default. What lay in its place is kept beside the backups.
    """
    kept = f" What lay there is kept in {backups.folder_of(project)}." if project.exists() else ""
    restored = backups.restore(project, backup)
    if why:
        with Project.open(project) as opened:
            _note(opened, "Restore a backup", "restored", why)
    say(f"Restored {restored.path}, made {restored.made:%Y-%m-%d %H:%M}.{kept}")


def _note(project: Project, label: str, key: str, why: str | None) -> None:
    """Keep a reason, if there is one, as a step that sets the time of what was done."""
    if why:
        with project.change(label, why):
            project.settings.set(key, now())
