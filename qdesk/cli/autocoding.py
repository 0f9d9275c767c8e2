"""The command that codes by rule: every hit of a search, all that somebody says, answers to a question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qdesk.cli.common import example, open_to_change, project_argument, say, why_option
from qdesk.errors import QDeskError
from qdesk.store.codings import NewCoding
from qdesk.store.project import Project
from qdesk.text.codepath import join_path
from qdesk.text.counted import counted
from qdesk.text.extents import Extent
from qdesk.text.names import name_key

if TYPE_CHECKING:
    from qdesk.analysis.autocoding import Passage
    from qdesk.analysis.finding import Query

_RULES = ("text", "forms", "letters", "regex", "speaker", "question", "heading")


@click.command(
    "autocode",
    epilog=example(
        "qdesk autocode thesis.qdesk Trust --text trust --extent sentence",
        'qdesk autocode thesis.qdesk "Challenges > Money" --regex "rupees?|lakh" --extent paragraph',
        'qdesk autocode thesis.qdesk "Ann says" --speaker Ann',
        'qdesk autocode thesis.qdesk "On meetings" --question "how often do you meet"',
    ),
)
@project_argument
@click.argument("code")
@click.option("--text", metavar="T", help="Where these words stand; case and accents do not matter, a | b is either.")
@click.option("--forms", metavar="T", help="Where these words stand in any form (trust, trusted, trusting).")
@click.option("--letters", metavar="T", help="Where these letters stand, within words too.")
@click.option("--regex", metavar="R", help="Where this regular expression matches.")
@click.option("--speaker", metavar="S", help="All that this speaker says, turn by turn.")
@click.option("--question", metavar="T", help="Questions that hold these words, each with the answers to it.")
@click.option("--heading", metavar="T", help="What stands under headings that hold these words.")
@click.option(
    "--extent", type=click.Choice(["hit", "sentence", "paragraph", "turn"]), help="How much to code round each hit."
)
@why_option
def autocode_(project: Path, code: str, extent: Extent | None, why: str | None, **rules: str | None) -> None:
    """Code passages by a rule.

    CODE is a code's name, or its path (Theme > Code); one that is not there is made. All passages are coded in one
    step, those that are coded so already left out; qdesk undo takes them back.
    """
    chosen = {name: text for name, text in rules.items() if text is not None}
    if len(chosen) != 1:
        raise click.UsageError(f"Give exactly one of {', '.join(f'--{name}' for name in _RULES)}.")
    ((rule, text),) = chosen.items()
    if extent and rule in ("question", "heading"):
        raise click.UsageError(f"--extent does not go with --{rule}.")
    with open_to_change(project) as opened:
        passages = _passages(opened, rule, text, extent)
        if not passages:
            say("No passage fits; nothing was coded.")
            return
        added = _code(opened, code, passages, why)
    there = f", {len(passages) - added:,} there already" if added < len(passages) else ""
    say(f"{counted(added, 'passage')} coded{there}")


def _passages(project: Project, rule: str, text: str, extent: Extent | None) -> list[Passage]:
    """Raises QDeskError for a speaker who is not there, or a pattern that is wrong."""
    from qdesk.analysis import autocoding
    from qdesk.analysis.finding import find

    if rule == "speaker":
        return autocoding.said_by(project, _speakers(project, text), extent or "turn")
    hits = find(project, _query(rule, text))
    if rule == "question":
        return autocoding.answers_to(project, hits)
    if rule == "heading":
        return autocoding.under_headings(project, hits)
    return autocoding.around_hits(project, hits, extent or "hit")


def _query(rule: str, text: str) -> Query:
    from qdesk.analysis.finding import How, Query

    hows: dict[str, How] = {"regex": "pattern", "forms": "forms", "letters": "letters"}
    return Query(text, hows.get(rule, "words"))


def _speakers(project: Project, name: str) -> set[int]:
    named = {speaker.id for speaker in project.speakers.list() if name_key(speaker.name) == name_key(name)}
    if not named:
        raise QDeskError(f"Nobody is called “{name}”, so nothing was coded; qdesk list … speakers names them all.")
    return named


def _code(project: Project, code: str, passages: list[Passage], why: str | None) -> int:
    from qdesk.importers.codetree import CodeTree, read_path

    path = _known_path(project, read_path(code))
    with project.change(f"Code {counted(len(passages), 'passage')} as “{path[-1]}”", why):
        number = CodeTree(project, [path]).code(path)
        return project.codings.add_many(NewCoding(document, number, span) for document, span in passages)


def _known_path(project: Project, path: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the only code of that name; the path as it is, where it names one or none does."""
    paths = list(project.codes.paths().values())
    if len(path) > 1 or any(name_key(one[-1]) == name_key(path[0]) for one in paths if len(one) == 1):
        return path
    named = [one for one in paths if name_key(one[-1]) == name_key(path[0])]
    if len(named) > 1:
        which = " and ".join(f"“{join_path(one)}”" for one in named)
        raise QDeskError(f"There are {which}; name the one you mean with its theme. Nothing was coded.")
    return tuple(named[0]) if named else path
